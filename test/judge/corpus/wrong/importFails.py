"""A file whose import fails."""
import layers_of_somebody_else as layers


# expect: raises - the import of the file fails
def affine_forward(x, w, b):
    return layers.affine_forward(x, w, b)


# expect: raises - the import of the file fails
def relu_forward(x):
    return x * (x > 0), x
