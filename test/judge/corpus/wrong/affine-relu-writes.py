"""Writes to arrays of the caller."""
import numpy as np


# expect: writes - the shape of the caller's x is set in place where x has more than two axes; values are right
def affine_forward(x, w, b):
    x.shape = (len(x), -1)
    return x @ w + b, (x, w)


# expect: writes - x[x < 0] = 0 changes the caller's x; values are right
def relu_forward(x):
    x[x < 0] = 0
    return x, x


# expect: writes - dout[x <= 0] = 0 changes the caller's dout; values are right
def relu_backward(dout, cache):
    dout[cache <= 0] = 0
    return dout


# expect: writes - x *= mask changes the caller's x; values are right
def dropout_forward(x, dropout_param):
    p = dropout_param['p']
    if 'seed' in dropout_param:
        np.random.seed(dropout_param['seed'])
    if dropout_param['mode'] == 'test':
        return x, (dropout_param, None)
    mask = (np.random.rand(*x.shape) < p) / p
    x *= mask
    return x, (dropout_param, mask)


# expect: writes - dout *= mask changes the caller's dout; values are right
def dropout_backward(dout, cache):
    dropout_param, mask = cache
    if mask is not None:
        dout *= mask
    return dout
