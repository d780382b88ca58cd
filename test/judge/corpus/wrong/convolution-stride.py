"""The stride is forgotten or goes elsewhere."""
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


# expect: wrong - the backward pass walks with stride 1; stride 2
def conv_backward_naive(dout, cache):
    x, padded, w, s, p = cache
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    for i, j in np.ndindex(dout.shape[2:]):
        place = (slice(None), slice(None), slice(i, i + w.shape[2]), slice(j, j + w.shape[3]))
        dpadded[place] += np.tensordot(dout[:, :, i, j], w, 1)
        dw += np.tensordot(dout[:, :, i, j], padded[place], (0, 0))
    H, W = x.shape[2:]
    return dpadded[:, :, p:p + H, p:p + W], dw, db


# expect: wrong - windows at stride 1 in an output of the right size; stride 2
def conv_forward_fast(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i:i + w.shape[2], j:j + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


# expect: wrong shape - the stride is not read: 3 x 3 places for 2 x 2 at x 4 x 4, window 2 x 2, stride 2
def conv_forward_im2col(x, w, b, conv_param):
    s, p = 1, conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


def conv_forward_strides(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


# expect: wrong - the column walks with stride 1; stride 2 and two columns
def conv_backward_strides(dout, cache):
    x, padded, w, s, p = cache
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    for i, j in np.ndindex(dout.shape[2:]):
        place = (slice(None), slice(None), slice(i * s, i * s + w.shape[2]), slice(j, j + w.shape[3]))
        dpadded[place] += np.tensordot(dout[:, :, i, j], w, 1)
        dw += np.tensordot(dout[:, :, i, j], padded[place], (0, 0))
    H, W = x.shape[2:]
    return dpadded[:, :, p:p + H, p:p + W], dw, db
