"""Exponentials and logarithms at large scores."""
import numpy as np


# expect: wrong - the scores are not shifted: not a number at scores of 1000, right at scores of 1
def softmax_loss(x, y):
    rows = np.arange(len(y))
    shifted = x
    p = np.exp(shifted)
    p /= p.sum(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -logs[rows, y].mean()
    dx = p.copy()
    dx[rows, y] -= 1
    return loss, dx / len(y)


# expect: wrong - the shift is the maximum of the whole table: infinite where one row lies 1000 below another
def softmax_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    scores -= scores.max()
    totals = np.exp(scores).sum(axis=1, keepdims=True)
    loss = np.sum(np.log(totals)) - scores[rows, y].sum()
    d = np.exp(scores) / totals
    d[rows, y] -= 1
    return loss / n + reg * np.sum(W * W), X.T.dot(d) / n + 2 * reg * W


# expect: wrong - 1e-8 inside the logarithm; infinite no more, and wrong in the eighth digit elsewhere
def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for n, label in enumerate(y):
        scores = X[n].dot(W)
        scores = scores - scores.max()
        p = np.exp(scores) / np.exp(scores).sum()
        loss -= np.log(p[label] + 1e-8)
        for j in range(W.shape[1]):
            dW[:, j] += (p[j] - (j == label)) * X[n]
    return loss / len(y) + reg * np.sum(W * W), dW / len(y) + 2 * reg * W


# expect: wrong - the scores are divided by their largest; any shape
def svm_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    scores /= np.abs(scores).max()
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    d = (margins > 0) * 1.0
    d[rows, y] -= d.sum(axis=1)
    return margins.sum() / n + reg * np.sum(W * W), X.T.dot(d) / n + 2 * reg * W


# expect: wrong - the margin is 0 in place of 1; any shape with two classes
def svm_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for n, label in enumerate(y):
        scores = X[n].dot(W)
        for j in range(W.shape[1]):
            margin = scores[j] - scores[label]
            if j != label and margin > 0:
                loss += margin
                dW[:, j] += X[n]
                dW[:, label] -= X[n]
    return loss / len(y) + reg * np.sum(W * W), dW / len(y) + 2 * reg * W
