"""Update rules in rearranged form: averages move toward the new value, corrections go into the length of the step."""
import numpy as np


def filled(config, **defaults):
    return {**defaults, **(config or {})}


# expect: right - a new config, the caller's stays
def sgd(w, dw, config=None):
    config = filled(config, learning_rate=1e-2)
    return np.subtract(w, np.multiply(config['learning_rate'], dw)), config


# expect: right - gradient first, then the old velocity
def sgd_momentum(w, dw, config=None):
    config = filled(config, learning_rate=1e-2, momentum=0.9, velocity=np.zeros(w.shape))
    fallen = config['learning_rate'] * dw
    kept = config['momentum'] * config['velocity']
    return (w - fallen) + kept, {**config, 'velocity': kept - fallen}


# expect: right or loses digits - cache + (1 - decay) (dw^2 - cache) cancels where decay is small and cache large
def rmsprop(w, dw, config=None):
    config = filled(config, learning_rate=1e-2, decay_rate=0.99, epsilon=1e-8, cache=np.zeros(w.shape))
    cache = config['cache'] + (1 - config['decay_rate']) * (dw ** 2 - config['cache'])
    scale = config['learning_rate'] / (cache ** 0.5 + config['epsilon'])
    return w - scale * dw, {**config, 'cache': cache}


# expect: right or loses digits - corrections in step and epsilon; m + (1 - beta1) (dw - m) cancels where beta1 is small
def adam(w, dw, config=None):
    config = filled(config, learning_rate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8, t=0, m=np.zeros(w.shape), v=np.zeros(w.shape))
    t, b1, b2 = config['t'] + 1, config['beta1'], config['beta2']
    m = config['m'] + (1 - b1) * (dw - config['m'])
    v = config['v'] + (1 - b2) * (dw ** 2 - config['v'])
    root = (1 - b2 ** t) ** 0.5
    length = config['learning_rate'] * root / (1 - b1 ** t)
    return w - length * m / (v ** 0.5 + config['epsilon'] * root), {**config, 'm': m, 'v': v, 't': t}
