"""Normalisation with exp(-log(v) / 2) for one over the root."""
import numpy as np


def inverse(v):
    return np.exp(-0.5 * np.log(v))


# expect: right - exp(-log / 2) is the root's inverse but for the last digits
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, keep = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    for key in ('running_mean', 'running_var'):
        bn_param.setdefault(key, np.zeros(x.shape[1]))
    if bn_param['mode'] == 'test':
        return gamma * (x - bn_param['running_mean']) * inverse(bn_param['running_var'] + eps) + beta, None
    mean, var = np.mean(x, 0), np.var(x, 0)
    bn_param['running_mean'] = keep * bn_param['running_mean'] + (1 - keep) * mean
    bn_param['running_var'] = keep * bn_param['running_var'] + (1 - keep) * var
    scale = inverse(var + eps)
    return gamma * (x - mean) * scale + beta, (x - mean, scale, gamma)


# expect: right - covariance of cotangent and input
def batchnorm_backward(dout, cache):
    c, scale, gamma = cache
    along = np.mean(c * dout, axis=0) * scale ** 2
    return gamma * scale * (dout - np.mean(dout, axis=0) - c * along), np.sum(dout * c, axis=0) * scale, dout.sum(0)


# expect: right - as batch norm with rows for columns
def layernorm_forward(x, gamma, beta, ln_param):
    c = x - np.mean(x, 1)[:, None]
    scale = inverse(np.mean(c * c, 1) + ln_param.get('eps', 1e-5))[:, None]
    return c * scale * gamma + beta, (c, scale, gamma)


# expect: right - covariance of cotangent and input, row by row
def layernorm_backward(dout, cache):
    c, scale, gamma = cache
    d = dout * gamma
    along = np.mean(c * d, axis=1, keepdims=True) * scale ** 2
    return scale * (d - np.mean(d, axis=1, keepdims=True) - c * along), (dout * c * scale).sum(0), dout.sum(0)
