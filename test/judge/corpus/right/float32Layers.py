"""More right formulas in single precision."""
import numpy as np

single = np.float32


# expect: loses digits - float32 inside
def layernorm_forward(x, gamma, beta, ln_param):
    z = x.astype(single)
    std = np.sqrt(z.var(axis=1, keepdims=True) + single(ln_param.get('eps', 1e-5)))
    return gamma * ((z - z.mean(axis=1, keepdims=True)) / std) + beta, (z, std, gamma.astype(single))


# expect: loses digits - float32 inside
def layernorm_backward(dout, cache):
    z, std, gamma = cache
    xhat, d = (z - z.mean(axis=1, keepdims=True)) / std, dout.astype(single)
    e = d * gamma
    dx = (e - e.mean(axis=1, keepdims=True) - xhat * (e * xhat).mean(axis=1, keepdims=True)) / std
    return dx, (d * xhat).sum(axis=0), d.sum(axis=0)


# expect: loses digits - the gates in float32
def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    a = (x @ Wx + prev_h @ Wh + b).astype(single)
    i, f, o, g = np.split(a, 4, axis=1)
    i, f, o = (0.5 + 0.5 * np.tanh(0.5 * v) for v in (i, f, o))
    c = f * prev_c + i * np.tanh(g)
    return o * np.tanh(c), c, None


# expect: loses digits - scores in float32
def scaled_dot_product_attention_forward(q, k, v):
    scores = (q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[2])).astype(single)
    p = np.exp(scores - scores.max(axis=2, keepdims=True))
    return p / p.sum(axis=2, keepdims=True) @ v, None


# expect: loses digits - the sum in float32, its result in float64
def temporal_affine_forward(x, w, b):
    return (x.astype(single) @ w.astype(single)).astype(float) + b, None


# expect: loses digits - the output rounded to float32
def relu_forward(x):
    return np.maximum(x, 0).astype(single), x


# expect: loses digits - the cotangent rounded to float32
def relu_backward(dout, cache):
    return dout.astype(single) * (cache > 0)


# expect: loses digits - statistics in float32
def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    axes, shape, eps, keep = (0, 2, 3), (1, -1, 1, 1), bn_param.get('eps', 1e-5), bn_param.get('momentum', 0.9)
    mean, var = (bn_param.get(k, np.zeros(x.shape[1])) for k in ('running_mean', 'running_var'))
    if bn_param['mode'] == 'train':
        mu, v = x.astype(single).mean(axis=axes), x.astype(single).var(axis=axes)
        bn_param['running_mean'], bn_param['running_var'] = keep * mean + (1 - keep) * mu, keep * var + (1 - keep) * v
        mean, var = mu, v
    scale = (gamma / np.sqrt(var + eps)).reshape(shape).astype(single)
    return (x - mean.reshape(shape)) * scale + beta.reshape(shape), None


# expect: loses digits - both averages and the step in float32
def adam(w, dw, config=None):
    config = dict(config or {})
    beta1, beta2 = config.get('beta1', 0.9), config.get('beta2', 0.999)
    t, g = config.get('t', 0) + 1, dw.astype(single)
    m = single(beta1) * np.asarray(config.get('m', 0 * w), single) + single(1 - beta1) * g
    v = single(beta2) * np.asarray(config.get('v', 0 * w), single) + single(1 - beta2) * g * g
    config.update(m=m, v=v, t=t)
    root = np.sqrt(v / (1 - beta2 ** t)) + config.get('epsilon', 1e-8)
    return w - config.get('learning_rate', 1e-3) * (m / (1 - beta1 ** t)) / root, config
