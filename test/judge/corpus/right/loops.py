"""Plain loops over every index."""
import numpy as np


def places(size, window, stride):
    return (size - window) // stride + 1


# expect: right - one dot product a place
def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    (N, _, H, W), (F, _, HH, WW) = x.shape, w.shape
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), 'constant')
    out = np.zeros((N, F, places(H + 2 * p, HH, s), places(W + 2 * p, WW, s)))
    for n in range(N):
        for f in range(F):
            for i in range(out.shape[2]):
                for j in range(out.shape[3]):
                    out[n, f, i, j] = np.sum(padded[n, :, i * s:i * s + HH, j * s:j * s + WW] * w[f]) + b[f]
    return out, (padded, w, conv_param)


# expect: right - each place adds to the window it saw; the padding is cut by its width
def conv_backward_naive(dout, cache):
    padded, w, conv_param = cache
    s, p = conv_param['stride'], conv_param['pad']
    HH, WW = w.shape[2:]
    dpadded, dw, db = np.zeros_like(padded), np.zeros_like(w), np.zeros(len(w))
    for n, f, i, j in np.ndindex(*dout.shape):
        d = dout[n, f, i, j]
        window = (n, slice(None), slice(i * s, i * s + HH), slice(j * s, j * s + WW))
        dpadded[window] += d * w[f]
        dw[f] += d * padded[window]
        db[f] += d
    H, W = padded.shape[2] - 2 * p, padded.shape[3] - 2 * p
    return dpadded[:, :, p:p + H, p:p + W], dw, db


# expect: right - maximum of each window
def max_pool_forward_naive(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    out = np.zeros((N, C, places(H, h, s), places(W, w, s)))
    for n, c, i, j in np.ndindex(*out.shape):
        out[n, c, i, j] = x[n, c, i * s:i * s + h, j * s:j * s + w].max()
    return out, (x, pool_param)


# expect: right - the first of equal maxima gets all, overlapping windows add
def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(*dout.shape):
        window = x[n, c, i * s:i * s + h, j * s:j * s + w]
        a, b = np.unravel_index(window.argmax(), window.shape)
        dx[n, c, i * s + a, j * s + b] += dout[n, c, i, j]
    return dx


# expect: right - sample by sample, unit by unit
def affine_forward(x, w, b):
    out = np.zeros((x.shape[0], w.shape[1]))
    for n in range(x.shape[0]):
        for m in range(w.shape[1]):
            out[n, m] = (x[n].ravel() * w[:, m]).sum() + b[m]
    return out, (x, w)


# expect: right - every output adds its share
def affine_backward(dout, cache):
    x, w = cache
    dx, dw, db = np.zeros_like(x), np.zeros_like(w), np.zeros(w.shape[1])
    for n in range(dout.shape[0]):
        for m in range(dout.shape[1]):
            dx[n] += dout[n, m] * w[:, m].reshape(x.shape[1:])
            dw[:, m] += dout[n, m] * x[n].ravel()
            db[m] += dout[n, m]
    return dx, dw, db


# expect: right - margins one at a time
def svm_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros(W.shape)
    for n in range(X.shape[0]):
        scores = X[n].dot(W)
        for j in range(W.shape[1]):
            margin = scores[j] - scores[y[n]] + 1
            if j != y[n] and margin > 0:
                loss += margin
                dW[:, j] += X[n]
                dW[:, y[n]] -= X[n]
    return loss / len(y) + reg * np.sum(W * W), dW / len(y) + 2 * reg * W


# expect: right - probabilities one at a time
def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros(W.shape)
    for n in range(X.shape[0]):
        scores = X[n].dot(W)
        scores = scores - scores.max()
        total = np.exp(scores).sum()
        loss += np.log(total) - scores[y[n]]
        for j in range(W.shape[1]):
            dW[:, j] += (np.exp(scores[j]) / total - (j == y[n])) * X[n]
    return loss / len(y) + reg * np.sum(W * W), dW / len(y) + 2 * reg * W


# expect: right - column by column
def batchnorm_forward(x, gamma, beta, bn_param):
    out, cache = np.zeros_like(x), []
    means = bn_param.get('running_mean', np.zeros(x.shape[1])).copy()
    variances = bn_param.get('running_var', np.zeros(x.shape[1])).copy()
    eps, keep = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    for j in range(x.shape[1]):
        mean, var = means[j], variances[j]
        if bn_param['mode'] == 'train':
            mean = sum(x[:, j]) / len(x)
            var = sum((v - mean) ** 2 for v in x[:, j]) / len(x)
            means[j] = keep * means[j] + (1 - keep) * mean
            variances[j] = keep * variances[j] + (1 - keep) * var
        out[:, j] = gamma[j] * (x[:, j] - mean) / (var + eps) ** 0.5 + beta[j]
        cache.append((x[:, j] - mean, (var + eps) ** 0.5, gamma[j]))
    bn_param['running_mean'], bn_param['running_var'] = means, variances
    return out, cache


# expect: right - column by column, entry by entry
def batchnorm_backward(dout, cache):
    dx, dgamma, dbeta = np.zeros_like(dout), np.zeros(len(cache)), np.zeros(len(cache))
    for j, (centred, std, gamma) in enumerate(cache):
        xhat, d = centred / std, dout[:, j]
        dgamma[j], dbeta[j] = sum(d * xhat), sum(d)
        for n in range(len(d)):
            dx[n, j] = gamma / std * (d[n] - dbeta[j] / len(d) - xhat[n] * dgamma[j] / len(d))
    return dx, dgamma, dbeta


class KNearestNeighbor:
    def train(self, X, y):
        self.X_train, self.y_train = X, y

    # expect: right - pair by pair
    def compute_distances_two_loops(self, X):
        dists = np.zeros((len(X), len(self.X_train)))
        for i in range(len(X)):
            for j in range(len(self.X_train)):
                dists[i, j] = np.sqrt(np.sum((X[i] - self.X_train[j]) ** 2))
        return dists

    # expect: right - one row of the table at a time
    def compute_distances_one_loop(self, X):
        dists = np.zeros((len(X), len(self.X_train)))
        for i in range(len(X)):
            dists[i] = np.linalg.norm(self.X_train - X[i], axis=1)
        return dists
