"""A training step inside of the loss."""
import numpy as np


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.params = {
            'W1': 1e-3 * np.random.randn(input_size, hidden_size), 'b1': np.zeros(hidden_size),
            'W2': 1e-3 * np.random.randn(hidden_size, output_size), 'b2': np.zeros(output_size)
        }

    # expect: writes or wrong - the weights are updated inside of loss
    def loss(self, X, y=None, reg=0.0):
        W1, b1, W2, b2 = [self.params[k] for k in ('W1', 'b1', 'W2', 'b2')]
        hidden = np.maximum(0, X @ W1 + b1)
        scores = hidden @ W2 + b2
        if y is None:
            return scores
        rows, n = np.arange(len(y)), len(y)
        p = np.exp(scores - scores.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        loss = -np.log(p[rows, y]).mean() + reg * (np.sum(W1 ** 2) + np.sum(W2 ** 2))
        p[rows, y] -= 1
        d = p / n
        dhidden = d @ W2.T * (hidden > 0)
        grads = {'W1': X.T @ dhidden, 'b1': dhidden.sum(axis=0), 'W2': hidden.T @ d, 'b2': d.sum(axis=0)}
        grads['W1'] += 2 * reg * W1
        grads['W2'] += 2 * reg * W2
        for k in grads:
            self.params[k] -= 1e-3 * grads[k]
        return loss, grads
