"""The number of unmasked words."""
import numpy as np


# expect: wrong - divided by the number of unmasked words in place of N; T = 2
def temporal_softmax_loss(x, y, mask):
    N, T, V = x.shape
    flat, labels, keep, rows = x.reshape(-1, V), y.ravel(), mask.ravel(), np.arange(N * T)
    shifted = flat - flat.max(axis=1, keepdims=True)
    logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -np.sum(logs[rows, labels] * keep) / max(keep.sum(), 1)
    d = np.exp(logs)
    d[rows, labels] -= 1
    d *= keep[:, None] / max(keep.sum(), 1)
    return loss, d.reshape(x.shape)
