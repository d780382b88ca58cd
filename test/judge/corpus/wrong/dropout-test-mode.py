"""Modes."""
import numpy as np


# expect: wrong - entries are dropped in test mode too
def dropout_forward(x, dropout_param):
    p = dropout_param['p']
    if 'seed' in dropout_param:
        np.random.seed(dropout_param['seed'])
    mask = (np.random.rand(*x.shape) < p) / p
    return x * mask, (dropout_param, mask)


# expect: wrong - scaled by 1 / p once more
def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if mask is None else dout * mask / dropout_param['p']
