"""Large scores."""
import numpy as np


# expect: wrong - not shifted: not a number at scores beyond 710
def scaled_dot_product_attention_forward(q, k, v):
    scores = q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[2])
    p = np.exp(scores)
    p /= p.sum(axis=2, keepdims=True)
    return p @ v, (q, k, v, p)
