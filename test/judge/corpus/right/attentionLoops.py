"""Attention by loops over samples, queries and heads."""
import numpy as np


# expect: right - query by query
def scaled_dot_product_attention_forward(q, k, v):
    N, T, E = q.shape
    p = np.zeros((N, T, k.shape[1]))
    for n in range(N):
        for t in range(T):
            scores = k[n].dot(q[n, t]) * E ** -0.5
            p[n, t] = np.exp(scores - np.logaddexp.reduce(scores))
    return np.einsum('nts,nsm->ntm', p, v), (q, k, v, p)


# expect: right - the softmax's Jacobian matrix of each query
def scaled_dot_product_attention_backward(dout, cache):
    q, k, v, p = cache
    dq, dk, dv = np.zeros(q.shape), np.zeros(k.shape), np.zeros(v.shape)
    for n, t in np.ndindex(*q.shape[:2]):
        row = p[n, t]
        jacobian = np.diag(row) - np.outer(row, row)
        d = jacobian.dot(v[n].dot(dout[n, t])) / np.sqrt(q.shape[2])
        dq[n, t] = d.dot(k[n])
        dk[n] += np.outer(d, q[n, t])
        dv[n] += np.outer(row, dout[n, t])
    return dq, dk, dv


# expect: right - head by head with blocks of the weights
def multi_head_attention_forward(x, Wq, Wk, Wv, Wo, heads):
    width, out, caches = x.shape[2] // heads, 0, []
    for h in range(heads):
        block = slice(h * width, (h + 1) * width)
        head, cache = scaled_dot_product_attention_forward(x @ Wq[:, block], x @ Wk[:, block], x @ Wv[:, block])
        out = out + head @ Wo[block]
        caches.append((block, head, cache))
    return out, (x, Wq, Wk, Wv, Wo, caches)


# expect: right - head by head, each with its block of the gradients
def multi_head_attention_backward(dout, cache):
    x, Wq, Wk, Wv, Wo, caches = cache
    dx, gradients = np.zeros(x.shape), [np.zeros(W.shape) for W in (Wq, Wk, Wv, Wo)]
    for block, head, inner in caches:
        gradients[3][block] = np.tensordot(head, dout, ((0, 1), (0, 1)))
        for k, d in enumerate(scaled_dot_product_attention_backward(dout @ Wo[block].T, inner)):
            W = (Wq, Wk, Wv)[k]
            dx += d @ W[:, block].T
            gradients[k][:, block] = np.tensordot(x, d, ((0, 1), (0, 1)))
    return (dx, *gradients)
