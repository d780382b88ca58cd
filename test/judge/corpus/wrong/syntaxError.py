"""A file that Python cannot read."""
import numpy as np


# expect: raises - the file cannot be read
def relu_forward(x)
    return np.maximum(x, 0), x
