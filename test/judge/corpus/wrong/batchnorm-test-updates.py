"""Test mode moves the running statistics too."""
import numpy as np


# expect: wrong - running averages change in test mode
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean = bn_param.get('running_mean', np.zeros(x.shape[1]))
    var = bn_param.get('running_var', np.zeros(x.shape[1]))
    if bn_param['mode'] == 'test':
        bn_param['running_mean'] = momentum * mean + (1 - momentum) * x.mean(axis=0)
        return gamma * (x - mean) / np.sqrt(var + eps) + beta, None
    mu, v = x.mean(axis=0), x.var(axis=0)
    bn_param['running_mean'] = momentum * mean + (1 - momentum) * mu
    bn_param['running_var'] = momentum * var + (1 - momentum) * v
    return gamma * (x - mu) / np.sqrt(v + eps) + beta, None
