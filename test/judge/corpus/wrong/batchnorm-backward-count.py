"""The number of samples is forgotten or used twice."""
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    centred = x - x.mean(axis=0)
    std = np.sqrt((centred ** 2).mean(axis=0) + bn_param.get('eps', 1e-5))
    return gamma * centred / std + beta, (centred, std, gamma)


# expect: wrong - the sums are not divided by N; any shape with N > 1
def batchnorm_backward(dout, cache):
    centred, std, gamma = cache
    dgamma, dbeta = (dout * centred / std).sum(axis=0), dout.sum(axis=0)
    dx = gamma / std * (dout - dbeta - centred / std * dgamma)
    return dx, dgamma, dbeta


# expect: wrong - dx is divided by N twice; any shape with N > 2
def batchnorm_backward_alt(dout, cache):
    centred, std, gamma = cache
    n = len(dout)
    dgamma, dbeta = (dout * centred / std).sum(axis=0), dout.sum(axis=0)
    dx = gamma / std / n ** 2 * (n * dout - dbeta - centred / std * dgamma)
    return dx, dgamma, dbeta
