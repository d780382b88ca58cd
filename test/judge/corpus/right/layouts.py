"""Right numbers in other memory layouts and number types, with other names of parameters."""
from builtins import range
from collections import OrderedDict

import numpy as np

np.seterr(all='ignore')
np.set_printoptions(precision=2)


# expect: right - columns lie together in memory
def affine_forward(inputs, weights, bias):
    return np.asfortranarray(np.dot(inputs.reshape(len(inputs), -1), weights) + bias), [inputs, weights]


# expect: right - a list of views: turned, with negative strides, and of every second number
def affine_backward(upstream, saved):
    inputs, weights = saved
    dinputs = upstream[::-1].dot(weights.T)[::-1].reshape(inputs.shape)
    dweights = upstream.T.dot(inputs.reshape(len(inputs), -1)).T
    doubled = np.repeat(upstream.sum(axis=0), 2)
    return [dinputs, dweights, doubled[::2]]


# expect: right - bytes in the other order
def relu_forward(a):
    return np.maximum(a, 0).astype('>f8'), a


# expect: right - long doubles
def relu_backward(upstream, saved):
    return upstream.astype(np.longdouble) * (saved > 0)


# expect: right - a loss that is an array without axes, a gradient that cannot be written to
def softmax_loss(scores, labels):
    shifted = scores - np.amax(scores, axis=1)[:, np.newaxis]
    logs = shifted - np.log(np.sum(np.exp(shifted), axis=1))[:, np.newaxis]
    gradient = np.exp(logs) / len(labels)
    for n in range(len(labels)):
        gradient[n, labels[n]] -= 1.0 / len(labels)
    gradient.flags.writeable = False
    return np.array(-logs[range(len(labels)), labels].mean()), gradient


# expect: right - a Python number, and an array of a subclass
def svm_loss(scores, labels):
    loss, gradient = 0.0, np.zeros(scores.shape).view(np.recarray)
    for n, label in enumerate(labels):
        for j in range(scores.shape[1]):
            margin = float(scores[n, j] - scores[n, label] + 1)
            if j != label and margin > 0:
                loss += margin / len(labels)
                gradient[n, j] += 1 / len(labels)
                gradient[n, label] -= 1 / len(labels)
    return loss, gradient


# expect: right - a config of another kind, and parameters without defaults in it
def sgd(weights, gradient, settings=None, *rest, **more):
    settings = OrderedDict(settings or {'learning_rate': 1e-2})
    return weights - gradient * settings.setdefault('learning_rate', 1e-2), settings


# expect: right - a parameter that is only named by its place, and doubles of one axis more taken off again
def layernorm_forward(x, gamma, beta, settings, /):
    columns = x[..., None] - x.mean(axis=1)[:, None, None]
    std = np.sqrt((columns ** 2).mean(axis=1, keepdims=True) + settings.get('eps', 1e-5))
    return (columns / std)[..., 0] * gamma + beta, None


if __name__ == '__main__':
    print(affine_forward(np.eye(2), np.eye(2), np.zeros(2)))
