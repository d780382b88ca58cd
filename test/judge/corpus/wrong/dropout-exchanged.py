"""Keep and drop exchanged."""
import numpy as np


# expect: wrong - p is taken for the probability to drop; p other than .5
def dropout_forward(x, dropout_param):
    p = dropout_param['p']
    if 'seed' in dropout_param:
        np.random.seed(dropout_param['seed'])
    if dropout_param['mode'] == 'test':
        return x, (dropout_param, None)
    mask = (np.random.rand(*x.shape) >= p) / (1 - p)
    return x * mask, (dropout_param, mask)


# expect: wrong - cotangents go to the dropped entries
def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if mask is None else dout * (mask == 0) / dropout_param['p']
