"""Templates that nobody filled in."""


# expect: not written - returns (None, x)
def affine_forward(x, w, b):
    out = None
    # to be written
    cache = (x, w, b)
    return out, cache


# expect: not written - returns three times None
def affine_backward(dout, cache):
    dx, dw, db = None, None, None
    return dx, dw, db


# expect: not written - pass, so that the result is None
def relu_forward(x):
    pass


# expect: not written - returns None
def softmax_loss(x, y):
    return None


# expect: not written - no loss and no gradient
def svm_loss(x, y):
    loss, dx = None, None
    return loss, dx


# expect: not written - no new weights
def adam(w, dw, config=None):
    next_w = None
    return next_w, config


# expect: not written - returns (None, (x, w, b, conv_param))
def conv_forward_naive(x, w, b, conv_param):
    return None, (x, w, b, conv_param)


# expect: not written - returns (None, None)
def batchnorm_forward(x, gamma, beta, bn_param):
    out, cache = None, None
    if bn_param['mode'] == 'train':
        pass
    elif bn_param['mode'] == 'test':
        pass
    return out, cache


# expect: not written - two states of None
def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    next_h, next_c, cache = None, None, None
    return next_h, next_c, cache


class KNearestNeighbor:
    def train(self, X, y):
        self.X_train, self.y_train = X, y

    # expect: not written - returns nothing
    def compute_distances_no_loops(self, X):
        pass


class TwoLayerNet:
    def __init__(self, input_size, hidden_size, output_size):
        self.params = {}

    # expect: not written - scores of None, then no loss and no gradients
    def loss(self, X, y=None, reg=0.0):
        scores = None
        if y is None:
            return scores
        loss, grads = None, None
        return loss, grads
