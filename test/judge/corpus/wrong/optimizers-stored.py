"""What is stored."""
import numpy as np


# expect: wrong shape - the weights alone are flattened
def sgd(w, dw, config=None):
    config = {} if config is None else config
    rate = config.setdefault('learning_rate', 1e-2)
    return (w - rate * dw).ravel(), config


# expect: wrong - the step of Nesterov's momentum; any but the first
def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config
    rate, momentum = config.setdefault('learning_rate', 1e-2), config.setdefault('momentum', 0.9)
    v = momentum * config.get('velocity', np.zeros_like(w)) - rate * dw
    config['velocity'] = v
    return w - rate * dw + momentum * v, config


# expect: wrong - squares are summed without decay; the second step
def rmsprop(w, dw, config=None):
    config = {} if config is None else config
    rate, decay = config.setdefault('learning_rate', 1e-2), config.setdefault('decay_rate', 0.99)
    eps = config.setdefault('epsilon', 1e-8)
    cache = config.get('cache', np.zeros_like(w)) + (1 - decay) * dw ** 2
    config['cache'] = cache
    return w - rate * dw / (np.sqrt(cache) + eps), config


# expect: wrong - the corrected averages are stored; the second step
def adam(w, dw, config=None):
    config = {} if config is None else config
    rate, eps = config.setdefault('learning_rate', 1e-3), config.setdefault('epsilon', 1e-8)
    beta1, beta2 = config.setdefault('beta1', 0.9), config.setdefault('beta2', 0.999)
    t = config.get('t', 0) + 1
    m = beta1 * config.get('m', np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get('v', np.zeros_like(w)) + (1 - beta2) * dw ** 2
    mhat, vhat = m / (1 - beta1 ** t), v / (1 - beta2 ** t)
    config['m'], config['v'], config['t'] = mhat, vhat, t
    return w - rate * mhat / (np.sqrt(vhat) + eps), config
