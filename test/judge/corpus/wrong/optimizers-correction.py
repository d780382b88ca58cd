"""Corrections and signs."""
import numpy as np


# expect: wrong - a step up
def sgd(w, dw, config=None):
    config = {} if config is None else config
    rate = config.setdefault('learning_rate', 1e-2)
    return w + rate * dw, config


# expect: wrong - the sign of the velocity: w - v
def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config
    rate, momentum = config.setdefault('learning_rate', 1e-2), config.setdefault('momentum', 0.9)
    v = momentum * config.get('velocity', np.zeros_like(w)) - rate * dw
    config['velocity'] = v
    return w - v, config


# expect: wrong - decay and 1 - decay exchanged; decay other than .5
def rmsprop(w, dw, config=None):
    config = {} if config is None else config
    rate, decay = config.setdefault('learning_rate', 1e-2), config.setdefault('decay_rate', 0.99)
    eps = config.setdefault('epsilon', 1e-8)
    cache = (1 - decay) * config.get('cache', np.zeros_like(w)) + decay * dw ** 2
    config['cache'] = cache
    return w - rate * dw / (np.sqrt(cache) + eps), config


# expect: wrong - no correction of the averages; t below some thousands
def adam(w, dw, config=None):
    config = {} if config is None else config
    rate, eps = config.setdefault('learning_rate', 1e-3), config.setdefault('epsilon', 1e-8)
    beta1, beta2 = config.setdefault('beta1', 0.9), config.setdefault('beta2', 0.999)
    t = config.get('t', 0) + 1
    m = beta1 * config.get('m', np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get('v', np.zeros_like(w)) + (1 - beta2) * dw ** 2
    config['m'], config['v'], config['t'] = m, v, t
    mhat, vhat = m, v
    return w - rate * mhat / (np.sqrt(vhat) + eps), config
