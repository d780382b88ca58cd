"""Functions that do not come back."""
import threading
import time

import numpy as np


# expect: hangs - an endless loop
def affine_forward(x, w, b):
    while True:
        pass


# expect: hangs - an endless loop that catches what is raised in it
def relu_forward(x):
    while True:
        try:
            time.sleep(0.01)
        except BaseException:
            pass


# expect: hangs - a lock that is never free
def sgd(w, dw, config=None):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()
    return w, config


# expect: hangs - the step never gets small, because the scores do not change
def softmax_loss(x, y):
    loss = np.inf
    while loss > 0:
        loss = np.log(np.exp(x - x.max()).sum()) + 1
    return loss, x
