"""eps added to the standard deviation in place of the variance."""
import numpy as np


# expect: wrong - root of var, plus eps, in train mode; any shape with N > 1
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, keep = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean = bn_param.get('running_mean', np.zeros(x.shape[1]))
    var = bn_param.get('running_var', np.zeros(x.shape[1]))
    if bn_param['mode'] == 'test':
        return gamma * (x - mean) / np.sqrt(var + eps) + beta, None
    xhat = (x - x.mean(axis=0)) / (x.std(axis=0) + eps)
    bn_param['running_mean'] = keep * mean + (1 - keep) * x.mean(axis=0)
    bn_param['running_var'] = keep * var + (1 - keep) * x.var(axis=0)
    return gamma * xhat + beta, None


# expect: wrong - std + eps, any shape with D > 1
def layernorm_forward(x, gamma, beta, ln_param):
    xhat = (x.T - x.mean(axis=1)) / (x.std(axis=1) + ln_param.get('eps', 1e-5))
    return gamma * xhat.T + beta, None


# expect: wrong - std + eps, every group of more than one entry
def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    rows = x.reshape(x.shape[0], G, -1)
    centred = rows - rows.mean(axis=-1, keepdims=True)
    xhat = centred / (rows.std(axis=-1, keepdims=True) + gn_param.get('eps', 1e-5))
    return gamma * xhat.reshape(x.shape) + beta, None
