"""Right functions that print much, on import too."""
import sys

import numpy as np

print('import of the layers', np.__version__)


# expect: right - prints whole arrays
def affine_forward(x, w, b):
    print('x', x, 'w', w, 'b', b)
    out = x.reshape(x.shape[0], -1) @ w + b
    print('shape', out.shape, flush=True)
    return out, (x, w, b)


# expect: right - writes to both streams, bytes and a carriage return too
def affine_backward(dout, cache):
    x, w, b = cache
    sys.stderr.write('backward\n' * 50)
    sys.stdout.write('\r\x00{"id": 1}\n' * 500)
    sys.stdout.flush()
    return dout.dot(w.T).reshape(x.shape), x.reshape(len(x), -1).T.dot(dout), np.sum(dout, 0)
