"""Shapes of the affine map, and other functions than the rectifier."""
import numpy as np


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w)


# expect: wrong shape - dx stays flat: (2, 4) for x of 2 x 2 x 2
def affine_backward(dout, cache):
    x, w = cache
    flat = x.reshape(len(x), -1)
    return dout @ w.T, flat.T @ dout, dout.sum(axis=0)


# expect: wrong - a slope of .01 below 0
def relu_forward(x):
    return np.maximum(x, 0.01 * x), x


# expect: wrong - the sign of x: the gradient of |x|; negative entries
def relu_backward(dout, cache):
    return dout * np.sign(cache)
