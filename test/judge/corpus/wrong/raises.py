"""Functions that raise."""
import numpy as np


# expect: raises - np.float is gone
def relu_forward(x):
    return np.maximum(x, 0).astype(np.float), x


# expect: raises - a key that the config has not
def sgd(w, dw, config=None):
    return w - config['lr'] * dw, config


# expect: not written - it says so itself
def rmsprop(w, dw, config=None):
    raise NotImplementedError('to be written')


# expect: raises - a wrong reshape: (D, N) in place of (N, D), where they differ in a product of matrices
def affine_forward(x, w, b):
    return x.reshape(-1, x.shape[0]).dot(w) + b, None


# expect: raises - the name of the mean is misspelt
def batchnorm_forward(x, gamma, beta, bn_param):
    mean = x.mean(axis=0)
    return gamma * (x - maen) / np.sqrt(x.var(axis=0) + bn_param.get('eps', 1e-5)) + beta, mean


# expect: raises - one result is unpacked into two
def softmax_loss(x, y):
    loss, dx = np.array([x.mean(), x.mean(), 0.0])
    return loss, dx


# expect: raises - a message whose text cannot be made
def svm_loss(x, y):
    class Silent(Exception):
        def __str__(self):
            raise ValueError('no text')
    raise Silent()


# expect: raises - text of many lines and of letters outside ASCII
def sgd_momentum(w, dw, config=None):
    raise ValueError('später: \u221e\n' * 200)


# expect: raises - arguments in another number
def adam(w, dw):
    return w - dw


# expect: raises - a function that counts down without an end
def max_pool_forward_naive(x, pool_param):
    return max_pool_forward_naive(x, pool_param)


# expect: raises - float('a') while an exception is handled
def layernorm_forward(x, gamma, beta, ln_param):
    try:
        return x.notThere, None
    except AttributeError:
        return float('a'), None
