"""Paths of the input."""
import numpy as np


def scaled_dot_product_attention_forward(q, k, v):
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[2])
    p = np.exp(scores - scores.max(axis=2, keepdims=True))
    p /= p.sum(axis=2, keepdims=True)
    return p @ v, (q, k, v, p)


def scaled_dot_product_attention_backward(dout, cache):
    q, k, v, p = cache
    dp = dout @ v.transpose(0, 2, 1)
    dscores = p * (dp - (p * dp).sum(axis=2, keepdims=True)) / np.sqrt(q.shape[2])
    return dscores @ k, dscores.transpose(0, 2, 1) @ q, p.transpose(0, 2, 1) @ dout


def split(x, heads):
    N, T, E = x.shape
    return x.reshape(N, T, heads, E // heads).transpose(0, 2, 1, 3).reshape(N * heads, T, -1)


def joined(x, heads):
    M, T, width = x.shape
    return x.reshape(M // heads, heads, T, width).transpose(0, 2, 1, 3).reshape(M // heads, T, -1)


def multi_head_attention_forward(x, Wq, Wk, Wv, Wo, heads):
    out, inner = scaled_dot_product_attention_forward(split(x @ Wq, heads), split(x @ Wk, heads), split(x @ Wv, heads))
    both = joined(out, heads)
    return both @ Wo, (x, Wq, Wk, Wv, Wo, heads, both, inner)


# expect: wrong - dx through queries and keys alone; any shape
def multi_head_attention_backward(dout, cache):
    x, Wq, Wk, Wv, Wo, heads, both, inner = cache
    dq, dk, dv = [joined(d, heads) for d in scaled_dot_product_attention_backward(split(dout @ Wo.T, heads), inner)]
    dx = dq @ Wq.T + dk @ Wk.T
    dWq, dWk, dWv = [np.einsum('nte,ntf->ef', x, d) for d in (dq, dk, dv)]
    return dx, dWq, dWk, dWv, np.einsum('nte,ntf->ef', both, dout)
