"""The cases of the benchmark in numpy, on one thread. Reads the name of a case a line, answers with milliseconds."""
import os
os.environ['OPENBLAS_NUM_THREADS'] = '1'
import sys
import time
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

rng = np.random.default_rng(0)


def windows(x, size, stride, pad):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    return sliding_window_view(padded, (size, size), axis=(2, 3))[:, :, ::stride, ::stride]


def conv(x, w, b, stride, pad):
    filters, _, size, _ = w.shape
    view = windows(x, size, stride, pad)
    n, c, h, v = view.shape[:4]
    columns = view.transpose(0, 1, 4, 5, 2, 3).reshape(n, c * size * size, h * v)
    y = np.matmul(w.reshape(filters, -1), columns) + b[:, None]
    return y.reshape(n, filters, h, v), columns


def conv_back(x, w, columns, dy, stride, pad):
    filters, c, size, _ = w.shape
    n, _, h, v = dy.shape
    flat = dy.reshape(n, filters, -1)
    dw = np.matmul(flat, columns.transpose(0, 2, 1)).sum(axis=0).reshape(w.shape)
    parts = np.matmul(w.reshape(filters, -1).T, flat).reshape(n, c, size, size, h, v)
    dx = np.zeros((n, c, x.shape[2] + 2 * pad, x.shape[3] + 2 * pad))
    for k in range(size):
        for l in range(size):
            dx[:, :, k:k + stride * h:stride, l:l + stride * v:stride] += parts[:, :, k, l]
    return dx[:, :, pad:pad + x.shape[2], pad:pad + x.shape[3]], dw, dy.sum(axis=(0, 2, 3))


def quarters(x):
    return x[:, :, ::2, ::2], x[:, :, ::2, 1::2], x[:, :, 1::2, ::2], x[:, :, 1::2, 1::2]


def pool(x):
    a, b, c, d = quarters(x)
    return np.maximum(np.maximum(a, b), np.maximum(c, d))


def pool_back(x, y, dy):
    dx = np.zeros_like(x)
    open_ = np.ones(y.shape, bool)
    for part, into in zip(quarters(x), quarters(dx)):
        chosen = open_ & (part == y)
        into[...] = np.where(chosen, dy, 0)
        open_ &= ~chosen
    return dx


x1, w1, b1, dy1 = (rng.standard_normal(s) for s in ((100, 3, 31, 31), (25, 3, 3, 3), (25,), (100, 25, 16, 16)))
columns1 = conv(x1, w1, b1, 2, 1)[1]
x2, dy2 = rng.standard_normal((100, 3, 32, 32)), rng.standard_normal((100, 3, 16, 16))
y2 = pool(x2)
a3, b3 = rng.standard_normal((512, 512)), rng.standard_normal((512, 512))

x4, labels = rng.standard_normal((50, 3, 32, 32)), np.arange(50) % 10
net = [rng.standard_normal(s) * .01 for s in ((32, 3, 7, 7), (32,), (8192, 100), (100,), (100, 10), (10,))]


x5, labels5 = rng.standard_normal((100, 3072)), np.arange(100) % 10
mlp = [rng.standard_normal(s) * .01 for s in ((3072, 100), (100,), (100, 10), (10,))]


def softmax_back(scores, labels):
    n = len(labels)
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    ds = e / e.sum(axis=1, keepdims=True)
    ds[np.arange(n), labels] -= 1
    return ds / n


def moved(params, gradients):
    return [p - 1e-3 * g for p, g in zip(params, gradients)]


def mlp_step():
    w, b, w2, b2 = mlp
    h = x5 @ w + b
    r = np.maximum(h, 0)
    ds = softmax_back(r @ w2 + b2, labels5)
    dh = np.where(h > 0, ds @ w2.T, 0)
    return moved(mlp, (x5.T @ dh, dh.sum(0), r.T @ ds, ds.sum(0)))


def convnet_step():
    w, b, w2, b2, w3, b3 = net
    h, columns = conv(x4, w, b, 1, 3)
    r = np.maximum(h, 0)
    p = pool(r)
    flat = p.reshape(50, -1)
    h2 = flat @ w2 + b2
    r2 = np.maximum(h2, 0)
    scores = r2 @ w3 + b3
    ds = softmax_back(scores, labels)
    dh2 = np.where(h2 > 0, ds @ w3.T, 0)
    dr = pool_back(r, p, (dh2 @ w2.T).reshape(p.shape))
    dh = np.where(h > 0, dr, 0)
    _, dw, db = conv_back(x4, w, columns, dh, 1, 3)
    return moved(net, (dw, db, flat.T @ dh2, dh2.sum(0), r2.T @ ds, ds.sum(0)))


cases = {
    'conv2d forward': lambda: conv(x1, w1, b1, 2, 1),
    'conv2d backward': lambda: conv_back(x1, w1, columns1, dy1, 2, 1),
    'max pooling forward': lambda: pool(x2),
    'max pooling backward': lambda: pool_back(x2, y2, dy2),
    'gemm 512': lambda: a3 @ b3,
    'convnet step': convnet_step,
    'MLP step': mlp_step
}

for line in sys.stdin:
    run = cases[line.strip()]
    began = time.perf_counter()
    run()
    print((time.perf_counter() - began) * 1e3, flush=True)
