"""Attention in matrix form."""
import numpy as np


# expect: right - weights by rows of shifted scores
def scaled_dot_product_attention_forward(q, k, v):
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[2])
    p = np.exp(scores - scores.max(axis=2, keepdims=True))
    p /= p.sum(axis=2, keepdims=True)
    return p @ v, (q, k, v, p)


# expect: right - softmax's gradient: p times (dp less its mean by p)
def scaled_dot_product_attention_backward(dout, cache):
    q, k, v, p = cache
    dp = dout @ v.transpose(0, 2, 1)
    dscores = p * (dp - np.sum(p * dp, axis=2, keepdims=True)) / np.sqrt(q.shape[2])
    return dscores @ k, dscores.transpose(0, 2, 1) @ q, p.transpose(0, 2, 1) @ dout


def split(x, heads):
    """(N, T, E) to (N * heads, T, E / heads)."""
    N, T, E = x.shape
    return x.reshape(N, T, heads, E // heads).transpose(0, 2, 1, 3).reshape(N * heads, T, -1)


def joined(x, heads):
    """(N * heads, T, E / heads) to (N, T, E)."""
    M, T, width = x.shape
    return x.reshape(M // heads, heads, T, width).transpose(0, 2, 1, 3).reshape(M // heads, T, -1)


# expect: right - heads as samples
def multi_head_attention_forward(x, Wq, Wk, Wv, Wo, heads):
    out, cache = scaled_dot_product_attention_forward(*(split(x @ W, heads) for W in (Wq, Wk, Wv)))
    both = joined(out, heads)
    return both @ Wo, (x, Wq, Wk, Wv, Wo, heads, both, cache)


# expect: right - heads as samples
def multi_head_attention_backward(dout, cache):
    x, Wq, Wk, Wv, Wo, heads, both, inner = cache
    dboth = split(dout @ Wo.T, heads)
    parts = [joined(d, heads) for d in scaled_dot_product_attention_backward(dboth, inner)]
    dx = sum(d @ W.T for d, W in zip(parts, (Wq, Wk, Wv)))
    weights = [np.einsum('nte,ntf->ef', x, d) for d in parts]
    return (dx, *weights, np.einsum('nte,ntf->ef', both, dout))
