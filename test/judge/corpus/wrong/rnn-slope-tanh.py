"""The slope of tanh at tanh, and the sigmoid."""
import numpy as np


# expect: wrong - the sigmoid in place of tanh; any shape
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = 1 / (1 + np.exp(-(x @ Wx + prev_h @ Wh + b)))
    return next_h, (x, prev_h, Wx, Wh, next_h)


# expect: wrong - each step sees h0 in place of the state before; T = 2
def rnn_forward(x, h0, Wx, Wh, b):
    h, caches, states = h0, [], []
    for t in range(x.shape[1]):
        prev_h = h0
        h = np.tanh(x[:, t] @ Wx + prev_h @ Wh + b)
        states.append(h)
        caches.append((x[:, t], prev_h, Wx, Wh, h))
    return np.stack(states, axis=1), caches


