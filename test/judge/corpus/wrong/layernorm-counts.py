"""Sums along the wrong axis or by the wrong number."""
import numpy as np


def layernorm_forward(x, gamma, beta, ln_param):
    std = np.sqrt(x.var(axis=1, keepdims=True) + ln_param.get('eps', 1e-5))
    xhat = (x - x.mean(axis=1, keepdims=True)) / std
    return gamma * xhat + beta, (xhat, std, gamma)


# expect: wrong - the sums along a row are divided by N in place of D; any shape that is not square
def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    n = len(dout)
    d = dout * gamma
    dx = (d - d.sum(axis=1, keepdims=True) / n - xhat * (d * xhat).sum(axis=1, keepdims=True) / n) / std
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)


def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    rows = x.reshape(x.shape[0], G, -1)
    std = np.sqrt(rows.var(axis=2, keepdims=True) + gn_param.get('eps', 1e-5))
    xhat = (rows - rows.mean(axis=2, keepdims=True)) / std
    return gamma * xhat.reshape(x.shape) + beta, (xhat, std, gamma)


# expect: wrong - divided by the channels of all groups; two groups
def spatial_groupnorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = (dout * gamma).reshape(xhat.shape)
    n = np.prod(dout.shape[1:])
    dx = (d - d.sum(axis=2, keepdims=True) / n - xhat * (d * xhat).sum(axis=2, keepdims=True) / n) / std
    product = dout * xhat.reshape(dout.shape)
    return dx.reshape(dout.shape), product.sum(axis=(0, 2, 3), keepdims=True), dout.sum(axis=(0, 2, 3), keepdims=True)


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    rows = np.moveaxis(x, 1, 3).reshape(-1, x.shape[1])
    std = np.sqrt(rows.var(axis=0) + bn_param.get('eps', 1e-5))
    xhat = (rows - rows.mean(axis=0)) / std
    return np.moveaxis((gamma * xhat + beta).reshape(*np.moveaxis(x, 1, 3).shape), 3, 1), (xhat, std, gamma)


# expect: wrong - dgamma and dbeta are means in place of sums; more than one row
def spatial_batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    turned = np.moveaxis(dout, 1, 3)
    rows = turned.reshape(xhat.shape)
    d = rows * gamma
    dx = (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std
    return np.moveaxis(dx.reshape(turned.shape), 3, 1), (rows * xhat).mean(axis=0), rows.mean(axis=0)
