"""Height, width and stride exchanged."""
import numpy as np


# expect: wrong shape or wrong - height and width are exchanged; window 3 x 2
def max_pool_forward_naive(x, pool_param):
    w, h, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out = np.zeros(x.shape[:2] + ((x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1))
    for i, j in np.ndindex(out.shape[2:]):
        out[:, :, i, j] = x[:, :, i * s:i * s + h, j * s:j * s + w].max(axis=(2, 3))
    return out, (x, h, w, s)


# expect: wrong shape - the stride is taken to be the height of the window; window 2 x 2, stride 1
def max_pool_forward_fast(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['pool_height']
    out = np.zeros(x.shape[:2] + ((x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1))
    for i, j in np.ndindex(out.shape[2:]):
        out[:, :, i, j] = x[:, :, i * s:i * s + h, j * s:j * s + w].max(axis=(2, 3))
    return out, (x, h, w, s)
