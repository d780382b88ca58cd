"""The penalty and its gradient."""
import numpy as np


# expect: wrong - the penalty is missing in the gradient; reg .1
def svm_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    d = (margins > 0) * 1.0
    d[rows, y] -= d.sum(axis=1)
    return margins.sum() / n + reg * np.sum(W * W), X.T.dot(d) / n


# expect: wrong - reg * W in the gradient in place of 2 reg W; reg .1
def softmax_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    scores -= scores.max(axis=1, keepdims=True)
    totals = np.exp(scores).sum(axis=1, keepdims=True)
    loss = np.sum(np.log(totals)) - scores[rows, y].sum()
    d = np.exp(scores) / totals
    d[rows, y] -= 1
    return loss / n + reg * np.sum(W * W), X.T.dot(d) / n + reg * W


# expect: wrong - half of the penalty in the loss, its whole gradient; reg .1
def svm_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for n, label in enumerate(y):
        scores = X[n].dot(W)
        for j in range(W.shape[1]):
            margin = scores[j] - scores[label] + 1
            if j != label and margin > 0:
                loss += margin
                dW[:, j] += X[n]
                dW[:, label] -= X[n]
    return loss / len(y) + 0.5 * reg * np.sum(W * W), dW / len(y) + 2 * reg * W


# expect: wrong - half of the penalty and of its gradient, the convention of an early year; reg .1
def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for n, label in enumerate(y):
        scores = X[n].dot(W)
        scores = scores - scores.max()
        p = np.exp(scores) / np.exp(scores).sum()
        loss += np.log(np.exp(scores).sum()) - scores[label]
        for j in range(W.shape[1]):
            dW[:, j] += (p[j] - (j == label)) * X[n]
    return loss / len(y) + 0.5 * reg * np.sum(W * W), dW / len(y) + reg * W
