import fc from 'fast-check'
import * as definition from '../../src/definition/index.js'
import { type Claim, claim, equal, equalEntries, equalGrids, everyCase, type Plain, sampled } from '../../src/claim/index.js'
import { sizeOf } from '../../src/number/index.js'
import { averagePool2d, Conv2d, conv2d, flatten, maxPool2d } from '../../src/layer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { convolutionLaws } from './convolution.js'
import { quarters } from './exactCases.js'
import { averagePoolingLaws, maxPoolingLaws } from './pooling.js'

const batches = { x: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }).chain(shape => quarters(shape, 39, 0)) }

const flattenLaws: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'flatten/value',
      title: 'Each example becomes a row, its entries in row-major order',
      statement: String.raw`y_{np} = x_{n, \operatorname{index}(p)}`,
      source: 'Notes on CS231n, affine layer'
    },
    sampled<{ readonly x: Tensor }>(batches, ({ x }) => equalGrids(T.toGrid(flatten(x).y), definition.flatten(T.toGrid(x)), 'y'))
  ),
  claim(
    {
      id: 'flatten/pullback',
      title: 'The pullback takes the rows back to where they came from: it undoes the map',
      statement: String.raw`J^T J x = x`,
      source: 'Notes on CS231n, affine layer'
    },
    sampled<{ readonly x: Tensor }>(batches, ({ x }) => {
      const { y, pullback } = flatten(x)
      return equalEntries(pullback(y).dx, x, 'dx')
    })
  )
]

const weights = claim(
  {
    id: 'conv2d/weights',
    title: 'Ten 5x5 filters for three channels have weights of shape 10x3x5x5 and ten biases',
    statement: String.raw`w \in \mathbb{R}^{10 \times 3 \times 5 \times 5},\quad b \in \mathbb{R}^{10}`,
    source: 'Object recognition assignment 2, convolution',
    rows: ['A2-CV-03']
  },
  everyCase('an image of 3x384x512', [{ image: [3, 384, 512] }], ({ image }) => {
    const { output, init } = orThrow(Conv2d(10, 5).build(image))
    const [params] = run(init, seedOf(0))
    const [w, b] = [params?.['w']?.shape ?? [], params?.['b']?.shape ?? []]
    const sizes = [...w, ...b, ...output, sizeOf(w)]
    return [10, 3, 5, 5, 10, 10, 380, 508, 750].map((size, i) => equal<Plain>(sizes[i] ?? NaN, size, `size ${i}`))
  })
)

/** The laws of the layers that work on images. */
export const claims: ReadonlyArray<Claim> = [
  ...convolutionLaws({ name: 'conv2d', conv2d }),
  weights,
  ...maxPoolingLaws({ name: 'maxPool2d', pool: maxPool2d }),
  ...averagePoolingLaws({ name: 'averagePool2d', pool: averagePool2d }),
  ...flattenLaws
]
