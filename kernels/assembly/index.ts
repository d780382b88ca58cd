export { convolve, filtersBack, imagesBack } from './convolution'
export { greater, maximum, select } from './entries'
export { tiles } from './gemm'
export { close, inFours, joined, split } from './layout'
