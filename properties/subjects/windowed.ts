import * as definition from '../../src/definition/index.js'
import { averagePool2d, conv2d, maxPool2d } from '../../src/layer/index.js'
import type { WindowedSubject } from '../layers/index.js'

/** Each layer as exported whose window moves, with its definition. */
export const windowed: ReadonlyArray<WindowedSubject> = [
  {
    name: 'conv2d', source: 'Notes on CS231n, convolutional layer', border: 0, hasFilters: true,
    layer: ({ stride, pad }) => ({
      name: 'conv2d', layer: conv2d({ stride, pad }), definition: N => definition.conv2d(N)({ stride, pad }),
      params: { w: [], b: [] }
    })
  },
  {
    name: 'maxPool2d', source: 'Notes on CS231n, max pooling layer', border: -Infinity, hasFilters: false,
    layer: steps =>
      ({ name: 'maxPool2d', layer: x => maxPool2d(steps)(x), definition: N => definition.maxPool2d(N)(steps) })
  },
  {
    name: 'averagePool2d', source: 'Notes on CS231n, max pooling layer', border: 0, hasFilters: false,
    layer: steps =>
      ({ name: 'averagePool2d', layer: x => averagePool2d(steps)(x), definition: N => definition.averagePool2d(N)(steps) })
  }
]
