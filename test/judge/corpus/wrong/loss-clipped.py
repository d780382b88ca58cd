"""What is finite need not be right."""
import numpy as np


# expect: wrong - scores beyond 500 are cut off: finite at scores in the thousands, and wrong there
def softmax_loss(x, y):
    rows = np.arange(len(y))
    x = np.clip(x, -500, 500)
    totals = np.exp(x - 500).sum(axis=1, keepdims=True)
    p = np.exp(x - 500) / totals
    loss = -(x - 500 - np.log(totals))[rows, y].mean()
    dx = p.copy()
    dx[rows, y] -= 1
    return loss, dx / len(y)
