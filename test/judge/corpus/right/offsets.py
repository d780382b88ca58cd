"""Convolution and pooling as sums and maxima of shifted images, one shift an offset in the window."""
import numpy as np


def shifts(x, h, w, s):
    """Every offset (i, j) with the part of x that lies at this offset in the windows."""
    height, width = (x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1
    for i in range(h):
        for j in range(w):
            yield i, j, x[:, :, i:i + (height - 1) * s + 1:s, j:j + (width - 1) * s + 1:s]


# expect: right - one product of channels an offset
def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, [(0, 0)] * 2 + [(p, p)] * 2)
    parts = [np.tensordot(part, w[:, :, i, j], (1, 1)) for i, j, part in shifts(padded, w.shape[2], w.shape[3], s)]
    return (sum(parts) + b).transpose(0, 3, 1, 2), (padded, w, s, p)


# expect: right - the parts of a zero image are views that take the sums
def conv_backward_naive(dout, cache):
    padded, w, s, p = cache
    dpadded, dw = np.zeros_like(padded), np.zeros_like(w)
    for i, j, part in shifts(padded, w.shape[2], w.shape[3], s):
        dw[:, :, i, j] = np.tensordot(dout, part, ((0, 2, 3), (0, 2, 3)))
    for i, j, part in shifts(dpadded, w.shape[2], w.shape[3], s):
        part += np.tensordot(dout, w[:, :, i, j], (1, 0)).transpose(0, 3, 1, 2)
    inner = slice(p, -p) if p else slice(None)
    return dpadded[:, :, inner, inner], dw, dout.sum(axis=(0, 2, 3))


# expect: right - running maximum of the shifts
def max_pool_forward_naive(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out = None
    for _, _, part in shifts(x, h, w, s):
        out = part.copy() if out is None else np.maximum(out, part)
    return out, (x, out, (h, w, s))


# expect: right - an offset takes the cotangent where no earlier one did
def max_pool_backward_naive(dout, cache):
    x, out, (h, w, s) = cache
    dx, free = np.zeros_like(x), np.ones(dout.shape, dtype=bool)
    for (_, _, part), (_, _, dpart) in zip(shifts(x, h, w, s), shifts(dx, h, w, s)):
        hit = free & (part == out)
        dpart += np.where(hit, dout, 0)
        free &= ~hit
    return dx


# expect: right - running maximum of the shifts
def max_pool_forward_fast(x, pool_param):
    return max_pool_forward_naive(x, pool_param)


# expect: right at kinks - the last of equal maxima takes all
def max_pool_backward_fast(dout, cache):
    x, out, (h, w, s) = cache
    dx, free = np.zeros_like(x), np.ones(dout.shape, dtype=bool)
    pairs = list(zip(shifts(x, h, w, s), shifts(dx, h, w, s)))
    for (_, _, part), (_, _, dpart) in reversed(pairs):
        hit = free & (part == out)
        dpart += hit * dout
        free &= ~hit
    return dx
