"""Update rules as they stand in print."""
import numpy as np


# expect: right - one step down
def sgd(w, dw, config=None):
    config = {} if config is None else config
    config.setdefault('learning_rate', 1e-2)
    return w - config['learning_rate'] * dw, config


# expect: right - velocity starts at zeros
def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config
    config.setdefault('learning_rate', 1e-2)
    config.setdefault('momentum', 0.9)
    v = config['momentum'] * config.get('velocity', np.zeros_like(w)) - config['learning_rate'] * dw
    config['velocity'] = v
    return w + v, config


# expect: right - epsilon outside the root
def rmsprop(w, dw, config=None):
    config = {} if config is None else config
    for key, value in (('learning_rate', 1e-2), ('decay_rate', 0.99), ('epsilon', 1e-8)):
        config.setdefault(key, value)
    decay = config['decay_rate']
    cache = decay * config.get('cache', np.zeros_like(w)) + (1 - decay) * dw ** 2
    config['cache'] = cache
    return w - config['learning_rate'] * dw / (np.sqrt(cache) + config['epsilon']), config


# expect: right - t grows first, both averages corrected
def adam(w, dw, config=None):
    config = {} if config is None else config
    for key, value in (('learning_rate', 1e-3), ('beta1', 0.9), ('beta2', 0.999), ('epsilon', 1e-8), ('t', 0)):
        config.setdefault(key, value)
    beta1, beta2 = config['beta1'], config['beta2']
    t = config['t'] + 1
    m = beta1 * config.get('m', np.zeros_like(w)) + (1 - beta1) * dw
    v = beta2 * config.get('v', np.zeros_like(w)) + (1 - beta2) * dw * dw
    config.update(m=m, v=v, t=t)
    mhat, vhat = m / (1 - beta1 ** t), v / (1 - beta2 ** t)
    return w - config['learning_rate'] * mhat / (np.sqrt(vhat) + config['epsilon']), config
