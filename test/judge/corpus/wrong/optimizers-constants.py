"""Records that lack what the next step needs."""
import numpy as np


# expect: wrong - the record has the velocity alone: the next step takes other constants
def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config
    v = config.get('momentum', 0.9) * config.get('velocity', np.zeros_like(w)) - config.get('learning_rate', 1e-2) * dw
    return w + v, {'velocity': v}


# expect: wrong - the record lacks the decay rate
def rmsprop(w, dw, config=None):
    config = {} if config is None else config
    rate, eps = config.get('learning_rate', 1e-2), config.get('epsilon', 1e-8)
    decay = config.get('decay_rate', 0.99)
    cache = decay * config.get('cache', np.zeros_like(w)) + (1 - decay) * dw ** 2
    return w - rate * dw / (np.sqrt(cache) + eps), {'learning_rate': rate, 'epsilon': eps, 'cache': cache}


# expect: raises - the record lacks epsilon, which the next step needs
def adam(w, dw, config=None):
    config = {'learning_rate': 1e-3, 'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-8} if config is None else config
    beta1, beta2, t = config.get('beta1', 0.9), config.get('beta2', 0.999), config.get('t', 0) + 1
    rate = config.get('learning_rate', 1e-3)
    eps = config['epsilon'] if 'm' in config else config.get('epsilon', 1e-8)
    m = beta1 * config.get('m', np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get('v', np.zeros_like(w)) + (1 - beta2) * dw ** 2
    step = rate * m / (1 - beta1 ** t) / (np.sqrt(v / (1 - beta2 ** t)) + eps)
    return w - step, {'learning_rate': rate, 'beta1': beta1, 'beta2': beta2, 'm': m, 'v': v, 't': t}
