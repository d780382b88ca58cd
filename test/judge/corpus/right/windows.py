"""Windows as a view, and the input's gradient as a convolution of the spread cotangent with the turned kernel."""
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv(x, w, s, p):
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    view = sliding_window_view(padded, w.shape[2:], axis=(2, 3))[:, :, ::s, ::s]
    return np.tensordot(view, w, ((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2), view


# expect: right - tensordot over a view of windows
def conv_forward_strides(x, w, b, conv_param):
    out, view = conv(x, w, conv_param['stride'], conv_param['pad'])
    return out + b[None, :, None, None], (x.shape, view, w, conv_param)


# expect: right - zeros between the cotangents, then the kernel turned by a half turn
def conv_backward_strides(dout, cache):
    (N, C, H, W), view, w, conv_param = cache
    s, p = conv_param['stride'], conv_param['pad']
    HH, WW = w.shape[2:]
    spread = np.zeros(dout.shape[:2] + (H + 2 * p - HH + 1, W + 2 * p - WW + 1))
    spread[:, :, ::s, ::s] = dout
    border = np.pad(spread, ((0, 0), (0, 0), (HH - 1, HH - 1), (WW - 1, WW - 1)))
    dpadded, _ = conv(border, w[:, :, ::-1, ::-1].swapaxes(0, 1), 1, 0)
    dw = np.tensordot(dout, view, ((0, 2, 3), (0, 2, 3)))
    return dpadded[:, :, p:p + H, p:p + W], dw, dout.sum(axis=(0, 2, 3))


# expect: right - the same under another name
def conv_forward_im2col(x, w, b, conv_param):
    return conv_forward_strides(x, w, b, conv_param)


# expect: right - the same under another name
def conv_backward_im2col(dout, cache):
    return conv_backward_strides(dout, cache)


# expect: right - the mask is the sign of the output
def conv_relu_forward(x, w, b, conv_param):
    out, cache = conv_forward_strides(x, w, b, conv_param)
    out = out.clip(min=0)
    return out, (cache, np.sign(out))


# expect: right - the mask is the sign of the output
def conv_relu_backward(dout, cache):
    return conv_backward_strides(dout * cache[1], cache[0])


# expect: right - maximum over a view of windows
def conv_relu_pool_forward(x, w, b, conv_param, pool_param):
    h, k, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out, cache = conv_relu_forward(x, w, b, conv_param)
    flat = sliding_window_view(out, (h, k), axis=(2, 3))[:, :, ::s, ::s].reshape(out.shape[:2] + (-1, h * k))
    shape = out.shape[:2] + ((out.shape[2] - h) // s + 1, (out.shape[3] - k) // s + 1)
    return flat.max(axis=3).reshape(shape), (cache, flat.argmax(axis=3).reshape(shape), out.shape, k, s)


# expect: right - np.bincount adds the cotangents of one place
def conv_relu_pool_backward(dout, cache):
    inner, first, shape, k, s = cache
    n, c, i, j = np.indices(dout.shape)
    place = np.ravel_multi_index((n, c, i * s + first // k, j * s + first % k), shape)
    d = np.bincount(place.ravel(), dout.ravel(), int(np.prod(shape)))
    return conv_relu_backward(d.reshape(shape), inner)


# expect: right - channels first, all else in one axis
def conv_bn_relu_forward(x, w, b, gamma, beta, conv_param, bn_param):
    out, cache = conv_forward_strides(x, w, b, conv_param)
    rows = out.swapaxes(0, 1).reshape(len(w), -1)
    mean, var = rows.mean(axis=1), rows.var(axis=1)
    keep = bn_param.get('momentum', 0.9)
    for key, value in (('running_mean', mean), ('running_var', var)):
        old = bn_param.get(key, np.zeros(len(w)))
        if bn_param['mode'] == 'train':
            bn_param[key] = keep * old + (1 - keep) * value
    if bn_param['mode'] == 'test':
        mean, var = (bn_param.get(k, np.zeros(len(w))) for k in ('running_mean', 'running_var'))
    scale = 1 / np.sqrt(var + bn_param.get('eps', 1e-5))
    xhat = (rows - mean[:, None]) * scale[:, None]
    y = gamma[:, None] * xhat + beta[:, None]
    final = np.maximum(y, 0).reshape(len(w), len(x), *out.shape[2:]).swapaxes(0, 1)
    return final, (cache, xhat, scale, gamma, y > 0)


# expect: right - channels first, all else in one axis
def conv_bn_relu_backward(dout, cache):
    inner, xhat, scale, gamma, positive = cache
    d = dout.swapaxes(0, 1).reshape(xhat.shape) * positive
    dgamma, dbeta = (d * xhat).sum(axis=1), d.sum(axis=1)
    rows = (gamma * scale)[:, None] * (d - (dbeta[:, None] + xhat * dgamma[:, None]) / xhat.shape[1])
    turned = rows.reshape(dout.swapaxes(0, 1).shape).swapaxes(0, 1)
    return (*conv_backward_strides(turned, inner), dgamma, dbeta)
