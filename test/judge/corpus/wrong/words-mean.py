"""Means and shapes."""
import numpy as np


# expect: wrong - words count from 1; more than one word
def word_embedding_forward(x, W):
    return W[x - 1], (x, W)


# expect: wrong shape - samples and times stay one axis
def temporal_affine_forward(x, w, b):
    return x.reshape(-1, x.shape[2]) @ w + b, (x, w)


# expect: wrong - divided by N T in place of N; T = 2
def temporal_softmax_loss(x, y, mask):
    N, T, V = x.shape
    flat, labels, keep, rows = x.reshape(-1, V), y.ravel(), mask.ravel(), np.arange(N * T)
    shifted = flat - flat.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -np.sum(logs[rows, labels] * keep) / N / T
    d = np.exp(logs)
    d[rows, labels] -= 1
    d *= keep[:, None] / N / T
    return loss, d.reshape(x.shape)
