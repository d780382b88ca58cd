"""The cache is a function, an object or a generator: it must stay where it was made."""
import numpy as np


# expect: right - the cache is the backward pass
def affine_forward(x, w, b):
    flat = x.reshape(len(x), -1)
    return flat @ w + b, lambda d: ((d @ w.T).reshape(x.shape), flat.T @ d, d.sum(axis=0))


# expect: right - the cache is called
def affine_backward(dout, cache):
    return cache(dout)


class Rectified:
    def __init__(self, x):
        self.positive = x > 0


# expect: right - the cache is an object of a class of this file
def relu_forward(x):
    cache = Rectified(x)
    return np.where(cache.positive, x, 0), cache


# expect: right - an attribute of the object
def relu_backward(dout, cache):
    return np.where(cache.positive, dout, 0)


# expect: right - the cache holds the forward pass's cache in a dict of its own
def affine_relu_forward(x, w, b):
    a, affine = affine_forward(x, w, b)
    out, rectified = relu_forward(a)
    return out, {'affine': affine, 'relu': rectified, 'cache': {}}


# expect: right - both caches backward
def affine_relu_backward(dout, cache):
    return affine_backward(relu_backward(dout, cache['relu']), cache['affine'])


# expect: right - the cache contains itself
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean = bn_param.get('running_mean', np.zeros(x.shape[1]))
    var = bn_param.get('running_var', np.zeros(x.shape[1]))
    cache = [bn_param, gamma]
    cache.append(cache)
    if bn_param['mode'] == 'train':
        bn_param['running_mean'] = momentum * mean + (1 - momentum) * x.mean(axis=0)
        bn_param['running_var'] = momentum * var + (1 - momentum) * x.var(axis=0)
        mean, var = x.mean(axis=0), x.var(axis=0)
    std = np.sqrt(var + eps)
    cache.extend([(x - mean) / std, std])
    return gamma * cache[3] + beta, cache


# expect: right - the last two of the cache
def batchnorm_backward(dout, cache):
    xhat, std = cache[3:]
    d = dout * cache[1]
    dx = (d - d.mean(axis=0) - xhat * np.mean(d * xhat, axis=0)) / std
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)
