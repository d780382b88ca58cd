"""Convolution and pooling by a matrix with one window a column."""
import numpy as np


def indices(C, H, W, HH, WW, s):
    """Channels, rows and columns of the entries of each window."""
    c = np.repeat(np.arange(C), HH * WW)
    top = np.tile(np.repeat(np.arange(HH), WW), C)
    left = np.tile(np.arange(WW), HH * C)
    rows, columns = np.arange(0, H - HH + 1, s), np.arange(0, W - WW + 1, s)
    i = top[:, None] + np.repeat(rows, len(columns))
    j = left[:, None] + np.tile(columns, len(rows))
    return c[:, None], i, j, len(rows), len(columns)


# expect: right - one product of matrices
def conv_forward_im2col(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='constant')
    c, i, j, height, width = indices(C, H + 2 * p, W + 2 * p, HH, WW, s)
    columns = padded[:, c, i, j].transpose(1, 2, 0).reshape(C * HH * WW, -1)
    out = w.reshape(F, -1) @ columns + b.reshape(-1, 1)
    return out.reshape(F, height, width, N).transpose(3, 0, 1, 2), (x.shape, w, columns, s, p)


# expect: right - np.add.at lays the columns back
def conv_backward_im2col(dout, cache):
    (N, C, H, W), w, columns, s, p = cache
    F, _, HH, WW = w.shape
    d = dout.transpose(1, 2, 3, 0).reshape(F, -1)
    dcolumns = (w.reshape(F, -1).T @ d).reshape(C * HH * WW, -1, N)
    dpadded = np.zeros((N, C, H + 2 * p, W + 2 * p))
    c, i, j, _, _ = indices(C, H + 2 * p, W + 2 * p, HH, WW, s)
    np.add.at(dpadded, (slice(None), c, i, j), dcolumns.transpose(2, 0, 1))
    return dpadded[:, :, p:H + p, p:W + p], (d @ columns.T).reshape(w.shape), d.sum(axis=1)


# expect: right - the same under the fast name
def conv_forward_fast(x, w, b, conv_param):
    return conv_forward_im2col(x, w, b, conv_param)


# expect: right - the same under the fast name
def conv_backward_fast(dout, cache):
    return conv_backward_im2col(dout, cache)


# expect: right - each channel is an image of its own
def max_pool_forward_fast(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    c, i, j, height, width = indices(1, H, W, h, w, s)
    columns = x.reshape(N * C, 1, H, W)[:, c, i, j]
    return columns.max(axis=1).reshape(N, C, height, width), (x.shape, columns.argmax(axis=1), i, j)


# expect: right - the first maximum of each column
def max_pool_backward_fast(dout, cache):
    shape, first, i, j = cache
    N, C, H, W = shape
    dx = np.zeros((N * C, H, W))
    place = np.arange(first.shape[1])
    image = np.arange(N * C)[:, None]
    np.add.at(dx, (image, i[first, place], j[first, place]), dout.reshape(N * C, -1))
    return dx.reshape(shape)
