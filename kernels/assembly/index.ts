export { tiles } from './gemm'
export { convolve, filtersBack, imagesBack } from './convolution'
export { close, joined, split, transposed } from './layout'
