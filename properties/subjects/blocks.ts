import * as definition from '../../src/definition/index.js'
import { affine, averagePool2d, conv2d, maxPool2d } from '../../src/layer/index.js'
import type { BlockSubject } from '../layers/index.js'

const window = { height: 2, width: 2, stride: 2 }
const pooled = { sizes: 'images of 5x65 and 257x4', cases: [{ x: [2, 1, 5, 65] }, { x: [1, 1, 257, 4] }] }

/** Each layer as exported whose kernel has blocks, on tensors that are larger. */
export const blocks: ReadonlyArray<BlockSubject<never>> = [
  {
    subject: {
      name: 'affine', layer: affine, definition: definition.affine, x: ['N', 'D'], params: { w: ['D', 'M'], b: ['M'] }
    },
    sizes: '65x257 by 257x5, 5x1025 by 1025x6, 257x5 by 5x65',
    cases: [[65, 257, 5], [5, 1025, 6], [257, 5, 65]].map(([n = 0, d = 0, m = 0]) => ({ x: [n, d], w: [d, m], b: [m] }))
  },
  {
    subject: {
      name: 'conv2d', layer: conv2d({ stride: 1, pad: 1 }),
      definition: N => definition.conv2d(N)({ stride: 1, pad: 1 }),
      params: { w: [], b: [] }
    },
    sizes: '6 and 11 filters on images of 5x65 and 65x3',
    cases: [[6, 5, 65], [11, 65, 3]].map(([f = 0, height = 0, width = 0]) =>
      ({ x: [1, 2, height, width], w: [f, 2, 3, 3], b: [f] }))
  },
  { subject: { name: 'maxPool2d', layer: maxPool2d(window), definition:
    N => definition.maxPool2d(N)(window) }, ...pooled },
  {
    subject: {
      name: 'averagePool2d', layer: averagePool2d(window), definition: N => definition.averagePool2d(N)(window)
    },
    ...pooled
  }
]
