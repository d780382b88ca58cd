import { type Claim, claim, everyCase } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import { affine, averagePool2d, conv2d, maxPool2d } from '../../src/layer/index.js'
import type { Shape } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import { cotangentFrom, directionFrom, hashed } from '../cases/hashed.js'
import { sizeOf } from '../../src/number/index.js'
import { derivativeRelations, valueRelations } from './againstDefinition.js'
import { subjectOf } from './bound.js'
import type { AnyLayerSubject, Define, Named } from './subject.js'

// Kernels work block by block: 4x4 tiles and 256 terms of a product, five filters, pairs of rows. Drawn shapes stay within the first.

type Shapes = Readonly<Record<string, Shape>>

/** Whole numbers of four bits, that doubles hold every sum of products of. */
const filled = (shapes: Shapes): Named => Object.fromEntries(Object.entries(shapes).map(([name, shape]) =>
  [name, T.fromFlat(shape, Array.from({ length: sizeOf(shape) }, (_, i) => (hashed(1, name, i) % 17) - 8))]))

const pastBlocks = <O>(given: AnyLayerSubject<O>, sizes: string, cases: ReadonlyArray<Shapes>): Claim => {
  const bound = subjectOf(given).bind()
  return claim(
    {
      id: `${given.name}/blocks`, title: `${given.name}: value and pullback are those of the definition past every block of its kernel`,
      statement: String.raw`y = f(x),\ \langle dy, J v\rangle = \langle J^T dy, v\rangle`, source: 'the definition'
    },
    everyCase(sizes, cases, shapes => {
      const inputs = filled(shapes)
      const { y, pullback } = bound.run(inputs)
      const dy = cotangentFrom(1, y.shape)
      return [
        ...valueRelations(bound, bound.define as Define, inputs, y),
        ...derivativeRelations(bound, inputs, dy, pullback(dy), directionFrom(1))
      ]
    }))
}

const window = { height: 2, width: 2, stride: 2 }

/** Each layer whose kernel has blocks, on tensors that are larger. */
export const claims: ReadonlyArray<Claim> = [
  pastBlocks({ name: 'affine', layer: affine, definition: definition.affine, x: ['N', 'D'], params: { w: ['D', 'M'], b: ['M'] } },
    '65x257 by 257x5, 5x1025 by 1025x6, 257x5 by 5x65', [[65, 257, 5], [5, 1025, 6], [257, 5, 65]].map(([n = 0, d = 0, m = 0]) =>
      ({ x: [n, d], w: [d, m], b: [m] }))),
  pastBlocks({
    name: 'conv2d', layer: conv2d({ stride: 1, pad: 1 }), definition: N => definition.conv2d(N)({ stride: 1, pad: 1 }), params: { w: [], b: [] }
  }, '6 and 11 filters on images of 5x65 and 65x3', [[6, 5, 65], [11, 65, 3]].map(([f = 0, height = 0, width = 0]) =>
    ({ x: [1, 2, height, width], w: [f, 2, 3, 3], b: [f] }))),
  pastBlocks({ name: 'maxPool2d', layer: maxPool2d(window), definition: N => definition.maxPool2d(N)(window) },
    'images of 5x65 and 257x4', [{ x: [2, 1, 5, 65] }, { x: [1, 1, 257, 4] }]),
  pastBlocks({ name: 'averagePool2d', layer: averagePool2d(window), definition: N => definition.averagePool2d(N)(window) },
    'images of 5x65 and 257x4', [{ x: [2, 1, 5, 65] }, { x: [1, 1, 257, 4] }])
]
