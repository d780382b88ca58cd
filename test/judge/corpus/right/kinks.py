"""Other conventions at kinks and ties."""
import numpy as np


def relu_forward(x):
    return np.maximum(0, x), x


# expect: right at kinks - the derivative at 0 is 1
def relu_backward(dout, cache):
    return dout * (cache >= 0)


def max_pool_forward_naive(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    view = np.lib.stride_tricks.sliding_window_view(x, (h, w), axis=(2, 3))[:, :, ::s, ::s]
    return view.max(axis=(4, 5)), (x, h, w, s)


# expect: right at kinks - equal maxima share evenly
def max_pool_backward_naive(dout, cache):
    x, h, w, s = cache
    dx = np.zeros(x.shape)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            place = (slice(None), slice(None), slice(i * s, i * s + h), slice(j * s, j * s + w))
            top = x[place] == x[place].max(axis=(2, 3), keepdims=True)
            dx[place] += dout[:, :, i:i + 1, j:j + 1] * top / top.sum(axis=(2, 3), keepdims=True)
    return dx


# expect: right at kinks - a margin of exactly 0 counts as violated
def svm_loss(x, y):
    rows = np.arange(x.shape[0])
    margins = x - x[rows, y].reshape(-1, 1) + 1
    margins[rows, y] = -1
    dx = np.where(margins >= 0, 1.0, 0.0)
    dx[rows, y] = -dx.sum(axis=1)
    return margins[margins >= 0].sum() / len(y), dx / len(y)
