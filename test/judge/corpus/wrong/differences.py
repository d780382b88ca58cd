"""Gradients by differences: the formula is right, half of the digits are noise or more."""
import numpy as np


def slope(f, x, dout, h):
    gradient = np.zeros_like(x)
    for index in np.ndindex(*x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        gradient[index] = np.sum((f(up) - f(down)) * dout) / (2 * h)
    return gradient


def normalised(x, gamma, beta, eps):
    return gamma * (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) + beta


def batchnorm_forward(x, gamma, beta, bn_param):
    return normalised(x, gamma, beta, bn_param.get('eps', 1e-5)), (x, gamma, beta, bn_param.get('eps', 1e-5))


# expect: wrong or loses digits - central differences with h = 1e-5: noise at some entries, the third derivative at others
def batchnorm_backward(dout, cache):
    x, gamma, beta, eps = cache
    return (slope(lambda a: normalised(a, gamma, beta, eps), x, dout, 1e-5),
            slope(lambda g: normalised(x, g, beta, eps), gamma, dout, 1e-5),
            slope(lambda b: normalised(x, gamma, b, eps), beta, dout, 1e-5))


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w, b)


# expect: wrong or loses digits - the function is linear, so that all is noise of the differences
def affine_backward(dout, cache):
    x, w, b = cache
    return (slope(lambda a: affine_forward(a, w, b)[0], x, dout, 1e-5),
            slope(lambda a: affine_forward(x, a, b)[0], w, dout, 1e-5),
            slope(lambda a: affine_forward(x, w, a)[0], b, dout, 1e-5))


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    return np.tanh(x @ Wx + prev_h @ Wh + b), (x, prev_h, Wx, Wh, b)


# expect: wrong - h = 1e-2 leaves the third derivative; any shape
def rnn_step_backward(dnext_h, cache):
    def at(k, value):
        return rnn_step_forward(*cache[:k], value, *cache[k + 1:])[0]
    return tuple(slope(lambda a, k=k: at(k, a), cache[k], dnext_h, 1e-2) for k in range(5))
