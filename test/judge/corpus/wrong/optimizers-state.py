"""State that is lost, and signs."""
import numpy as np


# expect: wrong - the given learning rate is not read; learning rate .3
def sgd(w, dw, config=None):
    config = {} if config is None else config
    rate = 1e-2
    return w - rate * dw, config


# expect: wrong - the velocity is not stored; the second step
def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config
    rate, momentum = config.setdefault('learning_rate', 1e-2), config.setdefault('momentum', 0.9)
    v = momentum * config.get('velocity', np.zeros_like(w)) - rate * dw
    config.setdefault('velocity', np.zeros_like(w))
    return w + v, config


# expect: wrong - epsilon inside the root; small cache or epsilon .01
def rmsprop(w, dw, config=None):
    config = {} if config is None else config
    rate, decay = config.setdefault('learning_rate', 1e-2), config.setdefault('decay_rate', 0.99)
    eps = config.setdefault('epsilon', 1e-8)
    cache = decay * config.get('cache', np.zeros_like(w)) + (1 - decay) * dw ** 2
    config['cache'] = cache
    return w - rate * dw / np.sqrt(cache + eps), config


# expect: wrong - t starts at 1, so that the first step has t = 2; t absent
def adam(w, dw, config=None):
    config = {} if config is None else config
    rate, eps = config.setdefault('learning_rate', 1e-3), config.setdefault('epsilon', 1e-8)
    beta1, beta2 = config.setdefault('beta1', 0.9), config.setdefault('beta2', 0.999)
    t = config.get('t', 1) + 1
    m = beta1 * config.get('m', np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get('v', np.zeros_like(w)) + (1 - beta2) * dw ** 2
    config['m'], config['v'], config['t'] = m, v, t
    mhat, vhat = m / (1 - beta1 ** t), v / (1 - beta2 ** t)
    return w - rate * mhat / (np.sqrt(vhat) + eps), config
