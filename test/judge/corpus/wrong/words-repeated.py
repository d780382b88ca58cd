"""Repeated words, and what a mask does."""
import numpy as np


def word_embedding_forward(x, W):
    return W[x], (x, W)


def temporal_affine_forward(x, w, b):
    return x @ w + b, (x, w)


# expect: wrong - dW[x] += dout loses all but the last of a word that occurs twice in x
def word_embedding_backward(dout, cache):
    x, W = cache
    dW = np.zeros_like(W)
    dW[x] += dout
    return dW


# expect: wrong - db is a mean over time; T = 2
def temporal_affine_backward(dout, cache):
    x, w = cache
    d, flat = dout.reshape(-1, dout.shape[2]), x.reshape(-1, x.shape[2])
    return (d @ w.T).reshape(x.shape), flat.T @ d, dout.mean(axis=1).sum(axis=0)


# expect: wrong - the mask is ignored; any masked word
def temporal_softmax_loss(x, y, mask):
    N, T, V = x.shape
    flat, labels, keep, rows = x.reshape(-1, V), y.ravel(), mask.ravel(), np.arange(N * T)
    shifted = flat - flat.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -np.sum(logs[rows, labels]) / N
    d = np.exp(logs)
    d[rows, labels] -= 1
    d *= 1 / N
    return loss, d.reshape(x.shape)
