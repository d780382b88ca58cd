"""The bias and the mask by the wrong array."""
import numpy as np


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w)


def relu_forward(x):
    return np.maximum(x, 0), x


# expect: wrong shape - db is (1, M)
def affine_backward(dout, cache):
    x, w = cache
    flat = x.reshape(len(x), -1)
    return (dout @ w.T).reshape(x.shape), flat.T @ dout, dout.sum(axis=0, keepdims=True)


# expect: wrong - the mask of positive dout in place of positive x
def relu_backward(dout, cache):
    return dout * (dout > 0)
