"""Recurrent layers, one step after another."""
import numpy as np


def sigmoid(a):
    # exp of a number that is never positive
    e = np.exp(-np.abs(a))
    return np.where(a >= 0, 1, e) / (1 + e)


# expect: right - tanh of two products and a bias
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x @ Wx + prev_h @ Wh + b)
    return next_h, (x, prev_h, Wx, Wh, next_h)


# expect: right - the derivative 1 - h^2 of the output
def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    da = dnext_h * (1 - next_h ** 2)
    return da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.sum(axis=0)


# expect: right - steps in order
def rnn_forward(x, h0, Wx, Wh, b):
    h, caches, states = h0, [], []
    for t in range(x.shape[1]):
        h, cache = rnn_step_forward(x[:, t], h, Wx, Wh, b)
        states.append(h)
        caches.append(cache)
    return np.stack(states, axis=1), caches


# expect: right - gradients of the weights added over time
def rnn_backward(dh, cache):
    dprev, dx = np.zeros_like(dh[:, 0]), []
    dWx, dWh, db = 0, 0, 0
    for t in reversed(range(dh.shape[1])):
        dxt, dprev, a, c, d = rnn_step_backward(dh[:, t] + dprev, cache[t])
        dx.insert(0, dxt)
        dWx, dWh, db = dWx + a, dWh + c, db + d
    return np.stack(dx, axis=1), dprev, dWx, dWh, db


# expect: right - gates in the order i, f, o, g
def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = x @ Wx + prev_h @ Wh + b
    i, f, o = (sigmoid(a[:, k * H:(k + 1) * H]) for k in range(3))
    g = np.tanh(a[:, 3 * H:])
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


# expect: right - the cell's cotangent is its own and the one through h
def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    tanh = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - tanh ** 2)
    da = np.hstack([dc * g * i * (1 - i), dc * prev_c * f * (1 - f), dnext_h * tanh * o * (1 - o), dc * i * (1 - g ** 2)])
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)


# expect: right - the cell starts at zeros
def lstm_forward(x, h0, Wx, Wh, b):
    N, T, _ = x.shape
    h, c, caches, out = h0, np.zeros_like(h0), [], np.empty((N, T, h0.shape[1]))
    for t in range(T):
        h, c, cache = lstm_step_forward(x[:, t, :], h, c, Wx, Wh, b)
        out[:, t, :] = h
        caches.append(cache)
    return out, caches


# expect: right - cotangents of state and cell go back together
def lstm_backward(dh, cache):
    N, T, H = dh.shape
    Wx, Wh = cache[0][3], cache[0][4]
    dx, dWx, dWh, db = np.empty((N, T, len(Wx))), np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(4 * H)
    dprev_h, dprev_c = np.zeros((N, H)), np.zeros((N, H))
    for t in range(T - 1, -1, -1):
        dx[:, t], dprev_h, dprev_c, a, c, d = lstm_step_backward(dh[:, t] + dprev_h, dprev_c, cache[t])
        dWx += a
        dWh += c
        db += d
    return dx, dprev_h, dWx, dWh, db


# expect: right - rows of the table
def word_embedding_forward(x, W):
    return W[x], (x, W.shape)


# expect: right - np.add.at adds repeated words
def word_embedding_backward(dout, cache):
    x, shape = cache
    dW = np.zeros(shape)
    np.add.at(dW, x, dout)
    return dW


# expect: right - samples and times as rows
def temporal_affine_forward(x, w, b):
    N, T, D = x.shape
    return (x.reshape(N * T, D) @ w + b).reshape(N, T, -1), (x, w)


# expect: right - samples and times as rows
def temporal_affine_backward(dout, cache):
    x, w = cache
    d, flat = dout.reshape(-1, dout.shape[2]), x.reshape(-1, x.shape[2])
    return (d @ w.T).reshape(x.shape), flat.T @ d, d.sum(axis=0)


# expect: right - masked sum divided by N
def temporal_softmax_loss(x, y, mask):
    N, T, V = x.shape
    flat, rows, keep = x.reshape(-1, V), np.arange(N * T), mask.reshape(-1)
    shifted = flat - flat.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    d = np.exp(logs)
    d[rows, y.reshape(-1)] -= 1
    return -np.sum(keep * logs[rows, y.reshape(-1)]) / N, (d * keep[:, None] / N).reshape(x.shape)
