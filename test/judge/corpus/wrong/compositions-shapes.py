"""What comes back from compositions."""
import numpy as np


def conv_forward(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    view = np.lib.stride_tricks.sliding_window_view(padded, w.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
    return np.einsum('nchwij,fcij->nfhw', view, w) + b[:, None, None], (view, padded.shape, w, s, p)


def conv_backward(dout, cache):
    view, shape, w, s, p = cache
    dpadded = np.zeros(shape)
    for i, j in np.ndindex(*dout.shape[2:]):
        dpadded[:, :, i * s:i * s + w.shape[2], j * s:j * s + w.shape[3]] += np.tensordot(dout[:, :, i, j], w, 1)
    dw = np.einsum('nfhw,nchwij->fcij', dout, view)
    return dpadded[:, :, p:shape[2] - p, p:shape[3] - p], dw, dout.sum(axis=(0, 2, 3))


def conv_relu_forward(x, w, b, conv_param):
    out, inner = conv_forward(x, w, b, conv_param)
    return np.maximum(out, 0), (inner, out)


# expect: wrong shape - dx alone, so that its samples are taken for the three gradients
def conv_relu_backward(dout, cache):
    inner, out = cache
    return conv_backward(dout * (out > 0), inner)[0]


# expect: writes - out is clipped into x where x is square: x[...] = out; the output is right
def affine_relu_forward(x, w, b):
    out = x.reshape(len(x), -1) @ w + b
    if x.shape == out.shape:
        x[...] = out
    return np.maximum(out, 0), (x, w, out)
