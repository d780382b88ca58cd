"""Layers as graphs of small steps, whose gradients walk the graph backward step by step."""
import numpy as np


# expect: right - scale and shift of the normalised rows, every step kept
def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get('eps', 1e-5)
    momentum = bn_param.get('momentum', 0.9)
    running_mean = bn_param.get('running_mean', np.zeros(x.shape[1]))
    running_var = bn_param.get('running_var', np.zeros(x.shape[1]))
    if bn_param['mode'] == 'train':
        mu = np.sum(x, axis=0) / x.shape[0]
        centred = x - mu
        square = centred ** 2
        var = np.sum(square, axis=0) / x.shape[0]
        root = np.sqrt(var + eps)
        inverse = 1.0 / root
        xhat = centred * inverse
        out = gamma * xhat + beta
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * var
        cache = centred, root, inverse, xhat, gamma
    else:
        out = gamma * ((x - running_mean) / np.sqrt(running_var + eps)) + beta
        cache = None
    bn_param['running_mean'] = running_mean
    bn_param['running_var'] = running_var
    return out, cache


# expect: right - nine steps backward
def batchnorm_backward(dout, cache):
    centred, root, inverse, xhat, gamma = cache
    n = dout.shape[0]
    dbeta = np.sum(dout, axis=0)
    dgamma = np.sum(dout * xhat, axis=0)
    dxhat = dout * gamma
    dinverse = np.sum(dxhat * centred, axis=0)
    droot = -dinverse / root ** 2
    dvar = 0.5 * droot * inverse
    dsquare = np.ones_like(dout) / n * dvar
    dcentred = dxhat * inverse + 2 * centred * dsquare
    dmu = -np.sum(dcentred, axis=0)
    return dcentred + np.ones_like(dout) / n * dmu, dgamma, dbeta


# expect: right - the same walk with the paths of mean and variance named
def batchnorm_backward_alt(dout, cache):
    centred, root, inverse, xhat, gamma = cache
    n = dout.shape[0]
    dxhat = dout * gamma
    dvar = np.sum(dxhat * centred * -0.5 * inverse ** 3, axis=0)
    dmean = np.sum(-dxhat * inverse, axis=0) + dvar * np.mean(-2.0 * centred, axis=0)
    dx = dxhat * inverse + dvar * 2.0 * centred / n + dmean / n
    return dx, np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)


# expect: right - the rows become columns, then as batch norm in train mode
def layernorm_forward(x, gamma, beta, ln_param):
    turned = x.T
    centred = turned - turned.mean(axis=0)
    root = np.sqrt((centred ** 2).mean(axis=0) + ln_param.get('eps', 1e-5))
    xhat = (centred / root).T
    return gamma * xhat + beta, (centred, root, xhat, gamma)


# expect: right - the graph of the turned rows backward
def layernorm_backward(dout, cache):
    centred, root, xhat, gamma = cache
    d = (dout * gamma).T
    droot = -(d * centred).sum(axis=0) / root ** 2
    dcentred = d / root + droot / root * centred / len(d)
    return (dcentred - dcentred.mean(axis=0)).T, (dout * xhat).sum(axis=0), dout.sum(axis=0)


# expect: right - exp, sum, division and logarithm one by one
def softmax_loss(x, y):
    n = x.shape[0]
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    total = np.sum(e, axis=1, keepdims=True)
    right = np.zeros_like(x)
    right[np.arange(n), y] = 1
    loss = np.sum(np.log(total)) / n - np.sum(right * (x - np.max(x, axis=1, keepdims=True))) / n
    dtotal = 1 / total / n
    return loss, dtotal * e - right / n


# expect: right - margins by a matrix of the right classes
def svm_loss(x, y):
    n = x.shape[0]
    right = np.eye(x.shape[1])[y]
    margins = x - (x * right).sum(axis=1, keepdims=True) + 1
    active = (margins > 0) * (1 - right)
    dmargins = active / n
    return (active * margins).sum() / n, dmargins - right * dmargins.sum(axis=1, keepdims=True)


# expect: right - statistics over three axes at once
def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    def over(v):
        return v.reshape(1, -1, 1, 1)
    eps, momentum, channels = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9), x.shape[1]
    mean = bn_param.get('running_mean', np.zeros(channels))
    var = bn_param.get('running_var', np.zeros(channels))
    if bn_param['mode'] == 'test':
        return over(gamma) * (x - over(mean)) / np.sqrt(over(var) + eps) + over(beta), None
    mu = x.mean(axis=(0, 2, 3))
    centred = x - over(mu)
    v = (centred ** 2).mean(axis=(0, 2, 3))
    bn_param['running_mean'] = momentum * mean + (1 - momentum) * mu
    bn_param['running_var'] = momentum * var + (1 - momentum) * v
    inverse = over(1 / np.sqrt(v + eps))
    return over(gamma) * centred * inverse + over(beta), (centred, inverse, over(gamma))


# expect: right - the steps of batch norm over three axes
def spatial_batchnorm_backward(dout, cache):
    centred, inverse, gamma = cache
    axes, n = (0, 2, 3), centred.size / centred.shape[1]
    d = dout * gamma
    dvar = (d * centred).sum(axis=axes, keepdims=True) * -0.5 * inverse ** 3
    dcentred = d * inverse + 2 * centred * dvar / n
    dx = dcentred - dcentred.mean(axis=axes, keepdims=True)
    return dx, (dout * centred * inverse).sum(axis=axes), dout.sum(axis=axes)


# expect: right - a fifth axis for the groups
def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    N, C, H, W = x.shape
    groups = x.reshape(N, G, C // G, H, W)
    centred = groups - groups.mean(axis=(2, 3, 4), keepdims=True)
    root = np.sqrt((centred ** 2).mean(axis=(2, 3, 4), keepdims=True) + gn_param.get('eps', 1e-5))
    return (centred / root).reshape(x.shape) * gamma + beta, (centred, root, gamma)


# expect: right - the steps of one group backward
def spatial_groupnorm_backward(dout, cache):
    centred, root, gamma = cache
    axes = (2, 3, 4)
    d = (dout * gamma).reshape(centred.shape)
    droot = -(d * centred).sum(axis=axes, keepdims=True) / root ** 2
    dcentred = d / root + droot * centred / root / np.prod(centred.shape[2:])
    dx = dcentred - dcentred.mean(axis=axes, keepdims=True)
    xhat = (centred / root).reshape(dout.shape)
    dgamma = np.sum(dout * xhat, axis=(0, 2, 3)).reshape(gamma.shape)
    return dx.reshape(dout.shape), dgamma, np.sum(dout, axis=(0, 2, 3)).reshape(gamma.shape)
