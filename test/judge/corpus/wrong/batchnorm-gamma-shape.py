"""gamma and beta as columns."""
import numpy as np


# expect: raises or wrong or wrong shape - gamma of shape (D, 1): no broadcast at 4 x 3, rows scaled at 3 x 3, 3 x 3 for 1 x 3
def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean = bn_param.get('running_mean', np.zeros(x.shape[1]))
    var = bn_param.get('running_var', np.zeros(x.shape[1]))
    if bn_param['mode'] == 'test':
        return gamma * (x - mean) / np.sqrt(var + eps) + beta, None
    mu, v = x.mean(axis=0), x.var(axis=0)
    bn_param['running_mean'] = momentum * mean + (1 - momentum) * mu
    bn_param['running_var'] = momentum * var + (1 - momentum) * v
    return gamma.reshape(-1, 1) * (x - mu) / np.sqrt(v + eps) + beta, None
