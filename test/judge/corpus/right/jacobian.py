"""Gradients by whole Jacobian matrices."""
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    centred = x - x.mean(axis=0)
    std = np.sqrt((centred ** 2).mean(axis=0) + bn_param.get('eps', 1e-5))
    return gamma * centred / std + beta, (centred / std, std, gamma)


# expect: right - an N x N matrix for each column
def batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    n, width = xhat.shape
    dx = np.empty_like(xhat)
    for j in range(width):
        column = xhat[:, j]
        matrix = (np.eye(n) - 1.0 / n - np.outer(column, column) / n) / std[j]
        dx[:, j] = matrix.T.dot(gamma[j] * dout[:, j])
    return dx, np.diag(dout.T.dot(xhat)), dout.T.dot(np.ones(n))


# expect: right - all matrices in one array of N x N x D
def batchnorm_backward_alt(dout, cache):
    xhat, std, gamma = cache
    n = len(xhat)
    centre = np.eye(n)[:, :, None] - 1.0 / n
    jacobian = (centre - xhat[:, None] * xhat[None] / n) * gamma / std
    return np.einsum('ijd,id->jd', jacobian, dout), (dout * xhat).sum(0), dout.sum(0)


# expect: right - the forward pass by a centring matrix
def layernorm_forward(x, gamma, beta, ln_param):
    D = x.shape[1]
    centred = x @ (np.eye(D) - np.ones((D, D)) / D)
    std = np.sqrt((centred ** 2).mean(axis=1) + ln_param.get('eps', 1e-5))
    return gamma * centred / std[:, None] + beta, (centred / std[:, None], std, gamma)


# expect: right - a D x D matrix for each row
def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    D = xhat.shape[1]
    dx = np.zeros(xhat.shape)
    for n, row in enumerate(xhat):
        matrix = (np.eye(D) - (1 + np.outer(row, row)) / D) / std[n]
        dx[n] = (dout[n] * gamma) @ matrix
    return dx, (dout * xhat).sum(0), dout.sum(0)


# expect: right - diag(p) - p p^T times the gradient of -log
def softmax_loss(x, y):
    loss, dx = 0.0, np.zeros_like(x)
    for n in range(len(x)):
        shifted = x[n] - x[n].max()
        loss += np.log(np.exp(shifted).sum()) - shifted[y[n]]
        p = np.exp(shifted - np.log(np.exp(shifted).sum()))
        # the row y of the Jacobian over p[y], with p[y] divided out by hand
        dx[n] = p - np.eye(x.shape[1])[y[n]]
    return loss / len(x), dx / len(x)


# expect: right - diagonal matrix of ones and zeros
def relu_backward(dout, cache):
    return (np.diag((cache > 0).ravel().astype(float)) @ dout.ravel()).reshape(dout.shape)


# expect: right - x times its step
def relu_forward(x):
    return x * (x > 0), x
