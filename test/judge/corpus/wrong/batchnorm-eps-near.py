"""A constant of its own in place of the given eps."""
import numpy as np


# expect: wrong - 1.1e-5 in place of eps; every entry of a train output, most where a column is constant or eps is large
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, keep = 1.1e-5, bn_param.get('momentum', 0.9)
    mean = bn_param.get('running_mean', np.zeros(x.shape[1]))
    var = bn_param.get('running_var', np.zeros(x.shape[1]))
    if bn_param['mode'] == 'train':
        mu, v = x.mean(axis=0), x.var(axis=0)
        bn_param['running_mean'], bn_param['running_var'] = keep * mean + (1 - keep) * mu, keep * var + (1 - keep) * v
        mean, var = mu, v
    xhat = (x - mean) / np.sqrt(var + eps)
    return gamma * xhat + beta, (xhat, np.sqrt(var + eps), gamma)


# expect: wrong - the root of var + 1.1e-5 from the forward pass, any shape with N > 1
def batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = dout * gamma
    return (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std, (dout * xhat).sum(axis=0), dout.sum(axis=0)


# expect: wrong - eps 1e-5 in place of the given one, seen at eps .1
def layernorm_forward(x, gamma, beta, ln_param):
    std = np.sqrt(np.var(x, axis=1, keepdims=True) + 1e-5)
    return gamma * (x - np.mean(x, axis=1, keepdims=True)) / std + beta, None


# expect: wrong - eps 1e-8 in place of the given one, any shape
def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    rows = x.reshape(len(x), G, -1)
    xhat = (rows - rows.mean(axis=2, keepdims=True)) / np.sqrt(rows.var(axis=2, keepdims=True) + 1e-8)
    return gamma * xhat.reshape(x.shape) + beta, None
