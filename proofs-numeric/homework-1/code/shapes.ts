import {
  type Claim, claim, equal, equalEntries, erratum, everyCase, type Judge, type Plain
} from '../../../src/claim/index.js'
import { affine, relu } from '../../../src/layer/index.js'
import { parameterShapes, twoLayerConvNet } from '../../../src/model/index.js'
import { type Shape, showShape } from '../../../src/number/index.js'
import { attempt, orThrow } from '../../../src/prelude/index.js'
import { run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

// The shapes that the homework prints or comments on, of the functions as exported.

const channelsFirst = (images: Tensor): Tensor => T.transpose(images, [0, 3, 1, 2])

const images = (count: number): Tensor => T.reshape(T.arange(count * 32 * 32 * 3), [count, 32, 32, 3])

/** Whether the ConvNet takes images that are made ready in this way, as a number. */
const takes = (prepare: (images: Tensor) => Tensor): Judge => everyCase('two images of 32x32x3', [2], count => {
  const net = twoLayerConvNet({ filters: 1, classes: 1 })
  const built = orThrow(net.build([3, 32, 32]))
  const [params, state] = [run(built.init, seedOf(1)), run(built.state, seedOf(1))]
  return [equal<Plain>(
    Number(attempt(() => net.infer(params, state)(prepare(images(count))))._tag === 'Right'), 1, 'taken'
  )]
})

// The page draws the first layer, ten filters 7x7, and says nothing of the others.
const tenFilters = twoLayerConvNet({ filters: 10, filterSize: 7, classes: 1 })

const filters = (shape: Shape): Judge => everyCase('ten filters', [shape], sizes => {
  const { 'conv.w': stored = [] } = parameterShapes(tenFilters, [3, 32, 32])
  const shown = T.transpose(T.zeros(stored), [0, 2, 3, 1]).shape
  return sizes.map((size, axis) => equal<Plain>(shown[axis] ?? NaN, size, `size of axis ${axis}`))
})

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/shapes/affine-relu',
      title: 'Two 3x4 examples through an affine layer of 12x10 and a rectifier are 2x10 numbers, and back',
      statement: String.raw`\text{our affine layer with weights 12x10 and ten biases, and our relu, make of two examples 3x4 an output 2x10; backwards they give the shapes 2x3x4, 12x10 and 10}`,
      spoken: 'it is about code, files or time',
      source: 'Deep learning homework 1, modular networks, affine-relu',
      rows: ['HW1-MN-22']
    },
    everyCase('as printed', [{ x: [2, 3, 4], w: [12, 10], b: [10], y: [2, 10] }], sizes => {
      const { y, pullback } = affine({ w: T.ones(sizes.w), b: T.ones(sizes.b) })(T.ones(sizes.x))
      const rectified = relu(y)
      const { dx, dp } = pullback(rectified.pullback(T.ones(sizes.y)).dx)
      const found = { y: rectified.y, x: dx, w: dp.w, b: dp.b }
      return (['y', 'x', 'w', 'b'] as const).map(name =>
        equal<Plain>(Number(
          showShape(found[name].shape) === showShape(sizes[name])
        ), 1, `${name} has the shape ${showShape(sizes[name])}`))
    })
  ),
  claim(
    {
      id: 'homework-1/shapes/channels-first',
      title: 'Images of 32x32x3 become 3x32x32: the colour, which comes last, is the first axis of an image',
      statement: String.raw`\text{an image 32x32x3 whose axes are brought into the order image, colour, row, column has at each place the number that stood at the same row, column and colour}`,
      spoken: 'it is about code, files or time',
      source: 'Deep learning homework 1, training a ConvNet, loading the data',
      rows: ['HW1-CN-01', 'HW1-SYS-20']
    },
    everyCase('one image', [1], count => equalEntries(
      channelsFirst(images(count)),
      T.tabulate([count, 3, 32, 32], (n, c, i, j) => ((n * 32 + i) * 32 + j) * 3 + c), 'y'))
  ),
  erratum(
    {
      id: 'homework-1/shapes/test-images',
      title: 'The test images are given back as they were: their transposed copy has another name',
      statement: String.raw`\text{our ConvNet of two layers takes two images 32x32x3 if their axes are in the order image, colour, row, column}`,
      spoken: 'it is about code, files or time',
      source: 'Deep learning homework 1, training a ConvNet, loading the data',
      rows: ['HW1-CN-02']
    },
    {
      printed: { text: 'test data of shape (1000, 32, 32, 3)', tex:
        String.raw`x \in \mathbb R^{1000 \times 32 \times 32 \times 3}`, judge: takes(x => x) },
      corrected: { text: 'test data of shape (1000, 3, 32, 32)', tex:
        String.raw`x \in \mathbb R^{1000 \times 3 \times 32 \times 32}`, judge: takes(channelsFirst) }
    }
  ),
  erratum(
    {
      id: 'homework-1/shapes/filters',
      title: 'The ten filters of the first layer have 7x7 pixels of three colours; 32x32 is the size of an image',
      statement: String.raw`\text{the ten filters 7x7 of our ConvNet, with their channels moved to the end as in pictures, have the shape 10x7x7x3}`,
      spoken: 'it is about code, files or time',
      source: 'Deep learning homework 1, visualising the trained filters',
      rows: ['HW1-PT-03']
    },
    {
      printed: { text: '(10, 32, 32, 3)', tex:
        String.raw`w \in \mathbb R^{10 \times 32 \times 32 \times 3}`, judge: filters([10, 32, 32, 3]) },
      corrected: { text: '(10, 7, 7, 3)', tex:
        String.raw`w \in \mathbb R^{10 \times 7 \times 7 \times 3}`, judge: filters([10, 7, 7, 3]) }
    }
  )
]
