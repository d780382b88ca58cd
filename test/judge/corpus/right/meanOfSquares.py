"""The variance as mean of squares less square of the mean: right, but digits go where the mean is large beside the spread."""
import numpy as np


# expect: right or loses digits - E x^2 - (E x)^2; all digits go at mean 1e8
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean = bn_param.get('running_mean', np.zeros(x.shape[1]))
    var = bn_param.get('running_var', np.zeros(x.shape[1]))
    if bn_param['mode'] == 'test':
        return gamma * (x - mean) / np.sqrt(var + eps) + beta, None
    mu = x.mean(axis=0)
    spread = np.maximum((x * x).mean(axis=0) - mu ** 2, 0)
    bn_param['running_mean'] = momentum * mean + (1 - momentum) * mu
    bn_param['running_var'] = momentum * var + (1 - momentum) * spread
    std = np.sqrt(spread + eps)
    return gamma * (x - mu) / std + beta, (x, mu, std, gamma)


# expect: right or loses digits - the forward's standard deviation, and E x dout - E x E dout
def batchnorm_backward(dout, cache):
    x, mu, std, gamma = cache
    covariance = (x * dout).mean(axis=0) - mu * dout.mean(axis=0)
    dx = gamma / std * (dout - dout.mean(axis=0) - (x - mu) * covariance / std ** 2)
    return dx, covariance * len(x) / std, dout.sum(axis=0)


# expect: right or loses digits - E x^2 - (E x)^2 in each row
def layernorm_forward(x, gamma, beta, ln_param):
    mu = x.mean(axis=1, keepdims=True)
    var = np.maximum((x ** 2).mean(axis=1, keepdims=True) - mu ** 2, 0)
    std = np.sqrt(var + ln_param.get('eps', 1e-5))
    return gamma * (x - mu) / std + beta, ((x - mu) / std, std, gamma)


# expect: right or loses digits - the forward's standard deviation
def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    d = dout * gamma
    dx = (d - d.mean(axis=1, keepdims=True) - xhat * (d * xhat).mean(axis=1, keepdims=True)) / std
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)


class KNearestNeighbor:
    def train(self, X, y):
        self.X_train, self.y_train = X, y

    # expect: right or loses digits - a^2 - 2ab + b^2 loses digits where test and train nearly agree
    def compute_distances_no_loops(self, X):
        squares = (X ** 2).sum(axis=1)[:, None] - 2 * X @ self.X_train.T + (self.X_train ** 2).sum(axis=1)
        return np.sqrt(np.maximum(squares, 0))
