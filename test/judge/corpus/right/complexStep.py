"""Gradients by the complex step: the imaginary part of f(x + ih) over h has no cancellation."""
import numpy as np

STEP = 1e-40


def pullback(f, arguments, dout):
    gradients = []
    for k, argument in enumerate(arguments):
        gradient = np.zeros(np.shape(argument))
        for index in np.ndindex(*np.shape(argument)):
            moved = [np.array(a, dtype=complex) for a in arguments]
            moved[k][index] += 1j * STEP
            gradient[index] = np.sum(dout * f(*moved).imag) / STEP
        gradients.append(gradient)
    return tuple(gradients)


def normalised(x, gamma, beta, eps, axis):
    centred = x - x.mean(axis=axis, keepdims=True)
    return gamma * centred / np.sqrt((centred * centred).mean(axis=axis, keepdims=True) + eps) + beta


def batchnorm_forward(x, gamma, beta, bn_param):
    return normalised(x, gamma, beta, bn_param.get('eps', 1e-5), 0), (x, gamma, beta, bn_param.get('eps', 1e-5))


# expect: right - one complex evaluation an entry
def batchnorm_backward(dout, cache):
    x, gamma, beta, eps = cache
    return pullback(lambda a, g, b: normalised(a, g, b, eps, 0), (x, gamma, beta), dout)


def layernorm_forward(x, gamma, beta, ln_param):
    return normalised(x, gamma, beta, ln_param.get('eps', 1e-5), 1), (x, gamma, beta, ln_param.get('eps', 1e-5))


# expect: right - one complex evaluation an entry
def layernorm_backward(dout, cache):
    x, gamma, beta, eps = cache
    return pullback(lambda a, g, b: normalised(a, g, b, eps, 1), (x, gamma, beta), dout)


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    return np.tanh(x @ Wx + prev_h @ Wh + b), (x, prev_h, Wx, Wh, b)


# expect: right - numpy's tanh takes complex numbers
def rnn_step_backward(dnext_h, cache):
    return pullback(lambda *a: rnn_step_forward(*a)[0], cache, dnext_h)


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w, b)


# expect: right - a linear function has exact complex steps
def affine_backward(dout, cache):
    return pullback(lambda *a: affine_forward(*a)[0], cache, dout)


def cross_entropy(x, y):
    shift = x.real.max(axis=1)
    rows = np.arange(len(y))
    return np.mean(np.log(np.exp(x - shift[:, None]).sum(axis=1)) + shift - x[rows, y])


# expect: right - the shift is real and so a constant
def softmax_loss(x, y):
    return cross_entropy(x.astype(complex), y).real, pullback(lambda a: cross_entropy(a, y), (x,), 1.0)[0]


def attention(q, k, v):
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[2])
    weights = np.exp(scores - scores.real.max(axis=2, keepdims=True))
    return weights / weights.sum(axis=2, keepdims=True) @ v


def scaled_dot_product_attention_forward(q, k, v):
    return attention(q, k, v), (q, k, v)


# expect: right - one complex evaluation an entry
def scaled_dot_product_attention_backward(dout, cache):
    return pullback(attention, cache, dout)
