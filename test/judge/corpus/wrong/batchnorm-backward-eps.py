"""The backward pass has another root than the forward pass."""
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    centred = x - x.mean(axis=0)
    std = np.sqrt((centred ** 2).mean(axis=0) + bn_param.get('eps', 1e-5))
    return gamma * centred / std + beta, (centred, std, gamma)


# expect: wrong - variance without eps; seen at eps .1, not a number at N = 1
def batchnorm_backward(dout, cache):
    centred, std, gamma = cache
    std = np.sqrt((centred ** 2).mean(axis=0))
    xhat = centred / std
    d = dout * gamma
    dx = (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std
    return dx, (dout * centred / std).sum(axis=0), dout.sum(axis=0)


# expect: wrong - 1 / std^2 in place of 1 / std^3 in the variance's gradient; any shape with N > 2
def batchnorm_backward_alt(dout, cache):
    centred, std, gamma = cache
    d = dout * gamma
    dvar = -0.5 * (d * centred).sum(axis=0) / std ** 2
    dcentred = d / std + 2 * centred * dvar / len(d)
    dx = dcentred - dcentred.mean(axis=0)
    return dx, (dout * centred / std).sum(axis=0), dout.sum(axis=0)
