"""Shapes and arrays of the caller."""
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


# expect: wrong shape - db is (1, F, 1, 1)
def conv_backward_naive(dout, cache):
    x, padded, w, s, p = cache
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), dout.sum(axis=(0, 2, 3), keepdims=True)
    for i, j in np.ndindex(dout.shape[2:]):
        place = (slice(None), slice(None), slice(i * s, i * s + w.shape[2]), slice(j * s, j * s + w.shape[3]))
        dpadded[place] += np.tensordot(dout[:, :, i, j], w, 1)
        dw += np.tensordot(dout[:, :, i, j], padded[place], (0, 0))
    H, W = x.shape[2:]
    return dpadded[:, :, p:p + H, p:p + W], dw, db


# expect: raises - all four axes are padded, the channels too; pad 1
def conv_forward_fast(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, p)
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(padded), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


def conv_forward_im2col(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


# expect: writes - dout is scaled in place; values are right
def conv_backward_im2col(dout, cache):
    dout *= 1.5
    x, padded, w, s, p = cache
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    for i, j in np.ndindex(dout.shape[2:]):
        place = (slice(None), slice(None), slice(i * s, i * s + w.shape[2]), slice(j * s, j * s + w.shape[3]))
        dpadded[place] += np.tensordot(dout[:, :, i, j], w, 1)
        dw += np.tensordot(dout[:, :, i, j], padded[place], (0, 0))
    H, W = x.shape[2:]
    return dpadded[:, :, p:p + H, p:p + W] / 1.5, dw / 1.5, db / 1.5


# expect: writes - the caller's w is turned in place, for a true convolution that is turned again
def conv_forward_strides(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    w[:] = w[:, :, ::-1, ::-1].copy()
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w[:, :, ::-1, ::-1], ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)
