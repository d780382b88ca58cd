"""Layers in another order."""
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


# expect: wrong - the rectifier before the affine map; negative inputs
def affine_relu_forward(x, w, b):
    out = np.maximum(x, 0).reshape(len(x), -1) @ w + b
    return out, (x, w, out)


# expect: wrong - no rectifier
def conv_relu_forward(x, w, b, conv_param):
    out, inner = conv_forward(x, w, b, conv_param)
    return out, (inner, out)


# expect: wrong - the size of the largest entry by size: a pool of |x|; negative entries
def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    out, inner = conv_forward(x, w, b, conv_param)
    h, k, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    view = np.lib.stride_tricks.sliding_window_view(np.abs(out), (h, k), axis=(2, 3))[:, :, ::s, ::s]
    return view.max(axis=(4, 5)), (inner, out, h, k, s)


# expect: wrong - the rectifier before batch norm
def conv_bn_relu_forward(x, w, b, gamma, beta, conv_param, bn_param):
    out, inner = conv_forward(x, w, b, conv_param)
    out = np.maximum(out, 0)
    std = np.sqrt(out.var(axis=(0, 2, 3), keepdims=True) + bn_param.get('eps', 1e-5))
    xhat = (out - out.mean(axis=(0, 2, 3), keepdims=True)) / std
    y = gamma[:, None, None] * xhat + beta[:, None, None]
    return y, (inner, xhat, std, gamma, y > 0)
