"""Zeros where the smallest number should stand."""
import numpy as np


# expect: wrong - the maximum starts at 0, which negative windows lose to
def max_pool_forward_naive(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out = np.zeros(x.shape[:2] + ((x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1))
    for i, j in np.ndindex(out.shape[2:]):
        out[:, :, i, j] = x[:, :, i * s:i * s + h, j * s:j * s + w].max(axis=(2, 3), initial=0)
    return out, (x, h, w, s)


def max_pool_forward_fast(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out = np.zeros(x.shape[:2] + ((x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1))
    for i, j in np.ndindex(out.shape[2:]):
        out[:, :, i, j] = x[:, :, i * s:i * s + h, j * s:j * s + w].max(axis=(2, 3))
    return out, (x, h, w, s)


# expect: wrong - the maximum of sizes: of negative windows the smallest; any window but 1 x 1
def max_pool_backward_fast(dout, cache):
    x, h, w, s = cache
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(dout.shape):
        window = x[n, c, i * s:i * s + h, j * s:j * s + w]
        a, b = divmod(np.abs(window).argmax(), w)
        dx[n, c, i * s + a, j * s + b] += dout[n, c, i, j]
    return dx
