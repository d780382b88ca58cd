"""A path of the graph is forgotten."""
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    centred = x - x.mean(axis=0)
    std = np.sqrt((centred ** 2).mean(axis=0) + bn_param.get('eps', 1e-5))
    return gamma * centred / std + beta, (centred, std, gamma)


# expect: wrong - the gradient of the mean is forgotten; any shape with N > 1
def batchnorm_backward(dout, cache):
    centred, std, gamma = cache
    d = dout * gamma
    dvar = -0.5 * (d * centred).sum(axis=0) / std ** 3
    dx = d / std + 2 * centred * dvar / len(d)
    return dx, (dout * centred / std).sum(axis=0), dout.sum(axis=0)


# expect: wrong - the variance is taken for a constant; any shape with N > 2
def batchnorm_backward_alt(dout, cache):
    centred, std, gamma = cache
    d = dout * gamma / std
    dx = d - d.mean(axis=0)
    return dx, (dout * centred / std).sum(axis=0), dout.sum(axis=0)
