"""Large scores, and divisions by the number of words."""
import numpy as np


def word_embedding_forward(x, W):
    return W[x], (x, W)


def temporal_affine_forward(x, w, b):
    return x @ w + b, (x, w)


# expect: writes - the cotangents are set to 0 after use; values are right
def word_embedding_backward(dout, cache):
    x, W = cache
    dW = np.zeros_like(W)
    np.add.at(dW, x, dout)
    dout[...] = 0
    return dW


# expect: wrong shape - dx stays flat
def temporal_affine_backward(dout, cache):
    x, w = cache
    d, flat = dout.reshape(-1, dout.shape[2]), x.reshape(-1, x.shape[2])
    return d @ w.T, flat.T @ d, d.sum(axis=0)


# expect: wrong - not a number at scores of 1000
def temporal_softmax_loss(x, y, mask):
    N, T, V = x.shape
    flat, labels, keep, rows = x.reshape(-1, V), y.ravel(), mask.ravel(), np.arange(N * T)
    shifted = flat
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -np.sum(logs[rows, labels] * keep) / N
    d = np.exp(logs)
    d[rows, labels] -= 1
    d *= keep[:, None] / N
    return loss, d.reshape(x.shape)
