"""Layer norm along the wrong axis."""
import numpy as np


# expect: wrong - mean and variance of each column, as in batch norm; any shape but 1 x 1
def layernorm_forward(x, gamma, beta, ln_param):
    std = np.sqrt(x.var(axis=0) + ln_param.get('eps', 1e-5))
    return gamma * (x - x.mean(axis=0)) / std + beta, ((x - x.mean(axis=0)) / std, std, gamma)


# expect: wrong - batch norm's gradient; any shape but 1 x 1
def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = dout * gamma
    return (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std, (dout * xhat).sum(axis=0), dout.sum(axis=0)


# expect: wrong - a mean for each channel over the samples, as in batch norm, G is not used; N = 2 and 4 channels
def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    mean, var = x.mean(axis=(0, 2, 3), keepdims=True), x.var(axis=(0, 2, 3), keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + gn_param.get('eps', 1e-5)) + beta, None


# expect: wrong - statistics over samples and places alike by a reshape to (-1, C) without a transpose; 2 x 3 x 2 x 2
def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    rows = x.reshape(-1, x.shape[1])
    keep, eps = bn_param.get('momentum', 0.9), bn_param.get('eps', 1e-5)
    mean, var = rows.mean(axis=0), rows.var(axis=0)
    if bn_param['mode'] == 'test':
        mean, var = (bn_param.get(k, np.zeros(x.shape[1])) for k in ('running_mean', 'running_var'))
    else:
        bn_param['running_mean'] = keep * bn_param.get('running_mean', 0 * mean) + (1 - keep) * mean
        bn_param['running_var'] = keep * bn_param.get('running_var', 0 * var) + (1 - keep) * var
    std = np.sqrt(var + eps)
    return (gamma * (rows - mean) / std + beta).reshape(x.shape), ((rows - mean) / std, std, gamma)


# expect: wrong - the same reshape in the backward pass; 2 x 3 x 2 x 2
def spatial_batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    rows = dout.reshape(xhat.shape)
    d = rows * gamma
    dx = (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std
    return dx.reshape(dout.shape), (rows * xhat).sum(axis=0), rows.sum(axis=0)
