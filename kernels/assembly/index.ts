export { tiles } from './gemm'
export { convolve, filtersBack, imagesBack } from './convolution'
export { joined, split, transposed } from './layout'
