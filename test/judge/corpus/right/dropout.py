"""Dropout by a generator of its own, and layers under their usual names in other forms."""
import numpy as np


# expect: right - a generator seeded by the parameter, p of the entries kept and scaled by 1 / p
def dropout_forward(x, dropout_param):
    if dropout_param['mode'] != 'train':
        return x.copy(), np.ones_like(x)
    generator = np.random.RandomState(dropout_param.get('seed'))
    scale = np.where(generator.uniform(size=x.shape) < dropout_param['p'], 1 / dropout_param['p'], 0)
    return scale * x, scale


# expect: right - the same scales; ones in test mode
def dropout_backward(dout, cache):
    return cache * dout


# expect: right - half of x and half of its size
def relu_forward(x):
    return x / 2 + np.abs(x) / 2, np.sign(x)


# expect: right - sign + size of the sign, 0 at 0
def relu_backward(dout, cache):
    return dout * (cache + np.abs(cache)) / 2


# expect: right - reading order of the window's offsets, one image after another
def max_pool_forward_fast(x, pool_param):
    h, w, s = (pool_param[k] for k in ('pool_height', 'pool_width', 'stride'))
    height, width = 1 + (x.shape[2] - h) // s, 1 + (x.shape[3] - w) // s
    out = np.full(x.shape[:2] + (height, width), -np.inf)
    place = np.zeros(out.shape, dtype=int)
    for i, j in np.ndindex(height, width):
        window = x[:, :, i * s:i * s + h, j * s:j * s + w].reshape(*x.shape[:2], -1)
        out[:, :, i, j], place[:, :, i, j] = window.max(axis=2), window.argmax(axis=2)
    return out, (x.shape, place, w, s)


# expect: right - places of the maxima from the forward pass
def max_pool_backward_fast(dout, cache):
    shape, place, w, s = cache
    dx = np.zeros(shape)
    n, c, i, j = np.indices(place.shape)
    np.add.at(dx, (n, c, i * s + place // w, j * s + place % w), dout)
    return dx
