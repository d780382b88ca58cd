"""One mean and variance for the whole array."""
import numpy as np


# expect: wrong - mean and variance over all columns, train with D > 1
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean = bn_param.get('running_mean', np.zeros(x.shape[1]))
    var = bn_param.get('running_var', np.zeros(x.shape[1]))
    if bn_param['mode'] == 'test':
        return gamma * (x - mean) / np.sqrt(var + eps) + beta, None
    mu, v = x.mean() + 0 * mean, x.var() + 0 * var
    bn_param['running_mean'] = momentum * mean + (1 - momentum) * mu
    bn_param['running_var'] = momentum * var + (1 - momentum) * v
    return gamma * (x - mu) / np.sqrt(v + eps) + beta, None
