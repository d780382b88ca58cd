"""Another pooling, forward or backward."""
import numpy as np


# expect: wrong - the mean of each window; any window but 1 x 1
def max_pool_forward_naive(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out = np.zeros(x.shape[:2] + ((x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1))
    for i, j in np.ndindex(out.shape[2:]):
        out[:, :, i, j] = x[:, :, i * s:i * s + h, j * s:j * s + w].mean(axis=(2, 3))
    return out, (x, h, w, s)


def max_pool_forward_fast(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out = np.zeros(x.shape[:2] + ((x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1))
    for i, j in np.ndindex(out.shape[2:]):
        out[:, :, i, j] = x[:, :, i * s:i * s + h, j * s:j * s + w].max(axis=(2, 3))
    return out, (x, h, w, s)


# expect: wrong - the cotangent goes to all entries of the window in equal shares; any window but 1 x 1
def max_pool_backward_fast(dout, cache):
    x, h, w, s = cache
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(dout.shape):
        dx[n, c, i * s:i * s + h, j * s:j * s + w] += dout[n, c, i, j] / (h * w)
    return dx
