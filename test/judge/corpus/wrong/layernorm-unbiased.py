"""The variance is divided by one less, groups are taken across."""
import numpy as np


# expect: wrong - divided by D - 1; any shape with D from 2
def layernorm_forward(x, gamma, beta, ln_param):
    centred = x - x.mean(axis=1, keepdims=True)
    var = (centred ** 2).sum(axis=1, keepdims=True) / max(x.shape[1] - 1, 1)
    return gamma * centred / np.sqrt(var + ln_param.get('eps', 1e-5)) + beta, None


# expect: wrong - channels 0 and 2 in one group, 1 and 3 in the other; 4 channels in 2 groups
def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    N, C, H, W = x.shape
    parts = x.reshape(N, C // G, G, H, W)
    mean, var = parts.mean(axis=(1, 3, 4), keepdims=True), parts.var(axis=(1, 3, 4), keepdims=True)
    return gamma * ((parts - mean) / np.sqrt(var + gn_param.get('eps', 1e-5))).reshape(x.shape) + beta, None


# expect: wrong - running averages of the first place alone; images of more than one place, the output is right
def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    eps, keep = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    if bn_param['mode'] == 'test':
        mean, var = (bn_param.get(k, np.zeros(x.shape[1])) for k in ('running_mean', 'running_var'))
    else:
        mean, var = x.mean(axis=(0, 2, 3)), x.var(axis=(0, 2, 3))
        bn_param['running_mean'] = keep * bn_param.get('running_mean', 0 * mean) + (1 - keep) * x[:, :, 0, 0].mean(axis=0)
        bn_param['running_var'] = keep * bn_param.get('running_var', 0 * var) + (1 - keep) * x[:, :, 0, 0].var(axis=0)
    shape = (1, -1, 1, 1)
    xhat = (x - mean.reshape(shape)) / np.sqrt(var + eps).reshape(shape)
    return gamma.reshape(shape) * xhat + beta.reshape(shape), None
