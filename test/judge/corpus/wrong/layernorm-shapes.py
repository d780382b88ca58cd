"""Gradients of gamma and beta in other shapes."""
import numpy as np


def layernorm_forward(x, gamma, beta, ln_param):
    std = np.sqrt(x.var(axis=1, keepdims=True) + ln_param.get('eps', 1e-5))
    xhat = (x - x.mean(axis=1, keepdims=True)) / std
    return gamma * xhat + beta, (xhat, std, gamma)


# expect: wrong shape - dgamma and dbeta are (1, D)
def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = dout * gamma
    dx = (d - d.mean(axis=1, keepdims=True) - xhat * (d * xhat).mean(axis=1, keepdims=True)) / std
    return dx, (dout * xhat).sum(axis=0, keepdims=True), dout.sum(axis=0, keepdims=True)


def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    rows = x.reshape(x.shape[0], G, -1)
    std = np.sqrt(rows.var(axis=2, keepdims=True) + gn_param.get('eps', 1e-5))
    xhat = (rows - rows.mean(axis=2, keepdims=True)) / std
    return gamma * xhat.reshape(x.shape) + beta, (xhat, std, gamma)


# expect: wrong shape - dgamma and dbeta are (C,) in place of (1, C, 1, 1)
def spatial_groupnorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = (dout * gamma).reshape(xhat.shape)
    dx = (d - d.mean(axis=2, keepdims=True) - xhat * (d * xhat).mean(axis=2, keepdims=True)) / std
    return dx.reshape(dout.shape), (dout * xhat.reshape(dout.shape)).sum(axis=(0, 2, 3)), dout.sum(axis=(0, 2, 3))


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    rows = np.moveaxis(x, 1, 3).reshape(-1, x.shape[1])
    std = np.sqrt(rows.var(axis=0) + bn_param.get('eps', 1e-5))
    xhat = (rows - rows.mean(axis=0)) / std
    return np.moveaxis((gamma * xhat + beta).reshape(*np.moveaxis(x, 1, 3).shape), 3, 1), (xhat, std, gamma)


# expect: wrong shape or wrong - dx stays with the channels last; at 3 x 3 x 3 x 3 the shape is right by chance
def spatial_batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    turned = np.moveaxis(dout, 1, 3)
    rows = turned.reshape(xhat.shape)
    d = rows * gamma
    dx = (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std
    return dx.reshape(turned.shape), (rows * xhat).sum(axis=0), rows.sum(axis=0)
