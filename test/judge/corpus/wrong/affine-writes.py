"""The cotangent of an affine map as a buffer."""


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w)


# expect: writes - dout is doubled in place and stays so; values are right
def affine_backward(dout, cache):
    x, w = cache
    dout *= 2
    flat = x.reshape(len(x), -1)
    return (dout @ w.T).reshape(x.shape) / 2, flat.T @ dout / 2, dout.sum(axis=0) / 2
