"""The scale by the number of keys or of all columns."""
import numpy as np


def split(x, heads):
    N, T, E = x.shape
    return x.reshape(N, T, heads, E // heads).transpose(0, 2, 1, 3).reshape(N * heads, T, -1)


def joined(x, heads):
    M, T, width = x.shape
    return x.reshape(M // heads, heads, T, width).transpose(0, 2, 1, 3).reshape(M // heads, T, -1)


# expect: wrong - the root of the number of keys in place of the columns; 2 keys of 4 columns
def scaled_dot_product_attention_forward(q, k, v):
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(k.shape[1])
    p = np.exp(scores - scores.max(axis=2, keepdims=True))
    p /= p.sum(axis=2, keepdims=True)
    return p @ v, (q, k, v, p)


# expect: wrong - the root of the number of positions in each head; T = 3, E / heads = 2
def multi_head_attention_forward(x, Wq, Wk, Wv, Wo, heads):
    out, inner = scaled_dot_product_attention_forward(split(x @ Wq, heads), split(x @ Wk, heads), split(x @ Wv, heads))
    both = joined(out, heads)
    return both @ Wo, (x, Wq, Wk, Wv, Wo, heads, both, inner)
