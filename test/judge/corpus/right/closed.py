"""Layers whose gradients are written in closed form."""
import numpy as np


# expect: right - matrix product of the flattened samples
def affine_forward(x, w, b):
    return x.reshape(x.shape[0], -1).dot(w) + b, (x, w)


# expect: right - three products
def affine_backward(dout, cache):
    x, w = cache
    flat = x.reshape(x.shape[0], -1)
    return dout.dot(w.T).reshape(x.shape), flat.T.dot(dout), dout.sum(axis=0)


# expect: right - maximum with 0
def relu_forward(x):
    return np.maximum(x, 0), x


# expect: right - dout where x is positive, 0 at 0
def relu_backward(dout, cache):
    return np.where(cache > 0, dout, 0)


# expect: right - a margin of exactly 0 gives nothing
def svm_loss(x, y):
    rows = np.arange(len(y))
    margins = np.maximum(0, x - x[rows, y][:, None] + 1)
    margins[rows, y] = 0
    dx = (margins > 0).astype(float)
    dx[rows, y] = -dx.sum(axis=1)
    return margins.sum() / len(y), dx / len(y)


# expect: right - scores shifted by the row's maximum
def softmax_loss(x, y):
    rows = np.arange(len(y))
    shifted = x - x.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    dx = np.exp(logs)
    dx[rows, y] -= 1
    return -logs[rows, y].mean(), dx / len(y)


# expect: right - both modes, averages start at zeros
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean = bn_param.get('running_mean', np.zeros(x.shape[1]))
    var = bn_param.get('running_var', np.zeros(x.shape[1]))
    if bn_param['mode'] == 'test':
        bn_param['running_mean'], bn_param['running_var'] = mean, var
        return gamma * (x - mean) / np.sqrt(var + eps) + beta, None
    std = np.sqrt(x.var(axis=0) + eps)
    xhat = (x - x.mean(axis=0)) / std
    bn_param['running_mean'] = momentum * mean + (1 - momentum) * x.mean(axis=0)
    bn_param['running_var'] = momentum * var + (1 - momentum) * x.var(axis=0)
    return gamma * xhat + beta, (xhat, std, gamma)


# expect: right - the cotangent less its mean and its part along xhat
def batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = dout * gamma
    return (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std, (dout * xhat).sum(axis=0), dout.sum(axis=0)


# expect: right - dx from the gradients of gamma and beta
def batchnorm_backward_alt(dout, cache):
    xhat, std, gamma = cache
    n = len(dout)
    dgamma, dbeta = np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)
    return gamma / (n * std) * (n * dout - dbeta - xhat * dgamma), dgamma, dbeta


# expect: right - each row by its own mean and variance
def layernorm_forward(x, gamma, beta, ln_param):
    std = np.sqrt(x.var(axis=1, keepdims=True) + ln_param.get('eps', 1e-5))
    xhat = (x - x.mean(axis=1, keepdims=True)) / std
    return gamma * xhat + beta, (xhat, std, gamma)


# expect: right - gamma goes in before the means
def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = dout * gamma
    along = (d * xhat).mean(axis=1, keepdims=True)
    return (d - d.mean(axis=1, keepdims=True) - xhat * along) / std, (dout * xhat).sum(axis=0), dout.sum(axis=0)


# expect: right - channels last, then batch norm over the rows
def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    rows = x.transpose(0, 2, 3, 1)
    out, cache = batchnorm_forward(rows.reshape(-1, x.shape[1]), gamma, beta, bn_param)
    return out.reshape(rows.shape).transpose(0, 3, 1, 2), cache


# expect: right - channels last, then batch norm over the rows
def spatial_batchnorm_backward(dout, cache):
    rows = dout.transpose(0, 2, 3, 1)
    dx, dgamma, dbeta = batchnorm_backward(rows.reshape(-1, dout.shape[1]), cache)
    return dx.reshape(rows.shape).transpose(0, 3, 1, 2), dgamma, dbeta


# expect: right - each group of channels of a sample is one row
def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    rows = x.reshape(x.shape[0] * G, -1)
    std = np.sqrt(rows.var(axis=1, keepdims=True) + gn_param.get('eps', 1e-5))
    xhat = ((rows - rows.mean(axis=1, keepdims=True)) / std).reshape(x.shape)
    return gamma * xhat + beta, (xhat, std, gamma, G)


# expect: right - gradients keep the shape (1, C, 1, 1)
def spatial_groupnorm_backward(dout, cache):
    xhat, std, gamma, G = cache
    d, z = (dout * gamma).reshape(std.shape[0], -1), xhat.reshape(std.shape[0], -1)
    dx = (d - d.mean(axis=1, keepdims=True) - z * (d * z).mean(axis=1, keepdims=True)) / std
    over = (0, 2, 3)
    return dx.reshape(dout.shape), (dout * xhat).sum(axis=over, keepdims=True), dout.sum(axis=over, keepdims=True)


# expect: right - the mask holds 1 / p where it keeps
def dropout_forward(x, dropout_param):
    p, mode = dropout_param['p'], dropout_param['mode']
    if 'seed' in dropout_param:
        np.random.seed(dropout_param['seed'])
    if mode == 'test':
        return x, (dropout_param, None)
    mask = (np.random.rand(*x.shape) < p) / p
    return x * mask, (dropout_param, mask)


# expect: right - the mask of the forward pass again
def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if dropout_param['mode'] == 'test' else dout * mask
