"""Layers that are made of layers."""
import numpy as np


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    return (dout @ w.T).reshape(x.shape), x.reshape(len(x), -1).T @ dout, dout.sum(axis=0)


def offsets(x, h, w, s):
    height, width = (x.shape[2] - h) // s + 1, (x.shape[3] - w) // s + 1
    for k in range(h * w):
        i, j = divmod(k, w)
        yield k, x[:, :, i:i + s * height:s, j:j + s * width:s][:, :, :height, :width]


def conv_forward(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    flat = w.reshape(*w.shape[:2], -1)
    out = sum(np.einsum('nchw,fc->nfhw', part, flat[..., k]) for k, part in offsets(padded, *w.shape[2:], s))
    return out + b[:, None, None], (padded, w, s, p)


def conv_backward(dout, cache):
    padded, w, s, p = cache
    flat, dpadded, dw = w.reshape(*w.shape[:2], -1), np.zeros_like(padded), []
    for k, part in offsets(dpadded, *w.shape[2:], s):
        part += np.einsum('nfhw,fc->nchw', dout, flat[..., k])
    for _, part in offsets(padded, *w.shape[2:], s):
        dw.append(np.einsum('nfhw,nchw->fc', dout, part))
    H, W = padded.shape[2:]
    return dpadded[:, :, p:H - p, p:W - p], np.stack(dw, axis=-1).reshape(w.shape), dout.sum(axis=(0, 2, 3))


# expect: right - affine, then maximum with 0
def affine_relu_forward(x, w, b):
    out, cache = affine_forward(x, w, b)
    return np.maximum(out, 0), (cache, out > 0)


# expect: right - mask, then affine
def affine_relu_backward(dout, cache):
    return affine_backward(dout * cache[1], cache[0])


# expect: right - convolution, then maximum with 0
def conv_relu_forward(x, w, b, conv_param):
    out, cache = conv_forward(x, w, b, conv_param)
    return np.maximum(out, 0), (cache, out > 0)


# expect: right - mask, then convolution
def conv_relu_backward(dout, cache):
    return conv_backward(dout * cache[1], cache[0])


# expect: right - convolution, maximum with 0, pooling
def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    rectified, cache = conv_relu_forward(x, w, b, conv_param)
    size = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    stack = np.stack([part for _, part in offsets(rectified, *size)])
    return stack.max(axis=0), (cache, stack.argmax(axis=0), rectified.shape, size)


# expect: right - the first maximum, mask, convolution
def conv_relu_pool_backward(dout, cache):
    inner, first, shape, size = cache
    drectified = np.zeros(shape)
    for k, part in offsets(drectified, *size):
        part += dout * (first == k)
    return conv_relu_backward(drectified, inner)


# expect: right - convolution, spatial batch norm, maximum with 0
def conv_bn_relu_forward(x, w, b, gamma, beta, conv_param, bn_param):
    out, inner = conv_forward(x, w, b, conv_param)
    axes, eps, keep = (0, 2, 3), bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean = bn_param.get('running_mean', np.zeros(len(w)))
    var = bn_param.get('running_var', np.zeros(len(w)))
    if bn_param['mode'] == 'train':
        bn_param['running_mean'] = keep * mean + (1 - keep) * out.mean(axis=axes)
        bn_param['running_var'] = keep * var + (1 - keep) * out.var(axis=axes)
        mean, var = out.mean(axis=axes), out.var(axis=axes)
    std = np.sqrt(var + eps)[:, None, None]
    xhat = (out - mean[:, None, None]) / std
    normalised = gamma[:, None, None] * xhat + beta[:, None, None]
    return np.maximum(normalised, 0), (inner, xhat, std, gamma[:, None, None], normalised > 0)


# expect: right - mask, spatial batch norm, convolution
def conv_bn_relu_backward(dout, cache):
    inner, xhat, std, gamma, positive = cache
    axes, d = (0, 2, 3), dout * positive
    dgamma, dbeta = (d * xhat).sum(axis=axes), d.sum(axis=axes)
    n = d.size / len(dbeta)
    dconv = gamma / std * (d - dbeta[:, None, None] / n - xhat * dgamma[:, None, None] / n)
    return (*conv_backward(dconv, inner), dgamma, dbeta)
