"""The window is 2 x 2 with stride 2."""
import numpy as np


# expect: wrong or wrong shape - the given size is not read; window 1 x 1, 3 x 2 or stride 1
def max_pool_forward_naive(x, pool_param):
    h, w, s = 2, 2, 2
    out = np.zeros(x.shape[:2] + ((x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1))
    for i, j in np.ndindex(out.shape[2:]):
        out[:, :, i, j] = x[:, :, i * s:i * s + h, j * s:j * s + w].max(axis=(2, 3))
    return out, (x, h, w, s)


def max_pool_forward_fast(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out = np.zeros(x.shape[:2] + ((x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1))
    for i, j in np.ndindex(out.shape[2:]):
        out[:, :, i, j] = x[:, :, i * s:i * s + h, j * s:j * s + w].max(axis=(2, 3))
    return out, (x, h, w, s)


# expect: wrong - the backward pass has a window of 2 x 2; window 1 x 1 and stride 1
def max_pool_backward_fast(dout, cache):
    x, h, w, s = cache
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(dout.shape):
        window = x[n, c, i * s:i * s + 2, j * s:j * s + 2]
        a, b = divmod(window.argmax(), window.shape[1])
        dx[n, c, i * s + a, j * s + b] += dout[n, c, i, j]
    return dx
