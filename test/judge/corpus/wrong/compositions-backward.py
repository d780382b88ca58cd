"""The order of the backward pass."""
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


def affine_relu_forward(x, w, b):
    out = x.reshape(len(x), -1) @ w + b
    return np.maximum(out, 0), (x, w, out)


def conv_relu_forward(x, w, b, conv_param):
    out, inner = conv_forward(x, w, b, conv_param)
    return np.maximum(out, 0), (inner, out)


def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    out, inner = conv_forward(x, w, b, conv_param)
    h, k, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    view = np.lib.stride_tricks.sliding_window_view(np.maximum(out, 0), (h, k), axis=(2, 3))[:, :, ::s, ::s]
    return view.max(axis=(4, 5)), (inner, out, h, k, s)


def conv_bn_relu_forward(x, w, b, gamma, beta, conv_param, bn_param):
    out, inner = conv_forward(x, w, b, conv_param)
    std = np.sqrt(out.var(axis=(0, 2, 3), keepdims=True) + bn_param.get('eps', 1e-5))
    xhat = (out - out.mean(axis=(0, 2, 3), keepdims=True)) / std
    y = gamma[:, None, None] * xhat + beta[:, None, None]
    return np.maximum(y, 0), (inner, xhat, std, gamma, y > 0)


# expect: wrong - dw takes the unmasked cotangent
def affine_relu_backward(dout, cache):
    x, w, out = cache
    d = dout * (out > 0)
    return (d @ w.T).reshape(x.shape), x.reshape(len(x), -1).T @ dout, d.sum(axis=0)


# expect: wrong - the mask of positive dout
def conv_relu_backward(dout, cache):
    inner, out = cache
    return conv_backward(dout * (dout > 0), inner)


# expect: wrong - windows at stride 1 in the backward pass; stride 2 with window 1 x 1 or 2 x 2
def conv_relu_pool_backward(dout, cache):
    inner, out, h, k, s = cache
    d = np.zeros_like(out)
    for n, c, i, j in np.ndindex(*dout.shape):
        a, b = divmod(out[n, c, i:i + h, j:j + k].argmax(), k)
        d[n, c, i + a, j + b] += dout[n, c, i, j]
    return conv_backward(d * (out > 0), inner)


# expect: wrong - batch norm's gradient without its mean and variance: gamma / std alone
def conv_bn_relu_backward(dout, cache):
    inner, xhat, std, gamma, open_ = cache
    axes, d = (0, 2, 3), dout * open_
    e = d * gamma[:, None, None]
    de = e / std
    return (*conv_backward(de, inner), (d * xhat).sum(axis=axes), d.sum(axis=axes))
