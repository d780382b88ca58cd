"""Linear classifiers, a network of two layers and nearest neighbours, in matrix form."""
import numpy as np


# expect: right - all margins at once
def svm_loss_vectorized(W, X, y, reg):
    n = len(y)
    scores = X @ W
    margins = np.maximum(0, scores - scores[np.arange(n), y][:, None] + 1)
    margins[np.arange(n), y] = 0
    d = (margins > 0) * 1.0
    d[np.arange(n), y] -= d.sum(axis=1)
    return margins.sum() / n + reg * (W ** 2).sum(), X.T @ d / n + 2 * reg * W


# expect: right - shifted scores
def softmax_loss_vectorized(W, X, y, reg):
    n = len(y)
    scores = X @ W
    scores = scores - scores.max(axis=1, keepdims=True)
    logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    d = np.exp(logs)
    d[np.arange(n), y] -= 1
    return -logs[np.arange(n), y].sum() / n + reg * np.sum(W * W), X.T @ d / n + 2 * reg * W


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, std=1e-4):
        self.params = {
            'W1': std * np.random.randn(input_size, hidden_size), 'b1': np.zeros(hidden_size),
            'W2': std * np.random.randn(hidden_size, output_size), 'b2': np.zeros(output_size)
        }

    # expect: right - scores without labels, loss and gradients with them
    def loss(self, X, y=None, reg=0.0):
        W1, b1, W2, b2 = (self.params[k] for k in ('W1', 'b1', 'W2', 'b2'))
        hidden = np.maximum(X @ W1 + b1, 0)
        scores = hidden @ W2 + b2
        if y is None:
            return scores
        rows = np.arange(len(y))
        scores = scores - scores.max(axis=1, keepdims=True)
        logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        loss = -logs[rows, y].mean() + reg * (np.sum(W1 * W1) + np.sum(W2 * W2))
        d = np.exp(logs)
        d[rows, y] -= 1
        d /= len(y)
        dhidden = np.where(hidden > 0, d @ W2.T, 0)
        return loss, {
            'W1': X.T @ dhidden + 2 * reg * W1, 'b1': dhidden.sum(axis=0),
            'W2': hidden.T @ d + 2 * reg * W2, 'b2': d.sum(axis=0)
        }


class KNearestNeighbor:
    def train(self, X, y):
        self.X_train, self.y_train = X, y

    # expect: right - root of a dot product
    def compute_distances_two_loops(self, X):
        rows = []
        for test in X:
            rows.append([np.dot(test - train, test - train) ** 0.5 for train in self.X_train])
        return np.array(rows)

    # expect: right - one test point against all
    def compute_distances_one_loop(self, X):
        return np.stack([np.sqrt(((self.X_train - test) ** 2).sum(axis=1)) for test in X])

    # expect: right - one broadcast difference
    def compute_distances_no_loops(self, X):
        return np.linalg.norm(X[:, None] - self.X_train, axis=2)
