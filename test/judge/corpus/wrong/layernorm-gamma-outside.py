"""gamma stands outside of the means, as in batch norm where it is constant along them."""
import numpy as np


def layernorm_forward(x, gamma, beta, ln_param):
    std = np.sqrt(x.var(axis=1, keepdims=True) + ln_param.get('eps', 1e-5))
    xhat = (x - x.mean(axis=1, keepdims=True)) / std
    return gamma * xhat + beta, (xhat, std, gamma)


# expect: wrong - gamma multiplied after the means; D > 1 with unequal gammas
def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = dout - dout.mean(axis=1, keepdims=True) - xhat * (dout * xhat).mean(axis=1, keepdims=True)
    return gamma * d / std, (dout * xhat).sum(axis=0), dout.sum(axis=0)


def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    rows = x.reshape(x.shape[0], G, -1)
    std = np.sqrt(rows.var(axis=2, keepdims=True) + gn_param.get('eps', 1e-5))
    xhat = (rows - rows.mean(axis=2, keepdims=True)) / std
    return gamma * xhat.reshape(x.shape) + beta, (xhat, std, gamma)


# expect: wrong - gamma multiplied after the means; groups of two channels
def spatial_groupnorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = dout.reshape(xhat.shape)
    dx = (d - d.mean(axis=2, keepdims=True) - xhat * (d * xhat).mean(axis=2, keepdims=True)) / std
    product = dout * xhat.reshape(dout.shape)
    return gamma * dx.reshape(dout.shape), product.sum(axis=(0, 2, 3), keepdims=True), dout.sum(axis=(0, 2, 3), keepdims=True)


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    rows = np.moveaxis(x, 1, 3).reshape(-1, x.shape[1])
    std = np.sqrt(rows.var(axis=0) + bn_param.get('eps', 1e-5))
    xhat = (rows - rows.mean(axis=0)) / std
    return np.moveaxis((gamma * xhat + beta).reshape(*np.moveaxis(x, 1, 3).shape), 3, 1), (xhat, std, gamma)


# expect: wrong - the number of samples for the number of rows: mean over N alone; more than one place
def spatial_batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    turned = np.moveaxis(dout, 1, 3)
    rows = turned.reshape(xhat.shape)
    d = rows * gamma
    n = len(dout)
    dx = (d - d.sum(axis=0) / n - xhat * (d * xhat).sum(axis=0) / n) / std
    return np.moveaxis(dx.reshape(turned.shape), 3, 1), (rows * xhat).sum(axis=0), rows.sum(axis=0)
