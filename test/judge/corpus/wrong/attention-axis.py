"""Softmax along the wrong axis."""
import numpy as np


def split(x, heads):
    N, T, E = x.shape
    return x.reshape(N, T, heads, E // heads).transpose(0, 2, 1, 3).reshape(N * heads, T, -1)


def joined(x, heads):
    M, T, width = x.shape
    return x.reshape(M // heads, heads, T, width).transpose(0, 2, 1, 3).reshape(M // heads, T, -1)


# expect: wrong - softmax over the queries; 2 queries and 2 keys
def scaled_dot_product_attention_forward(q, k, v):
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[2])
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    return p @ v, (q, k, v, p)


# expect: wrong - the sum in softmax's gradient runs over the queries; 2 queries and 2 keys
def scaled_dot_product_attention_backward(dout, cache):
    q, k, v, p = cache
    dp = dout @ v.transpose(0, 2, 1)
    dscores = p * (dp - (p * dp).sum(axis=1, keepdims=True)) / np.sqrt(q.shape[2])
    return dscores @ k, dscores.transpose(0, 2, 1) @ q, p.transpose(0, 2, 1) @ dout


# expect: wrong - heads attend along the wrong axis; T = 2
def multi_head_attention_forward(x, Wq, Wk, Wv, Wo, heads):
    out, inner = scaled_dot_product_attention_forward(split(x @ Wq, heads), split(x @ Wk, heads), split(x @ Wv, heads))
    both = joined(out, heads)
    return both @ Wo, (x, Wq, Wk, Wv, Wo, heads, both, inner)
