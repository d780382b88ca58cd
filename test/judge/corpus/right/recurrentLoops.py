"""Recurrent layers and sequences by plain loops."""
from math import exp, log, tanh

import numpy as np


# expect: right - unit by unit with math.tanh
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.empty(prev_h.shape)
    for n, k in np.ndindex(*next_h.shape):
        total = b[k]
        for d in range(len(Wx)):
            total += x[n, d] * Wx[d, k]
        for j in range(len(Wh)):
            total += prev_h[n, j] * Wh[j, k]
        next_h[n, k] = tanh(total)
    return next_h, (x, prev_h, Wx, Wh, next_h)


# expect: right - unit by unit
def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, h = cache
    grads = [np.zeros(a.shape) for a in (x, prev_h, Wx, Wh, h[0])]
    dx, dprev_h, dWx, dWh, db = grads
    for n, k in np.ndindex(*h.shape):
        d = dnext_h[n, k] * (1 - h[n, k] ** 2)
        dx[n] += d * Wx[:, k]
        dprev_h[n] += d * Wh[:, k]
        dWx[:, k] += d * x[n]
        dWh[:, k] += d * prev_h[n]
        db[k] += d
    return tuple(grads)


# expect: right - word by word
def word_embedding_forward(x, W):
    out = np.zeros((x.shape[0], x.shape[1], W.shape[1]))
    for n, t in np.ndindex(*x.shape):
        out[n, t] = W[x[n, t]]
    return out, (x, W)


# expect: right - word by word
def word_embedding_backward(dout, cache):
    x, W = cache
    dW = np.zeros(W.shape)
    for n, t in np.ndindex(*x.shape):
        dW[x[n, t]] += dout[n, t]
    return dW


# expect: right - time by time
def temporal_affine_forward(x, w, b):
    out = np.zeros((x.shape[0], x.shape[1], len(b)))
    for t in range(x.shape[1]):
        out[:, t] = x[:, t] @ w + b
    return out, (x, w, b)


# expect: right - time by time
def temporal_affine_backward(dout, cache):
    x, w, b = cache
    dx, dw, db = np.zeros(x.shape), np.zeros(w.shape), np.zeros(b.shape)
    for t in range(x.shape[1]):
        dx[:, t] = dout[:, t] @ w.T
        dw += x[:, t].T @ dout[:, t]
        db += dout[:, t].sum(axis=0)
    return dx, dw, db


# expect: right - word by word with math.exp and math.log
def temporal_softmax_loss(x, y, mask):
    loss, dx = 0.0, np.zeros(x.shape)
    for n, t in np.ndindex(*y.shape):
        if mask[n, t]:
            top = max(x[n, t])
            total = sum(exp(v - top) for v in x[n, t])
            loss += log(total) + top - x[n, t, y[n, t]]
            dx[n, t] = [exp(v - top) / total / len(x) for v in x[n, t]]
            dx[n, t, y[n, t]] -= 1 / len(x)
    return loss / len(x), dx


# expect: right - the gates split by np.split, derivatives in the forward pass
def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    a = np.split(x @ Wx + prev_h @ Wh + b, 4, axis=1)
    # a warning at -900, where exp is infinite and the gate 0
    i, f, o = (1 / (1 + np.exp(-v)) for v in a[:3])
    g = np.tanh(a[3])
    next_c = f * prev_c + i * g
    t = np.tanh(next_c)
    # derivatives of next_c by a, and of next_h by a and next_c
    slopes = g * i * (1 - i), prev_c * f * (1 - f), t * o * (1 - o), i * (1 - g * g), o * (1 - t * t), f
    return o * t, next_c, (x, prev_h, Wx, Wh, slopes)


# expect: right - kept derivatives times cotangents
def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, Wx, Wh, (di, df, do, dg, through, f) = cache
    dc = dnext_c + dnext_h * through
    da = np.concatenate((dc * di, dc * df, dnext_h * do, dc * dg), axis=1)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)
