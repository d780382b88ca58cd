"""Steps in place, and the defaults instead of the given constants."""
import numpy as np


# expect: right - w -= changes the caller's weights, as courses themselves do in this rule
def sgd(w, dw, config=None):
    config = {} if config is None else config
    rate = config.setdefault('learning_rate', 1e-2)
    w -= rate * dw
    return w, config


# expect: writes - w += v changes the caller's weights; values are right
def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config
    rate, momentum = config.setdefault('learning_rate', 1e-2), config.setdefault('momentum', 0.9)
    v = momentum * config.get('velocity', np.zeros_like(w)) - rate * dw
    config['velocity'] = v
    w += v
    return w, config


# expect: writes - the gradient is set to 0 after the step; values are right
def rmsprop(w, dw, config=None):
    config = {} if config is None else config
    rate, decay = config.setdefault('learning_rate', 1e-2), config.setdefault('decay_rate', 0.99)
    eps = config.setdefault('epsilon', 1e-8)
    cache = decay * config.get('cache', np.zeros_like(w)) + (1 - decay) * dw ** 2
    config['cache'] = cache
    step = rate * dw
    dw[...] = 0
    return w - step / (np.sqrt(cache) + eps), config


# expect: wrong - the given beta1 and beta2 are not read; beta1 .7
def adam(w, dw, config=None):
    config = {} if config is None else config
    rate, eps = config.setdefault('learning_rate', 1e-3), config.setdefault('epsilon', 1e-8)
    beta1, beta2 = 0.9, 0.999
    t = config.get('t', 0) + 1
    m = beta1 * config.get('m', np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get('v', np.zeros_like(w)) + (1 - beta2) * dw ** 2
    config['m'], config['v'], config['t'] = m, v, t
    mhat, vhat = m / (1 - beta1 ** t), v / (1 - beta2 ** t)
    return w - rate * mhat / (np.sqrt(vhat) + eps), config
