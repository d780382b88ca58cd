import { type Claim } from '../src/claim/index.js'
import { averagePool2d, conv2d, maxPool2d } from '../src/layer/index.js'
import { convolutionLaws } from './convolution.js'
import { averagePoolingLaws, maxPoolingLaws } from './pooling.js'

/** The laws of the layers that work on images. */
export const claims: ReadonlyArray<Claim> = [
  ...convolutionLaws({ name: 'conv2d', conv2d }),
  ...maxPoolingLaws({ name: 'maxPool2d', pool: maxPool2d }),
  ...averagePoolingLaws({ name: 'averagePool2d', pool: averagePool2d })
]
