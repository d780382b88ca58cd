"""Update rules entry by entry, in Python's own numbers."""
from math import sqrt

import numpy as np


def entries(rule, *arrays):
    """The results of a rule at each entry, as arrays of the same shape."""
    results = [rule(*(float(a) for a in each)) for each in zip(*(np.ravel(a) for a in arrays))]
    return [np.array(column).reshape(np.shape(arrays[0])) for column in zip(*results)]


# expect: right - entry by entry
def sgd(w, dw, config=None):
    config = config if config else {'learning_rate': 1e-2}
    rate = config.get('learning_rate', 1e-2)
    return entries(lambda a, g: (a - rate * g,), w, dw)[0], config


# expect: right - entry by entry
def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    rate, rho = config.get('learning_rate', 1e-2), config.get('momentum', 0.9)

    def rule(a, g, v):
        v = rho * v - rate * g
        return a + v, v
    moved, config['velocity'] = entries(rule, w, dw, config.get('velocity', w * 0))
    return moved, config


# expect: right - entry by entry
def rmsprop(w, dw, config=None):
    config = dict(config or {})
    rate, decay, eps = config.get('learning_rate', 1e-2), config.get('decay_rate', 0.99), config.get('epsilon', 1e-8)

    def rule(a, g, c):
        c = decay * c + (1 - decay) * g * g
        return a - rate * g / (sqrt(c) + eps), c
    moved, config['cache'] = entries(rule, w, dw, config.get('cache', w * 0))
    return moved, config


# expect: right - entry by entry
def adam(w, dw, config=None):
    config = dict(config or {})
    rate, eps = config.get('learning_rate', 1e-3), config.get('epsilon', 1e-8)
    b1, b2 = config.get('beta1', 0.9), config.get('beta2', 0.999)
    config['t'] = config.get('t', 0) + 1
    c1, c2 = 1 - b1 ** config['t'], 1 - b2 ** config['t']

    def rule(a, g, m, v):
        m, v = b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g * g
        return a - rate * (m / c1) / (sqrt(v / c2) + eps), m, v
    moved, config['m'], config['v'] = entries(rule, w, dw, config.get('m', w * 0), config.get('v', w * 0))
    return moved, config
