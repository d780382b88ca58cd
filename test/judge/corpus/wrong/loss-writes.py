"""The caller's arrays as buffers."""
import numpy as np


# expect: writes - x -= max shifts the caller's scores; values are right
def softmax_loss(x, y):
    rows = np.arange(len(y))
    x -= x.max(axis=1, keepdims=True)
    shifted = x
    p = np.exp(shifted)
    p /= p.sum(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -logs[rows, y].mean()
    dx = p.copy()
    dx[rows, y] -= 1
    return loss, dx / len(y)


# expect: wrong - the label's column takes the sign of the count of violated margins; three classes
def svm_loss(x, y):
    rows = np.arange(len(y))
    margins = np.maximum(0, x - x[rows, y][:, None] + 1)
    margins[rows, y] = 0
    dx = (margins > 0) * 1.0
    dx[rows, y] -= np.sign(dx.sum(axis=1))
    return margins.sum() / len(y), dx / len(y)


# expect: writes - W *= 2 reg after the loss changes the caller's weights; values are right
def svm_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    d = (margins > 0) * 1.0
    d[rows, y] -= d.sum(axis=1)
    loss = margins.sum() / n + reg * np.sum(W * W)
    W *= 2 * reg
    return loss, X.T.dot(d) / n + W


# expect: wrong shape or wrong - the gradient is (C, D) in place of (D, C); where they agree, its numbers are wrong
def softmax_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    scores -= scores.max(axis=1, keepdims=True)
    totals = np.exp(scores).sum(axis=1, keepdims=True)
    loss = np.sum(np.log(totals)) - scores[rows, y].sum()
    d = np.exp(scores) / totals
    d[rows, y] -= 1
    return loss / n + reg * np.sum(W * W), (X.T.dot(d) / n + 2 * reg * W).T


# expect: wrong - indicator of margins above 1 for the gradient; margins between 0 and 1
def svm_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for n, label in enumerate(y):
        scores = X[n].dot(W)
        for j in range(W.shape[1]):
            margin = scores[j] - scores[label] + 1
            if j != label and margin > 0:
                loss += margin
                dW[:, j] += X[n] * (margin > 1)
                dW[:, label] -= X[n] * (margin > 1)
    return loss / len(y) + reg * np.sum(W * W), dW / len(y) + 2 * reg * W
