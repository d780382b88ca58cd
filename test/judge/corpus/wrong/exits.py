"""Functions that end the process or take its input."""
import os
import sys

import numpy as np


# expect: raises - sys.exit with success
def affine_forward(x, w, b):
    sys.exit(0)


# expect: raises - the process ends without a word
def relu_forward(x):
    os._exit(0)


# expect: raises - the process is aborted
def sgd(w, dw, config=None):
    os.abort()


# expect: raises - KeyboardInterrupt, which is no Exception
def softmax_loss(x, y):
    raise KeyboardInterrupt


# expect: raises or hangs - reads from standard input: no line comes, or the end of the file
def svm_loss(x, y):
    return float(input('loss? ')), x


# expect: raises - quit
def rmsprop(w, dw, config=None):
    quit()


# expect: raises - every descriptor is closed, so that no answer can be sent; the result would be right
def sgd_momentum(w, dw, config=None):
    os.closerange(0, 256)
    config = {} if config is None else config
    v = config.get('momentum', 0.9) * config.get('velocity', np.zeros_like(w)) - config.get('learning_rate', 1e-2) * dw
    config['velocity'] = v
    return w + v, config


# expect: raises - the process is stopped by a signal
def max_pool_forward_naive(x, pool_param):
    os.kill(os.getpid(), 9)
