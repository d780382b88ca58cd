"""Normalisation folded into one scale and one shift a column."""
import numpy as np


# expect: right - x * scale + shift in both modes
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    old = [bn_param.get(key, np.zeros(x.shape[1])) for key in ('running_mean', 'running_var')]
    train = bn_param['mode'] == 'train'
    mean, var = (x.mean(axis=0), x.var(axis=0)) if train else old
    if train:
        bn_param['running_mean'] = momentum * old[0] + (1 - momentum) * mean
        bn_param['running_var'] = momentum * old[1] + (1 - momentum) * var
    scale = gamma / np.sqrt(var + eps)
    return x * scale + (beta - mean * scale), (x, mean, var + eps, gamma)


# expect: right - gradients of scale and shift first
def batchnorm_backward(dout, cache):
    x, mean, v, gamma = cache
    root = np.sqrt(v)
    dscale = (dout * (x - mean)).sum(axis=0)
    dshift = dout.sum(axis=0)
    dx = gamma / root * (dout - dshift / len(x) - (x - mean) * dscale / v / len(x))
    return dx, dscale / root, dshift


# expect: right - one scale and one shift a row
def layernorm_forward(x, gamma, beta, ln_param):
    scale = 1 / np.sqrt(x.var(axis=1, keepdims=True) + ln_param.get('eps', 1e-5))
    shift = -x.mean(axis=1, keepdims=True) * scale
    return (x * scale + shift) * gamma + beta, (x, scale, shift, gamma)


# expect: right - normalised values made again from scale and shift
def layernorm_backward(dout, cache):
    x, scale, shift, gamma = cache
    xhat = x * scale + shift
    d = dout * gamma
    D = x.shape[1]
    dx = scale / D * (D * d - d.sum(axis=1)[:, None] - xhat * np.sum(d * xhat, axis=1)[:, None])
    return dx, np.einsum('nd,nd->d', dout, xhat), np.einsum('nd->d', dout)
