"""Groups, samples and classes by loops over slices; masks drawn in other ways."""
import numpy as np


# expect: right - group by group
def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    width, xhat, roots = x.shape[1] // G, np.empty(x.shape), np.empty((len(x), G))
    for n in range(len(x)):
        for g in range(G):
            group = x[n, g * width:(g + 1) * width]
            roots[n, g] = (group.var() + gn_param.get('eps', 1e-5)) ** 0.5
            xhat[n, g * width:(g + 1) * width] = (group - group.mean()) / roots[n, g]
    return xhat * gamma + beta, (xhat, roots, gamma)


# expect: right - group by group
def spatial_groupnorm_backward(dout, cache):
    xhat, roots, gamma = cache
    G = roots.shape[1]
    dx, width = dout * gamma, xhat.shape[1] // G
    for n in range(len(dx)):
        for g in range(G):
            block = slice(g * width, (g + 1) * width)
            d, z = dx[n, block], xhat[n, block]
            dx[n, block] = (d - d.mean() - z * (d * z).mean()) / roots[n, g]
    sums = [np.einsum('nchw,nchw->c', dout, v) for v in (xhat, np.ones_like(xhat))]
    return dx, sums[0].reshape(1, -1, 1, 1), sums[1].reshape(1, -1, 1, 1)


# expect: right - channel by channel
def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    train, keep, C = bn_param['mode'] == 'train', bn_param.get('momentum', 0.9), x.shape[1]
    mean = np.array(bn_param.get('running_mean', np.zeros(C)))
    var = np.array(bn_param.get('running_var', np.zeros(C)))
    out, cache = np.empty(x.shape), []
    for c in range(C):
        channel = x[:, c]
        mu, v = (channel.mean(), channel.var()) if train else (mean[c], var[c])
        root = np.sqrt(v + bn_param.get('eps', 1e-5))
        xhat = (channel - mu) / root
        out[:, c] = gamma[c] * xhat + beta[c]
        cache.append((xhat, root, gamma[c]))
        if train:
            mean[c], var[c] = keep * mean[c] + (1 - keep) * mu, keep * var[c] + (1 - keep) * v
    bn_param['running_mean'], bn_param['running_var'] = mean, var
    return out, cache


# expect: right - channel by channel
def spatial_batchnorm_backward(dout, cache):
    dx, dgamma, dbeta = np.empty(dout.shape), [], []
    for c, (xhat, root, gamma) in enumerate(cache):
        d = dout[:, c]
        dgamma.append((d * xhat).sum())
        dbeta.append(d.sum())
        dx[:, c] = gamma / root * (d - dbeta[c] / d.size - xhat * dgamma[c] / d.size)
    return dx, np.array(dgamma), np.array(dbeta)


# expect: right - margins of each sample in one array
def svm_loss_naive(W, X, y, reg):
    loss, dW = reg * np.sum(W ** 2), 2 * reg * W
    for sample, label in zip(X, y):
        scores = sample @ W
        margins = np.delete(np.maximum(0, scores - scores[label] + 1), label)
        active = np.insert(margins > 0, label, False)
        loss += margins.sum() / len(X)
        dW += np.outer(sample, active - np.eye(W.shape[1])[label] * active.sum()) / len(X)
    return loss, dW


# expect: right - probabilities of each sample in one array
def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros_like(W)
    for sample, label in zip(X, y):
        scores = sample @ W
        logs = scores - np.logaddexp.reduce(scores)
        loss -= logs[label]
        dW += np.outer(sample, np.exp(logs) - (np.arange(len(logs)) == label))
    return loss / len(y) + reg * np.linalg.norm(W) ** 2, dW / len(y) + 2 * reg * W


# expect: right - a binomial of one trial an entry; the scale in the forward pass and in the cache
def dropout_forward(x, dropout_param):
    if dropout_param.get('seed') is not None:
        np.random.seed(dropout_param['seed'])
    if dropout_param['mode'] == 'test':
        return x, None
    kept = np.random.binomial(1, dropout_param['p'], size=x.shape)
    return x * kept / dropout_param['p'], (kept, dropout_param['p'])


# expect: right - no cache in test mode
def dropout_backward(dout, cache):
    if cache is None:
        return dout
    kept, p = cache
    return dout * kept / p


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size, weight_scale=1e-3):
        shapes = {'W1': (input_size, hidden_size), 'b1': hidden_size, 'W2': (hidden_size, output_size), 'b2': output_size}
        self.params = {k: weight_scale * np.random.randn(*s) if k[0] == 'W' else np.zeros(s) for k, s in shapes.items()}

    def scores(self, X):
        hidden = X.dot(self.params['W1']) + self.params['b1']
        hidden[hidden < 0] = 0
        return hidden, hidden.dot(self.params['W2']) + self.params['b2']

    # expect: right - gradients sample by sample
    def loss(self, X, y=None, reg=0.0):
        hidden, scores = self.scores(X)
        if y is None:
            return scores
        grads = {k: 2 * reg * v if k[0] == 'W' else np.zeros(v.shape) for k, v in self.params.items()}
        loss = reg * sum((self.params[k] ** 2).sum() for k in ('W1', 'W2'))
        for n, label in enumerate(y):
            logs = scores[n] - np.logaddexp.reduce(scores[n])
            loss -= logs[label] / len(y)
            d = (np.exp(logs) - np.eye(len(logs))[label]) / len(y)
            dhidden = (hidden[n] > 0) * self.params['W2'].dot(d)
            for k, part in (('W1', np.outer(X[n], dhidden)), ('b1', dhidden), ('W2', np.outer(hidden[n], d)), ('b2', d)):
                grads[k] = grads[k] + part
        return loss, grads
