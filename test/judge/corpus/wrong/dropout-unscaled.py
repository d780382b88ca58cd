"""The scale 1 / p."""
import numpy as np


# expect: wrong - not scaled by 1 / p in train mode
def dropout_forward(x, dropout_param):
    p = dropout_param['p']
    if 'seed' in dropout_param:
        np.random.seed(dropout_param['seed'])
    if dropout_param['mode'] == 'test':
        return x, (dropout_param, None)
    mask = (np.random.rand(*x.shape) < p) * 1.0
    return x * mask, (dropout_param, mask)


# expect: wrong - the mask without its scale
def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if mask is None else dout * (mask > 0)
