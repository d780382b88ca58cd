"""Convolution by the Fourier transform: right, but small outputs have the noise of the large ones."""
import numpy as np


def correlate(a, b):
    """Sums of products of windows of a (..., H, W) with b (..., HH, WW), over the common leading axes' broadcast."""
    size = (a.shape[-2] + b.shape[-2] - 1, a.shape[-1] + b.shape[-1] - 1)
    whole = np.fft.irfft2(np.fft.rfft2(a, size) * np.fft.rfft2(b[..., ::-1, ::-1], size), size)
    return whole[..., b.shape[-2] - 1:a.shape[-2], b.shape[-1] - 1:a.shape[-1]]


def spread(dout, s, height, width):
    """Puts dout on every s-th place of a stride of 1."""
    wide = np.zeros(dout.shape[:2] + (height, width))
    wide[:, :, ::s, ::s] = dout
    return wide


# expect: right or loses digits - noise of the size of the largest product, at small outputs too
def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    full = correlate(padded[:, None], w[None]).sum(axis=2)
    return full[:, :, ::s, ::s] + b.reshape(1, -1, 1, 1), (padded, w, s, p, full.shape[2:])


# expect: right or loses digits - noise of the size of the largest product
def conv_backward_naive(dout, cache):
    padded, w, s, p, (height, width) = cache
    wide = spread(dout, s, height, width)
    dw = correlate(padded[:, None], wide[:, :, None]).sum(axis=0)
    HH, WW = w.shape[2:]
    border = np.pad(wide, ((0, 0), (0, 0), (HH - 1, HH - 1), (WW - 1, WW - 1)))
    dpadded = correlate(border[:, :, None], w[None, :, :, ::-1, ::-1]).sum(axis=1)
    H, W = padded.shape[2:]
    return dpadded[:, :, p:H - p, p:W - p], dw, dout.sum(axis=(0, 2, 3))


# expect: right or loses digits - complex transform, real part
def conv_forward_fast(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    H, W = padded.shape[2:]
    product = np.einsum('nchw,fchw->nfhw', np.fft.fft2(padded), np.conj(np.fft.fft2(w, (H, W))))
    full = np.fft.ifft2(product).real[:, :, :H - w.shape[2] + 1, :W - w.shape[3] + 1]
    return full[:, :, ::s, ::s] + b[:, None, None], (padded, w, s, p, full.shape[2:])


# expect: right or loses digits - complex transform, real part
def conv_backward_fast(dout, cache):
    padded, w, s, p, (height, width) = cache
    H, W = padded.shape[2:]
    d = np.fft.fft2(spread(dout, s, height, width), (H, W))
    dpadded = np.fft.ifft2(np.einsum('nfhw,fchw->nchw', d, np.fft.fft2(w, (H, W)))).real
    dw = np.fft.ifft2(np.einsum('nchw,nfhw->fchw', np.fft.fft2(padded), np.conj(d))).real
    return dpadded[:, :, p:H - p, p:W - p], dw[:, :, :w.shape[2], :w.shape[3]], dout.sum(axis=(0, 2, 3))
