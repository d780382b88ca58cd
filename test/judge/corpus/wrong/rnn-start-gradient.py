"""The gradient of the first state, and axes."""
import numpy as np


def rnn_forward(x, h0, Wx, Wh, b):
    h, caches, states = h0, [], []
    for t in range(x.shape[1]):
        prev_h = h
        h = np.tanh(x[:, t] @ Wx + prev_h @ Wh + b)
        states.append(h)
        caches.append((x[:, t], prev_h, Wx, Wh, h))
    return np.stack(states, axis=1), caches


# expect: wrong shape - the states have a time axis of 1
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x @ Wx + prev_h @ Wh + b)[:, None]
    return next_h, (x, prev_h, Wx, Wh, next_h)


# expect: wrong - dh0 is zeros; any shape
def rnn_backward(dh, cache):
    dx = np.zeros((*dh.shape[:2], len(cache[0][2])))
    dprev = np.zeros_like(dh[:, 0])
    dWx, dWh, db = 0, 0, 0
    for t in reversed(range(dh.shape[1])):
        x, prev_h, Wx, Wh, h = cache[t]
        da = (dh[:, t] + dprev) * (1 - h ** 2)
        dx[:, t], dprev = da @ Wx.T, da @ Wh.T
        dWx = dWx + x.T @ da
        dWh = dWh + prev_h.T @ da
        db = db + da.sum(axis=0)
    return dx, np.zeros_like(dprev), dWx, dWh, db
