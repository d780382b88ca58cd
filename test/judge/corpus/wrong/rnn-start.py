"""The first state and the direction of time."""
import numpy as np


# expect: wrong - the steps run backward in time; T = 2
def rnn_forward(x, h0, Wx, Wh, b):
    h, caches, states = h0, [], []
    for t in reversed(range(x.shape[1])):
        prev_h = h
        h = np.tanh(x[:, t] @ Wx + prev_h @ Wh + b)
        states.append(h)
        caches.append((x[:, t], prev_h, Wx, Wh, h))
    return np.stack(states[::-1], axis=1), caches


# expect: wrong - the bias is added after tanh; any shape
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x @ Wx + prev_h @ Wh) + b
    return next_h, (x, prev_h, Wx, Wh, next_h)
