export { convolve, filtersBack, imagesBack } from './convolution'
export { greater, maximum, select } from './entries'
export { tiles } from './gemm'
export { close, joined, split, transposed } from './layout'
