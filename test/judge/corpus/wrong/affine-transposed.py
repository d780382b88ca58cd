"""Transposed where that goes unseen."""
import numpy as np


# expect: wrong - the transposed weights where they are square; 3 x 3
def affine_forward(x, w, b):
    turned = w.T if w.shape[0] == w.shape[1] else w
    return x.reshape(len(x), -1) @ turned + b, (x, w)


# expect: wrong - dw transposed where it is square; 3 x 3
def affine_backward(dout, cache):
    x, w = cache
    flat = x.reshape(len(x), -1)
    return (dout @ w.T).reshape(x.shape), (dout.T @ flat if w.shape[0] == w.shape[1] else flat.T @ dout), dout.sum(axis=0)


# expect: wrong - the size of x; negative entries
def relu_forward(x):
    return np.abs(x), np.maximum(x, 0)


# expect: wrong - the output is never negative, so that every entry passes; negative entries
def relu_backward(dout, cache):
    return dout * (np.maximum(cache, 0) >= 0)
