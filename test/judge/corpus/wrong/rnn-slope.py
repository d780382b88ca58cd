"""The slope of tanh at the wrong place."""
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x @ Wx + prev_h @ Wh + b)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_forward(x, h0, Wx, Wh, b):
    h, caches, states = h0, [], []
    for t in range(x.shape[1]):
        prev_h = h
        h = np.tanh(x[:, t] @ Wx + prev_h @ Wh + b)
        states.append(h)
        caches.append((x[:, t], prev_h, Wx, Wh, h))
    return np.stack(states, axis=1), caches


# expect: wrong - 1 - dout^2 in place of 1 - h^2; any shape
def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    da = dnext_h * (1 - dnext_h ** 2)
    return da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.sum(axis=0)


# expect: wrong - the slope of the state before: h of t - 1; any shape
def rnn_backward(dh, cache):
    dx = np.zeros((*dh.shape[:2], len(cache[0][2])))
    dprev = np.zeros_like(dh[:, 0])
    dWx, dWh, db = 0, 0, 0
    for t in reversed(range(dh.shape[1])):
        x, prev_h, Wx, Wh, h = cache[t]
        da = (dh[:, t] + dprev) * (1 - prev_h ** 2)
        dx[:, t], dprev = da @ Wx.T, da @ Wh.T
        dWx = dWx + x.T @ da
        dWh = dWh + prev_h.T @ da
        db = db + da.sum(axis=0)
    return dx, dprev, dWx, dWh, db
