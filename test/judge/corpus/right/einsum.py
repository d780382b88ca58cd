"""einsum, over strided windows where there are windows."""
import numpy as np


def windows(x, h, w, s):
    """A view (N, C, places, places, h, w); nothing is copied."""
    N, C, H, W = x.shape
    n, c, i, j = x.strides
    shape = (N, C, (H - h) // s + 1, (W - w) // s + 1, h, w)
    return np.lib.stride_tricks.as_strided(x, shape, (n, c, i * s, j * s, i, j), writeable=False)


# expect: right - einsum over a strided view
def conv_forward_strides(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.zeros((x.shape[0], x.shape[1], x.shape[2] + 2 * p, x.shape[3] + 2 * p))
    padded[:, :, p:p + x.shape[2], p:p + x.shape[3]] = x
    view = windows(padded, w.shape[2], w.shape[3], s)
    return np.einsum('ncijhw,fchw->nfij', view, w) + b.reshape(1, -1, 1, 1), (view, w, x.shape, s, p)


# expect: right - windows of gradients, added offset by offset
def conv_backward_strides(dout, cache):
    view, w, (N, C, H, W), s, p = cache
    dview = np.einsum('nfij,fchw->ncijhw', dout, w)
    dpadded = np.zeros((N, C, H + 2 * p, W + 2 * p))
    height, width = dout.shape[2:]
    for h in range(w.shape[2]):
        for k in range(w.shape[3]):
            dpadded[:, :, h:h + s * height:s, k:k + s * width:s] += dview[..., h, k]
    dw = np.einsum('nfij,ncijhw->fchw', dout, view)
    return dpadded[:, :, p:p + H, p:p + W], dw, np.einsum('nfij->f', dout)


# expect: right - contiguous copy of the input, then a strided view
def max_pool_forward_naive(x, pool_param):
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    view = windows(np.ascontiguousarray(x), h, w, s)
    return view.max(axis=(4, 5)), (x, pool_param)


# expect: right - one-hot of the first maximum
def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    h, w, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    view = windows(np.ascontiguousarray(x), h, w, s)
    first = view.reshape(dout.shape + (h * w,)).argmax(axis=-1)
    shares = np.eye(h * w)[first] * dout[..., None]
    dx = np.zeros(x.shape)
    for k in range(h * w):
        a, b = divmod(k, w)
        dx[:, :, a:a + s * dout.shape[2]:s, b:b + s * dout.shape[3]:s] += shares[..., k]
    return dx


# expect: right - indices written out
def affine_forward(x, w, b):
    flat = x.reshape(len(x), -1)
    return np.einsum('nd,dm->nm', flat, w) + b, (x, w, b)


# expect: right - indices written out
def affine_backward(dout, cache):
    x, w, b = cache
    flat = x.reshape(len(x), -1)
    dx = np.einsum('nm,dm->nd', dout, w).reshape(x.shape)
    return dx, np.einsum('nd,nm->dm', flat, dout), np.einsum('nm->m', dout)


class KNearestNeighbor:
    def train(self, X, y):
        self.X_train, self.y_train = X, y

    # expect: right - all differences in one array
    def compute_distances_no_loops(self, X):
        difference = X[:, None, :] - self.X_train[None, :, :]
        return np.sqrt(np.einsum('ijd,ijd->ij', difference, difference))

    # expect: right - the test points in a loop over training points
    def compute_distances_one_loop(self, X):
        dists = np.empty((X.shape[0], self.X_train.shape[0]))
        for j, point in enumerate(self.X_train):
            difference = X - point
            dists[:, j] = np.sqrt(np.einsum('id,id->i', difference, difference))
        return dists
