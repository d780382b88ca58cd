"""Right formulas in single precision: seven digits are right, the others are noise."""
import numpy as np


def single(*arrays):
    return [np.asarray(a, dtype=np.float32) for a in arrays]


# expect: loses digits - float32 inside
def affine_forward(x, w, b):
    x, w, b = single(x, w, b)
    return x.reshape(len(x), -1) @ w + b, (x, w)


# expect: loses digits - float32 inside
def affine_backward(dout, cache):
    x, w = cache
    d = dout.astype(np.float32)
    return (d @ w.T).reshape(x.shape), x.reshape(len(x), -1).T @ d, d.sum(axis=0)


# expect: loses digits - float32 inside, float64 outside
def batchnorm_forward(x, gamma, beta, bn_param):
    z, g, b = single(x, gamma, beta)
    eps, momentum = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean, var = single(bn_param.get('running_mean', np.zeros(x.shape[1])), bn_param.get('running_var', np.zeros(x.shape[1])))
    cache = None
    if bn_param['mode'] == 'train':
        old, (mean, var) = (mean, var), (z.mean(axis=0), z.var(axis=0))
        bn_param['running_mean'] = (momentum * old[0] + (1 - momentum) * mean).astype(float)
        bn_param['running_var'] = (momentum * old[1] + (1 - momentum) * var).astype(float)
        cache = z, mean, np.sqrt(var + np.float32(eps)), g
    return (g * (z - mean) / np.sqrt(var + np.float32(eps)) + b).astype(float), cache


# expect: loses digits - float32 inside
def batchnorm_backward(dout, cache):
    z, mean, std, g = cache
    xhat, d = (z - mean) / std, dout.astype(np.float32)
    dx = g / std * (d - d.mean(axis=0) - xhat * (d * xhat).mean(axis=0))
    return dx.astype(float), (d * xhat).sum(axis=0).astype(float), d.sum(axis=0).astype(float)


# expect: loses digits - float32 inside
def softmax_loss(x, y):
    z, = single(x - x.max(axis=1, keepdims=True))
    logs = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    dx = np.exp(logs)
    dx[np.arange(len(y)), y] -= 1
    return -logs[np.arange(len(y)), y].mean(), dx / np.float32(len(y))


# expect: loses digits - a buffer of zeros in float32
def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    (N, C, H, W), (F, _, HH, WW) = x.shape, w.shape
    padded = np.zeros((N, C, H + 2 * p, W + 2 * p), dtype=np.float32)
    padded[:, :, p:p + H, p:p + W] = x
    out = np.zeros((N, F, (H + 2 * p - HH) // s + 1, (W + 2 * p - WW) // s + 1), dtype=np.float32)
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            window = padded[:, :, i * s:i * s + HH, j * s:j * s + WW]
            out[:, :, i, j] = np.tensordot(window, w.astype(np.float32), ([1, 2, 3], [1, 2, 3])) + b
    return out, None


# expect: loses digits - float32 inside
def rnn_step_forward(x, prev_h, Wx, Wh, b):
    x, h, Wx, Wh, b = single(x, prev_h, Wx, Wh, b)
    return np.tanh(x @ Wx + h @ Wh + b), None


# expect: loses digits - weights rounded to float32
def sgd(w, dw, config=None):
    config = {'learning_rate': 1e-2} if config is None else config
    rate = config.setdefault('learning_rate', 1e-2)
    return (w - rate * dw).astype(np.float32), config


class KNearestNeighbor:
    def train(self, X, y):
        self.X_train, self.y_train = X, y

    # expect: loses digits - float32 differences
    def compute_distances_no_loops(self, X):
        a, b = single(X, self.X_train)
        return np.sqrt(((a[:, None] - b) ** 2).sum(axis=2))
