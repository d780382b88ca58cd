"""Sum and mean."""
import numpy as np


# expect: wrong - dx is not divided by N; N = 2
def softmax_loss(x, y):
    rows = np.arange(len(y))
    shifted = x - x.max(axis=1, keepdims=True)
    p = np.exp(shifted)
    p /= p.sum(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -logs[rows, y].mean()
    dx = p.copy()
    dx[rows, y] -= 1
    return loss, dx


# expect: wrong - the loss is a mean over all margins; two classes
def svm_loss(x, y):
    rows = np.arange(len(y))
    margins = np.maximum(0, x - x[rows, y][:, None] + 1)
    margins[rows, y] = 0
    dx = (margins > 0) * 1.0
    dx[rows, y] -= dx.sum(axis=1)
    return margins.mean(), dx / len(y)


# expect: wrong - the gradient is divided by N twice; N = 2
def svm_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    margins = np.maximum(0, scores - scores[rows, y][:, None] + 1)
    margins[rows, y] = 0
    d = (margins > 0) * 1.0
    d[rows, y] -= d.sum(axis=1)
    return margins.sum() / n + reg * np.sum(W * W), X.T.dot(d) / n ** 2 + 2 * reg * W


# expect: wrong - the loss is divided by the number of classes; N = 3, 4 classes
def softmax_loss_vectorized(W, X, y, reg):
    rows, n = np.arange(len(y)), len(y)
    scores = X.dot(W)
    scores -= scores.max(axis=1, keepdims=True)
    totals = np.exp(scores).sum(axis=1, keepdims=True)
    loss = np.sum(np.log(totals)) - scores[rows, y].sum()
    d = np.exp(scores) / totals
    d[rows, y] -= 1
    return loss / W.shape[1] + reg * np.sum(W * W), X.T.dot(d) / n + 2 * reg * W


# expect: wrong - the regularisation is divided by N too; N = 2, reg .1
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
    return (loss + reg * np.sum(W * W)) / len(y), dW / len(y) + 2 * reg * W


# expect: wrong - the gradient is not divided by N; N = 2
def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for n, label in enumerate(y):
        scores = X[n].dot(W)
        scores = scores - scores.max()
        p = np.exp(scores) / np.exp(scores).sum()
        loss += np.log(np.exp(scores).sum()) - scores[label]
        for j in range(W.shape[1]):
            dW[:, j] += (p[j] - (j == label)) * X[n]
    return loss / len(y) + reg * np.sum(W * W), dW + 2 * reg * W
