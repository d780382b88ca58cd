"""The cotangent is used as a buffer."""
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    centred = x - x.mean(axis=0)
    std = np.sqrt((centred ** 2).mean(axis=0) + bn_param.get('eps', 1e-5))
    return gamma * centred / std + beta, (centred, std, gamma)


# expect: writes - dout *= gamma changes the caller's dout; values are right
def batchnorm_backward(dout, cache):
    centred, std, gamma = cache
    xhat = centred / std
    dgamma, dbeta = (dout * xhat).sum(axis=0), dout.sum(axis=0)
    dout *= gamma
    return (dout - dout.mean(axis=0) - xhat * (dout * xhat).mean(axis=0)) / std, dgamma, dbeta


# expect: right - the cached array is scaled in place: a cache may be used up by one backward pass
def batchnorm_backward_alt(dout, cache):
    centred, std, gamma = cache
    centred /= std
    d = dout * gamma
    dx = (d - d.mean(axis=0) - centred * (d * centred).mean(axis=0)) / std
    return dx, (dout * centred).sum(axis=0), dout.sum(axis=0)
