"""Channels and filters."""
import numpy as np


# expect: wrong - the mean over the channels in place of the sum; C = 2
def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) / x.shape[1] + b
    return out, (x, padded, w, s, p)


def conv_forward_fast(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


# expect: wrong - filters and channels of w are exchanged in dx where F = C; F = C = 2
def conv_backward_fast(dout, cache):
    x, padded, w, s, p = cache
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    for i, j in np.ndindex(dout.shape[2:]):
        place = (slice(None), slice(None), slice(i * s, i * s + w.shape[2]), slice(j * s, j * s + w.shape[3]))
        dpadded[place] += np.tensordot(dout[:, :, i, j], w.swapaxes(0, 1) if len(w) == w.shape[1] else w, 1)
        dw += np.tensordot(dout[:, :, i, j], padded[place], (0, 0))
    H, W = x.shape[2:]
    return dpadded[:, :, p:p + H, p:p + W], dw, db


def conv_forward_im2col(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


# expect: wrong - dw of the input without its border; pad 1
def conv_backward_im2col(dout, cache):
    x, padded, w, s, p = cache
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    inner = np.zeros_like(padded)
    inner[:, :, :x.shape[2], :x.shape[3]] = x
    for i, j in np.ndindex(dout.shape[2:]):
        place = (slice(None), slice(None), slice(i * s, i * s + w.shape[2]), slice(j * s, j * s + w.shape[3]))
        dpadded[place] += np.tensordot(dout[:, :, i, j], w, 1)
        dw += np.tensordot(dout[:, :, i, j], inner[place], (0, 0))
    H, W = x.shape[2:]
    return dpadded[:, :, p:p + H, p:p + W], dw, db


def conv_forward_strides(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


# expect: wrong - dw is divided by the number of samples; N = 2
def conv_backward_strides(dout, cache):
    x, padded, w, s, p = cache
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    for i, j in np.ndindex(dout.shape[2:]):
        place = (slice(None), slice(None), slice(i * s, i * s + w.shape[2]), slice(j * s, j * s + w.shape[3]))
        dpadded[place] += np.tensordot(dout[:, :, i, j], w, 1)
        dw += np.tensordot(dout[:, :, i, j], padded[place], (0, 0))
    H, W = x.shape[2:]
    return dpadded[:, :, p:p + H, p:p + W], dw / len(x), db
