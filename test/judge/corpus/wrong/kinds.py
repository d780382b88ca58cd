"""Results of another kind than an array of doubles."""
import numpy as np


# expect: wrong shape - complex numbers whose imaginary part is not 0
def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b + 1e-3j, None


# expect: wrong shape - a list of lists
def softmax_loss(x, y):
    shifted = x - x.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    dx = (np.exp(logs) - np.eye(x.shape[1])[y]) / len(y)
    return -logs[np.arange(len(y)), y].mean(), dx.tolist()


# expect: wrong - whole numbers: fractions are cut off
def relu_forward(x):
    return np.maximum(x, 0).astype(int), x


# expect: wrong - a buffer of whole numbers
def layernorm_forward(x, gamma, beta, ln_param):
    out = np.zeros(x.shape, dtype=int)
    for n in range(len(x)):
        out[n] = gamma * (x[n] - x[n].mean()) / np.sqrt(x[n].var() + ln_param.get('eps', 1e-5)) + beta
    return out, None


# expect: wrong shape - a result of 800 megabytes
def sgd(w, dw, config=None):
    return np.zeros(100000000), config


# expect: wrong shape - the loss is an array of N
def svm_loss(x, y):
    rows = np.arange(len(y))
    margins = np.maximum(0, x - x[rows, y][:, None] + 1)
    margins[rows, y] = 0
    d = (margins > 0) * 1.0
    d[rows, y] -= d.sum(axis=1)
    return margins.sum(axis=1), d / len(y)


# expect: wrong shape - text
def max_pool_forward_naive(x, pool_param):
    return 'maximum', x


# expect: wrong shape - a function in place of its result
def temporal_affine_forward(x, w, b):
    return lambda: x @ w + b, None


# expect: wrong shape or right - the output without a cache: right in number
def affine_relu_forward(x, w, b):
    return np.maximum(x.reshape(len(x), -1) @ w + b, 0)


# expect: wrong - not a number everywhere
def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    height, width = (x.shape[2] + 2 * p - w.shape[2]) // s + 1, (x.shape[3] + 2 * p - w.shape[3]) // s + 1
    return np.full((len(x), len(w), height, width), np.nan), None


# expect: loses digits or wrong - half precision, rounded to one digit after the point: two or three digits are left; any shape
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    return np.tanh((x @ Wx + prev_h @ Wh + b).astype(np.float16).round(1)), None


# expect: wrong shape - a list with None among the numbers
def word_embedding_forward(x, W):
    rows = W[x].tolist()
    rows[0][0][0] = None
    return rows, None
