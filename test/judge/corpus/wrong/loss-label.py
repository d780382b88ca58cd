"""The column of the label."""
import numpy as np


# expect: wrong - 1 is not taken from the label's column; any shape
def softmax_loss(x, y):
    rows = np.arange(len(y))
    shifted = x - x.max(axis=1, keepdims=True)
    p = np.exp(shifted)
    p /= p.sum(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -logs[rows, y].mean()
    dx = p.copy()
    return loss, dx / len(y)


# expect: wrong - the label's own margin of 1 is counted; any shape
def svm_loss(x, y):
    rows = np.arange(len(y))
    margins = np.maximum(0, x - x[rows, y][:, None] + 1)
    dx = (margins > 0) * 1.0
    dx[rows, y] -= dx.sum(axis=1)
    return margins.sum() / len(y), dx / len(y)


# expect: wrong - the label's column gets -1, not minus the number of violated margins; three classes
def svm_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    d = (margins > 0) * 1.0
    d[rows, y] = -1
    return margins.sum() / n + reg * np.sum(W * W), X.T.dot(d) / n + 2 * reg * W


# expect: wrong - 1 is taken from the whole columns of labels that occur; N = 2 with two labels
def softmax_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    scores -= scores.max(axis=1, keepdims=True)
    totals = np.exp(scores).sum(axis=1, keepdims=True)
    loss = np.sum(np.log(totals)) - scores[rows, y].sum()
    d = np.exp(scores) / totals
    d[:, np.unique(y)] -= 1
    return loss / n + reg * np.sum(W * W), X.T.dot(d) / n + 2 * reg * W


# expect: wrong - the label's column gets nothing; two classes
def svm_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for n, label in enumerate(y):
        scores = X[n].dot(W)
        for j in range(W.shape[1]):
            margin = scores[j] - scores[label] + 1
            if j != label and margin > 0:
                loss += margin
                dW[:, j] += X[n]
    return loss / len(y) + reg * np.sum(W * W), dW / len(y) + 2 * reg * W


# expect: wrong - the label of the first sample for all; two labels
def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for n, label in enumerate(y):
        scores = X[n].dot(W)
        scores = scores - scores.max()
        p = np.exp(scores) / np.exp(scores).sum()
        loss += np.log(np.exp(scores).sum()) - scores[label]
        for j in range(W.shape[1]):
            dW[:, j] += (p[j] - (j == y[0])) * X[n]
    return loss / len(y) + reg * np.sum(W * W), dW / len(y) + 2 * reg * W
