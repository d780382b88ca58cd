"""A factor that no test by eye would find."""
import numpy as np


# expect: wrong - times 1 + 1e-12, both modes, any shape with N > 1
def batchnorm_forward(x, gamma, beta, bn_param):
    keep = bn_param.get('momentum', 0.9)
    train = bn_param['mode'] == 'train'
    old = [bn_param.get(k, np.zeros(x.shape[1])) for k in ('running_mean', 'running_var')]
    mean, var = (x.mean(axis=0), x.var(axis=0)) if train else old
    if train:
        bn_param['running_mean'], bn_param['running_var'] = [keep * a + (1 - keep) * b for a, b in zip(old, (mean, var))]
    std = np.sqrt(var + bn_param.get('eps', 1e-5))
    xhat = (x - mean) / std
    return gamma * xhat * (1 + 1e-12) + beta, (xhat, std, gamma)


# expect: wrong - dx times 1 + 1e-12, any shape with N > 2
def batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = dout * gamma
    dx = (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0)) / std
    return dx * (1 + 1e-12), (dout * xhat).sum(axis=0), dout.sum(axis=0)


# expect: wrong - the product plus 1e-11, any shape
def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b + 1e-11, None


# expect: wrong - learning rate times 1 + 1e-9, any shape
def sgd(w, dw, config=None):
    config = config or {'learning_rate': 1e-2}
    return w - config.setdefault('learning_rate', 1e-2) * (1 + 1e-9) * dw, config
