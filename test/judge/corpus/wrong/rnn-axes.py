"""Time first."""
import numpy as np


# expect: wrong shape or wrong - the states lie (T, N, H); where N = T, numbers are wrong
def rnn_forward(x, h0, Wx, Wh, b):
    h, caches, states = h0, [], []
    for t in range(x.shape[1]):
        prev_h = h
        h = np.tanh(x[:, t] @ Wx + prev_h @ Wh + b)
        states.append(h)
        caches.append((x[:, t], prev_h, Wx, Wh, h))
    return np.stack(states, axis=0), caches


# expect: wrong - Wh transposed; H = 2
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x @ Wx + prev_h @ Wh.T + b)
    return next_h, (x, prev_h, Wx, Wh, next_h)
