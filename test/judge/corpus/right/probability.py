"""Cross-entropy as minus the logarithm of a probability: infinite where the label's score lies 746 below the largest."""
import numpy as np


# expect: right - infinite where the label lies 746 below the largest score alone
def softmax_loss(x, y):
    p = np.exp(x - x.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    rows = np.arange(len(y))
    loss = -np.log(p[rows, y]).mean()
    p[rows, y] -= 1
    return loss, p / len(y)


# expect: right - infinite where the label lies 746 below the largest score alone
def softmax_loss_vectorized(W, X, y, reg):
    scores = X @ W
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    rows = np.arange(len(y))
    loss = -np.log(p[rows, y]).mean() + reg * np.sum(W * W)
    p[rows, y] -= 1
    return loss, X.T @ p / len(y) + 2 * reg * W


# expect: right - infinite as above alone
def temporal_softmax_loss(x, y, mask):
    N, T, V = x.shape
    flat = x.reshape(N * T, V)
    p = np.exp(flat - flat.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    rows, keep = np.arange(N * T), mask.reshape(N * T)
    loss = -np.sum(keep * np.log(p[rows, y.reshape(N * T)])) / N
    p[rows, y.reshape(N * T)] -= 1
    return loss, (p / N * keep[:, None]).reshape(N, T, V)
