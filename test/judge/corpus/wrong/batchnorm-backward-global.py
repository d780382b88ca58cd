"""A cache in the module: the last forward pass wins."""
import numpy as np

memory = {}


def batchnorm_forward(x, gamma, beta, bn_param):
    centred = x - x.mean(axis=0)
    memory['std'] = np.sqrt((centred ** 2).mean(axis=0) + bn_param.get('eps', 1e-5))
    memory['xhat'] = centred / memory['std']
    return gamma * memory['xhat'] + beta, gamma


# expect: wrong or right - right after its own forward pass, wrong after a forward pass of another x in between
def batchnorm_backward(dout, cache):
    xhat, d = memory['xhat'], dout * cache
    dx = (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / memory['std']
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)


def affine_forward(x, w, b):
    affine_forward.seen = x
    return x.reshape(len(x), -1) @ w + b, w


# expect: wrong or right - x of the last forward pass: right after its own, wrong after another
def affine_backward(dout, cache):
    x = affine_forward.seen
    return (dout @ cache.T).reshape(x.shape), x.reshape(len(x), -1).T @ dout, dout.sum(axis=0)


calls = [0]


def relu_forward(x):
    return np.maximum(0, x), x


# expect: wrong - every second call doubles the gradient
def relu_backward(dout, cache):
    calls[0] += 1
    return dout * (cache > 0) * (2 - calls[0] % 2)
