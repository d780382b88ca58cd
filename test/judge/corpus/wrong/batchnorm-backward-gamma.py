"""gamma or the normalised input in the wrong gradient."""
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    centred = x - x.mean(axis=0)
    std = np.sqrt((centred ** 2).mean(axis=0) + bn_param.get('eps', 1e-5))
    return gamma * centred / std + beta, (centred, std, gamma)


# expect: wrong - dgamma sums dout * x - mean in place of the normalised input; any shape with N > 1
def batchnorm_backward(dout, cache):
    centred, std, gamma = cache
    xhat = centred / std
    dx = gamma / std * (dout - dout.mean(axis=0) - xhat * (dout * xhat).mean(axis=0))
    return dx, (dout * centred).sum(axis=0), dout.sum(axis=0)


# expect: wrong - dx without gamma; any shape with N > 2
def batchnorm_backward_alt(dout, cache):
    centred, std, gamma = cache
    xhat = centred / std
    dx = (dout - dout.mean(axis=0) - xhat * (dout * xhat).mean(axis=0)) / std
    return dx, (dout * centred / std).sum(axis=0), dout.sum(axis=0)
