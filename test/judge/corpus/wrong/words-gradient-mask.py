"""The gradient of masked words."""
import numpy as np


def word_embedding_forward(x, W):
    return W[x], (x, W)


def temporal_affine_forward(x, w, b):
    return x @ w + b, (x, w)


# expect: wrong - the mean of the cotangents of a repeated word
def word_embedding_backward(dout, cache):
    x, W = cache
    dW = np.zeros_like(W)
    np.add.at(dW, x, dout)
    return dW / np.maximum(np.bincount(x.ravel(), minlength=len(W)), 1)[:, None]


# expect: wrong - dw of the last time alone; T = 2
def temporal_affine_backward(dout, cache):
    x, w = cache
    d, flat = dout.reshape(-1, dout.shape[2]), x.reshape(-1, x.shape[2])
    return (d @ w.T).reshape(x.shape), x[:, -1].T @ dout[:, -1], d.sum(axis=0)


# expect: wrong - the gradient is not masked; any masked word
def temporal_softmax_loss(x, y, mask):
    N, T, V = x.shape
    flat, labels, keep, rows = x.reshape(-1, V), y.ravel(), mask.ravel(), np.arange(N * T)
    shifted = flat - flat.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -np.sum(logs[rows, labels] * keep) / N
    d = np.exp(logs)
    d[rows, labels] -= 1
    d /= N
    return loss, d.reshape(x.shape)
