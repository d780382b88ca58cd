"""Gradients that broadcasting hides."""
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    centred = x - x.mean(axis=0)
    std = np.sqrt((centred ** 2).mean(axis=0) + bn_param.get('eps', 1e-5))
    return gamma * centred / std + beta, (centred, std, gamma)


# expect: wrong shape - dgamma and dbeta are (1, D)
def batchnorm_backward(dout, cache):
    centred, std, gamma = cache
    xhat = centred / std
    d = dout * gamma
    dx = (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std
    return dx, (dout * xhat).sum(axis=0, keepdims=True), dout.sum(axis=0, keepdims=True)


# expect: wrong - dgamma and dbeta are exchanged; any shape
def batchnorm_backward_alt(dout, cache):
    centred, std, gamma = cache
    xhat = centred / std
    d = dout * gamma
    dx = (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std
    return dx, dout.sum(axis=0), (dout * xhat).sum(axis=0)
