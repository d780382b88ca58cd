"""Means for sums, and other functions than the rectifier."""
import numpy as np


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w)


# expect: wrong - dw and db are means over the samples; N = 2
def affine_backward(dout, cache):
    x, w = cache
    flat = x.reshape(len(x), -1)
    return (dout @ w.T).reshape(x.shape), flat.T @ dout / len(x), dout.mean(axis=0)


# expect: wrong - the smaller of x and 0
def relu_forward(x):
    return np.minimum(x, 0), x


# expect: wrong - dout times x where x is positive
def relu_backward(dout, cache):
    return dout * np.maximum(cache, 0)
