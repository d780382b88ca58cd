"""Masks that are not drawn entry by entry."""
import numpy as np


# expect: wrong - whole columns are dropped; x of more than one row, where a mask of entries differs from row to row
def dropout_forward(x, dropout_param):
    p = dropout_param['p']
    if 'seed' in dropout_param:
        np.random.seed(dropout_param['seed'])
    if dropout_param['mode'] == 'test':
        return x, (dropout_param, None)
    mask = (np.random.rand(x.shape[1]) < p) / p
    return x * mask, (dropout_param, mask)


# expect: wrong - dout scaled by 1 / p without the mask
def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if mask is None else dout / dropout_param['p']
