"""Recurrent layers with input and state joined in one array, and gradients of weights by one product over all times."""
import numpy as np


def sigmoid(a):
    return 0.5 * (1 + np.tanh(0.5 * a))


# expect: right - one product of the joined array
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    joined, weights = np.hstack([x, prev_h]), np.vstack([Wx, Wh])
    next_h = np.tanh(joined @ weights + b)
    return next_h, (joined, weights, next_h, x.shape[1])


# expect: right - the parts of joined gradients
def rnn_step_backward(dnext_h, cache):
    joined, weights, h, D = cache
    da = dnext_h * (1 + h) * (1 - h)
    djoined, dweights = da @ weights.T, joined.T @ da
    return djoined[:, :D], djoined[:, D:], dweights[:D], dweights[D:], np.sum(da, axis=0)


# expect: right - products with the input for all times at once
def rnn_forward(x, h0, Wx, Wh, b):
    a = x @ Wx + b
    h = np.zeros((x.shape[0], x.shape[1] + 1, h0.shape[1]))
    h[:, 0] = h0
    for t in range(x.shape[1]):
        h[:, t + 1] = np.tanh(a[:, t] + h[:, t] @ Wh)
    return h[:, 1:], (x, h, Wx, Wh)


# expect: right - cotangents of all times first, then one einsum a gradient
def rnn_backward(dh, cache):
    x, h, Wx, Wh = cache
    da = np.zeros(dh.shape)
    dprev = np.zeros(h[:, 0].shape)
    for t in reversed(range(dh.shape[1])):
        da[:, t] = (1 - h[:, t + 1] ** 2) * (dh[:, t] + dprev)
        dprev = da[:, t] @ Wh.T
    return da @ Wx.T, dprev, np.einsum('ntd,nth->dh', x, da), np.einsum('nth,ntk->hk', h[:, :-1], da), da.sum(axis=(0, 1))


# expect: right - gates as a fourth axis, sigmoid by tanh of the half
def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    N, H = prev_h.shape
    a = (x.dot(Wx) + prev_h.dot(Wh) + b).reshape(N, 4, H)
    gates = np.concatenate([sigmoid(a[:, :3]), np.tanh(a[:, 3:])], axis=1)
    i, f, o, g = np.moveaxis(gates, 1, 0)
    next_c = f * prev_c + i * g
    tanh = np.tanh(next_c)
    return o * tanh, next_c, (x, prev_h, prev_c, Wx, Wh, gates, tanh)


# expect: right - derivatives of gates in one array
def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, gates, tanh = cache
    i, f, o, g = np.moveaxis(gates, 1, 0)
    dc = dnext_c + dnext_h * o * (1 + tanh) * (1 - tanh)
    dgates = np.stack([dc * g, dc * prev_c, dnext_h * tanh, dc * i], axis=1)
    slopes = gates * (1 - gates)
    slopes[:, 3] = (1 + g) * (1 - g)
    da = (dgates * slopes).reshape(len(x), -1)
    return da.dot(Wx.T), da.dot(Wh.T), dc * f, x.T.dot(da), prev_h.T.dot(da), da.sum(0)


# expect: right - a list of steps
def lstm_forward(x, h0, Wx, Wh, b):
    states = [(h0, np.zeros(h0.shape), None)]
    for t in range(x.shape[1]):
        states.append(lstm_step_forward(x[:, t], *states[-1][:2], Wx, Wh, b))
    return np.array([s[0] for s in states[1:]]).swapaxes(0, 1), [s[2] for s in states[1:]]


# expect: right - sums of lists at the end
def lstm_backward(dh, cache):
    back = np.zeros(dh[:, 0].shape), np.zeros(dh[:, 0].shape)
    dx, weights = [], []
    for d, step in list(zip(dh.swapaxes(0, 1), cache))[::-1]:
        dxt, *back, dWx, dWh, db = lstm_step_backward(d + back[0], back[1], step)
        dx.append(dxt)
        weights.append((dWx, dWh, db))
    return (np.stack(dx[::-1], axis=1), back[0]) + tuple(sum(part) for part in zip(*weights))


# expect: right - a product with one-hot rows
def word_embedding_forward(x, W):
    hot = np.eye(len(W))[x]
    return hot @ W, hot


# expect: right - the one-hot rows transposed
def word_embedding_backward(dout, cache):
    return np.tensordot(cache, dout, ((0, 1), (0, 1)))


# expect: right - matmul over the last axis
def temporal_affine_forward(x, w, b):
    return x @ w + b, (x, w)


# expect: right - tensordot over samples and times
def temporal_affine_backward(dout, cache):
    x, w = cache
    return dout @ w.T, np.tensordot(x, dout, ((0, 1), (0, 1))), dout.sum((0, 1))


# expect: right or loses digits - the difference of a score and the log of the sum cancels where scores are large; unmasked entries alone, picked by the mask
def temporal_softmax_loss(x, y, mask):
    z, labels, dx = x[mask], y[mask], np.zeros_like(x)
    logs = z - np.logaddexp.reduce(z, axis=1)[:, None] if len(z) else z
    dx[mask] = (np.exp(logs) - np.eye(x.shape[2])[labels]) / len(x)
    return -np.sum(logs[np.arange(len(labels)), labels]) / len(x), dx
