"""The window has another size or direction."""
import numpy as np


# expect: raises or wrong shape - the window is taken for a square of its height; 3 x 2 and 1 x 2
def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[2]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[2]]
        out[:, :, i, j] = np.tensordot(window, w, ([1, 2, 3], [1, 2, 3])) + b
    return out, (x, padded, w, s, p)


# expect: wrong - the kernel is turned by a half turn; any window but 1 x 1
def conv_forward_fast(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    height, width = (padded.shape[2] - w.shape[2]) // s + 1, (padded.shape[3] - w.shape[3]) // s + 1
    out = np.zeros((len(x), len(w), height, width))
    for i, j in np.ndindex(height, width):
        window = padded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]]
        out[:, :, i, j] = np.tensordot(window, w[:, :, ::-1, ::-1], ([1, 2, 3], [1, 2, 3])) + b
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


# expect: wrong - dx takes the turned kernel; any window but 1 x 1
def conv_backward_im2col(dout, cache):
    x, padded, w, s, p = cache
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    for i, j in np.ndindex(dout.shape[2:]):
        place = (slice(None), slice(None), slice(i * s, i * s + w.shape[2]), slice(j * s, j * s + w.shape[3]))
        dpadded[place] += np.tensordot(dout[:, :, i, j], w[:, :, ::-1, ::-1], 1)
        dw += np.tensordot(dout[:, :, i, j], padded[place], (0, 0))
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


# expect: wrong - row and column of dout are exchanged where the output is square; 2 x 2 places
def conv_backward_strides(dout, cache):
    x, padded, w, s, p = cache
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), dout.sum(axis=(0, 2, 3))
    turned = dout.transpose(0, 1, 3, 2) if dout.shape[2] == dout.shape[3] else dout
    for i, j in np.ndindex(dout.shape[2:]):
        place = (slice(None), slice(None), slice(i * s, i * s + w.shape[2]), slice(j * s, j * s + w.shape[3]))
        dpadded[place] += np.tensordot(dout[:, :, i, j], w, 1)
        dw += np.tensordot(turned[:, :, i, j], padded[place], (0, 0))
    H, W = x.shape[2:]
    return dpadded[:, :, p:p + H, p:p + W], dw, db
