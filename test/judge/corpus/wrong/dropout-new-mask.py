"""Another mask."""
import numpy as np


# expect: wrong - test mode is scaled by p, as for masks without a scale
def dropout_forward(x, dropout_param):
    p = dropout_param['p']
    if 'seed' in dropout_param:
        np.random.seed(dropout_param['seed'])
    if dropout_param['mode'] == 'test':
        return x * p, (dropout_param, None)
    mask = (np.random.rand(*x.shape) < p) / p
    return x * mask, (dropout_param, mask)


# expect: wrong - a new mask is drawn
def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout if mask is None else dout * (np.random.rand(*dout.shape) < dropout_param['p']) / dropout_param['p']
