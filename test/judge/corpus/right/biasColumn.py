"""Affine maps with the bias as one more row of the weights, and a network built of them."""
import numpy as np


def extended(x):
    return np.hstack([x.reshape(x.shape[0], -1), np.ones((x.shape[0], 1))])


# expect: right - a column of ones takes the bias
def affine_forward(x, w, b):
    both = np.vstack([w, b])
    return extended(x) @ both, (x, both)


# expect: right - the last row of the gradient is the bias's
def affine_backward(dout, cache):
    x, both = cache
    dboth = extended(x).T @ dout
    return (dout @ both[:-1].T).reshape(x.shape), dboth[:-1], dboth[-1]


# expect: right - rectified affine map
def affine_relu_forward(x, w, b):
    out, cache = affine_forward(x, w, b)
    return np.clip(out, 0, None), (cache, out)


# expect: right - the mask, then the affine map's gradient
def affine_relu_backward(dout, cache):
    return affine_backward(dout * (cache[1] > 0), cache[0])


# expect: right - rows of a matrix of right classes
def svm_loss_vectorized(W, X, y, reg):
    right = np.eye(W.shape[1])[y]
    scores = X.dot(W)
    margins = scores - np.sum(scores * right, axis=1, keepdims=True) + (1 - right)
    positive = (margins > 0) & (right == 0)
    d = positive - right * positive.sum(axis=1, keepdims=True)
    return margins[positive].sum() / X.shape[0] + reg * np.square(W).sum(), X.T.dot(d) / X.shape[0] + 2 * reg * W


# expect: right - logaddexp in place of the shift
def softmax_loss_vectorized(W, X, y, reg):
    scores = X.dot(W)
    logs = scores - np.logaddexp.reduce(scores, axis=1)[:, None]
    d = np.exp(logs) - np.eye(W.shape[1])[y]
    return -np.mean(logs[range(len(y)), y]) + reg * np.vdot(W, W), X.T.dot(d) / len(y) + reg * (W + W)


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size):
        rng = np.random.default_rng(0)
        self.params = dict(
            W1=rng.normal(size=(input_size, hidden_size)), b1=np.zeros(hidden_size),
            W2=rng.normal(size=(hidden_size, output_size)), b2=np.zeros(output_size))

    # expect: right - layers called one after another
    def loss(self, X, y=None, reg=0.0):
        p = self.params
        hidden, first = affine_relu_forward(X, p['W1'], p['b1'])
        scores, second = affine_forward(hidden, p['W2'], p['b2'])
        if y is None:
            return scores
        logs = scores - np.logaddexp.reduce(scores, axis=1)[:, None]
        right = np.eye(scores.shape[1])[y]
        loss = -np.sum(logs * right) / len(y) + reg * sum(np.sum(p[k] ** 2) for k in ('W1', 'W2'))
        dhidden, dW2, db2 = affine_backward((np.exp(logs) - right) / len(y), second)
        _, dW1, db1 = affine_relu_backward(dhidden, first)
        return loss, {'W1': dW1 + 2 * reg * p['W1'], 'b1': db1, 'W2': dW2 + 2 * reg * p['W2'], 'b2': db2}
