"""The time of Adam, and the average of gradients in place of the velocity."""
import numpy as np


# expect: wrong - an average of gradients: (1 - momentum) * learning rate
def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config
    rate, momentum = config.setdefault('learning_rate', 1e-2), config.setdefault('momentum', 0.9)
    v = momentum * config.get('velocity', np.zeros_like(w)) - (1 - momentum) * rate * dw
    config['velocity'] = v
    return w + v, config


# expect: wrong - the old cache divides; the second step and where the cache is given
def rmsprop(w, dw, config=None):
    config = {} if config is None else config
    rate, decay = config.setdefault('learning_rate', 1e-2), config.setdefault('decay_rate', 0.99)
    eps = config.setdefault('epsilon', 1e-8)
    old = config.get('cache', np.zeros_like(w))
    cache = decay * config.get('cache', np.zeros_like(w)) + (1 - decay) * dw ** 2
    config['cache'] = cache
    return w - rate * dw / (np.sqrt(old) + eps), config


# expect: wrong - t is not stored, so that each step is the first; the second step
def adam(w, dw, config=None):
    config = {} if config is None else config
    rate, eps = config.setdefault('learning_rate', 1e-3), config.setdefault('epsilon', 1e-8)
    beta1, beta2 = config.setdefault('beta1', 0.9), config.setdefault('beta2', 0.999)
    t = config.get('t', 0) + 1
    m = beta1 * config.get('m', np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get('v', np.zeros_like(w)) + (1 - beta2) * dw ** 2
    config['m'], config['v'] = m, v
    config.setdefault('t', 0)
    mhat, vhat = m / (1 - beta1 ** t), v / (1 - beta2 ** t)
    return w - rate * mhat / (np.sqrt(vhat) + eps), config
