import {
  type Claim, claim, equal, equalEntries, everyCase, type Law, type Plain, type Relation
} from '../../src/claim/index.js'
import type * as layers from '../../src/layer/index.js'
import type { NormParams } from '../../src/layer/index.js'
import type { softmaxCrossEntropy } from '../../src/loss/index.js'
import type { Shape } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { sameBits } from '../judges/sameBits.js'

/** The layers, and a loss. */
export interface LayerSafetySubject extends Layers {
  readonly name: string
  readonly softmaxCrossEntropy: typeof softmaxCrossEntropy
}

type Layers = Readonly<Pick<typeof layers, Pooling | Normalisation | Activation | Sequential | 'affine' | 'conv2d'>>
type Pooling = 'maxPool2d' | 'averagePool2d'
type Normalisation = 'batchNorm' | 'spatialBatchNorm' | 'layerNorm' | 'groupNorm'
type Sequential = 'rnn' | 'lstm' | 'scaledDotProductAttention' | 'multiHeadAttention'
type Activation = 'relu' | 'leakyRelu' | 'sigmoid' | 'tanh' | 'softmax' | 'logSoftmax'

const sizes = (most: number): ReadonlyArray<number> => Array.from({ length: most }, (_, i) => i + 1)

interface Slide {
  readonly rows: number
  readonly columns: number
  readonly stride: number
  readonly pad: number
}

/** On an image of 5x4: windows up to 3x3 and strides up to 4, of which many do not divide. */
const slides = (pads: ReadonlyArray<number>): ReadonlyArray<Slide> =>
  sizes(3).flatMap(rows => sizes(3).flatMap(columns =>
    sizes(4).flatMap(stride => pads.map(pad => ({ rows, columns, stride, pad })))))

/** Whole numbers that follow no pattern of rows and columns, none of them 0. */
const scattered = (shape: Shape, by: number): Tensor =>
  T.tabulate(shape, (...index) => 2 * (index.reduce((k, i) => (7 * k + 3 * i + by) % 11, by) - 5) + 1)

const image = scattered([1, 2, 5, 4], 1)

const convolved = ({ conv2d }: Layers) => (
  { rows, columns, stride, pad }: Slide
): ReadonlyArray<Relation<Plain>> => {
  const w = scattered([2, 2, rows, columns], 2)
  const { y, pullback } = conv2d({ stride, pad })({ w, b: T.zeros([2]) })(image)
  const dy = scattered(y.shape, 3)
  const { dx, dp } = pullback(dy)
  return [
    ...equalEntries(T.mul(dx, 0), T.mul(image, 0), 'dx, of the shape of x, times 0'),
    ...equalEntries(T.mul(dp.w, 0), T.mul(w, 0), 'dw, of the shape of w, times 0'),
    equal<Plain>(T.dot(dx, image), T.dot(dy, y), '<dx, x> = <dy, y>'),
    equal<Plain>(T.dot(dp.w, w), T.dot(dy, y), '<dw, w> = <dy, y>')
  ]
}

/** Each window gives on all that it gets; rows and columns that no window reaches get nothing. */
const pooled = ({ maxPool2d, averagePool2d }: Layers) => (
  { rows, columns, stride }: Slide
): ReadonlyArray<Relation<Plain>> =>
  [maxPool2d, averagePool2d].flatMap((pool, k) => {
    const { y, pullback } = pool({ height: rows, width: columns, stride })(image)
    const [, , down = 0, across = 0] = y.shape
    // whole numbers again once a mean has divided them
    const dy = T.mul(scattered(y.shape, 3), rows * columns)
    const { dx } = pullback(dy)
    const isReached = (u: number, window: number, places: number): boolean =>
      sizes(places).some(place => u >= (place - 1) * stride && u < (place - 1) * stride + window)
    const unreached = T.tabulate(dx.shape, (n, c, u, v) =>
      (isReached(u, rows, down) && isReached(v, columns, across) ? 0 : T.at(dx, [n, c, u, v])))
    return [
      equal<Plain>(T.item(T.sum(dx)), T.item(T.sum(dy)), `the sum of dx, ${['max', 'average'][k]}`),
      ...equalEntries(unreached, T.zeros(dx.shape), 'dx where no window is')
    ]
  })

/** A normalisation on groups that hold one number only: the groups are rows of two features or images of two channels. */
interface ConstantGroups {
  readonly place: string
  readonly normalise: (params: NormParams) => (x: Tensor) => {
    readonly y: Tensor
    readonly pullback: (dy: Tensor) => { readonly dx: Tensor; readonly dp: NormParams }
  }
  readonly shape: Shape
}

const constantGroups = (
  { layerNorm, batchNorm, spatialBatchNorm, groupNorm }: Layers
): ReadonlyArray<ConstantGroups> => [
  { place: 'layerNorm', normalise: layerNorm(), shape: [3, 2] },
  { place: 'batchNorm', normalise: batchNorm(), shape: [3, 2] },
  { place: 'spatialBatchNorm', normalise: spatialBatchNorm(), shape: [1, 2, 2, 2] },
  { place: 'groupNorm', normalise: groupNorm({ groups: 2 }), shape: [1, 2, 2, 2] }
]

const ones = { gamma: T.ones([2]), beta: T.fromNested([3, -1]) }

const square = { height: 2, width: 2, stride: 1 }
const filters = { w: T.ones([1, 1, 2, 2]), b: T.zeros([1]) }
const onImages = (layer: (x: Tensor) => { readonly y: Tensor }) =>
  (x: Tensor): Tensor => layer(T.reshape(x, [1, 1, 2, 3])).y

const inSteps = (layer: (x: Tensor) => { readonly y: Tensor }) =>
  (x: Tensor): Tensor => layer(T.reshape(x, [2, 3, 1])).y
const gates = (blocks: number): Parameters<Layers['rnn']>[0] =>
  ({ wx: T.ones([1, blocks]), wh: T.ones([1, blocks]), b: T.zeros([blocks]), h0: T.zeros([2, 1]) })
const one = T.ones([1, 1])
const keys = T.ones([2, 2, 1])

/** What each layer makes of six numbers (2, 3). */
const maps = (
  { softmaxCrossEntropy, ...L }: Readonly<LayerSafetySubject>
): Readonly<Record<string, (x: Tensor) => Tensor>> => ({
  relu: x => L.relu(x).y,
  leakyRelu: x => L.leakyRelu()(x).y,
  sigmoid: x => L.sigmoid(x).y,
  tanh: x => L.tanh(x).y,
  softmax: x => L.softmax(x).y,
  logSoftmax: x => L.logSoftmax(x).y,
  affine: x => L.affine({ w: T.ones([3, 1]), b: T.zeros([1]) })(x).y,
  conv2d: x => onImages(L.conv2d()(filters))(x),
  maxPool2d: x => onImages(L.maxPool2d(square))(x),
  averagePool2d: x => onImages(L.averagePool2d(square))(x),
  batchNorm: x => L.batchNorm()({ gamma: T.ones([3]), beta: T.zeros([3]) })(x).y,
  layerNorm: x => L.layerNorm()({ gamma: T.ones([3]), beta: T.zeros([3]) })(x).y,
  rnn: inSteps(L.rnn(gates(1))),
  lstm: inSteps(L.lstm(gates(4))),
  scaledDotProductAttention: inSteps(L.scaledDotProductAttention({ k: keys, v: keys })),
  multiHeadAttention: inSteps(L.multiHeadAttention({ heads: 1 })({ wq: one, wk: one, wv: one, wo: one })),
  softmaxCrossEntropy: x => T.fromNested([softmaxCrossEntropy([0, 1])(x).value])
})

/** Six numbers, one of which is none. */
const withNaN = (at: number): Tensor =>
  T.fromFlat([2, 3], [4, -1, 2, 3, 5, -6].map((x, i) => (i === at ? NaN : x)))

/** Layers where the documents' own divide 0 by 0, lose rows, or take other shapes. */
export const layerSafetyLaws: Law<LayerSafetySubject> = (subject): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${subject.name}/constant-groups`,
      title: 'A group of one number is normalised to beta exactly, and what is pulled back is finite',
      statement: String.raw`x_i = c \Rightarrow y_i = \beta,\ |dx_i| < \infty`,
      source: 'Notes on CS231n, normalisation layers'
    },
    everyCase('seven numbers', [0, 5, 0.1, 1e8 + 0.1, 1e300, -1e300, 1e-300], c =>
      constantGroups(subject).flatMap(({ place, normalise, shape }) => {
        const { y, pullback } = normalise(ones)(T.full(shape, c))
        const { dx, dp } = pullback(scattered(shape, 4))
        const perFeature = T.reshape(ones.beta, shape.map((_, axis) => (axis === 1 ? 2 : 1)))
        return [
          ...equalEntries(y, T.add(T.zeros(shape), perFeature), `${place} y`),
          ...sameBits(T.mul(T.abs(dx), 0), T.zeros(shape), `${place} dx times 0`),
          ...equalEntries(dp.gamma, T.zeros([2]), `${place} dgamma`)
        ]
      }))
  ),
  claim(
    {
      id: `${subject.name}/pads-and-strides`,
      title: 'Whatever pad and stride, cotangents have the shapes of image and filters and are adjoint',
      statement: String.raw`\langle dx, x\rangle = \langle dw, w\rangle = \langle dy, y\rangle`,
      source: 'Notes on CS231n, convolutional layer'
    },
    everyCase('an image of 5x4, windows up to 3x3, strides 1 to 4, pads 0 to 2', slides([0, 1, 2]), convolved(subject))
  ),
  claim(
    {
      id: `${subject.name}/pools-and-strides`,
      title: 'Pooling gives on all that it gets, and nothing to rows and columns that no window reaches',
      statement: String.raw`\sum_u dx_u = \sum_{ij} dy_{ij}`, source: 'Notes on CS231n, max pooling layer'
    },
    everyCase('an image of 5x4, windows up to 3x3, strides 1 to 4', slides([0]), pooled(subject))
  ),
  claim(
    {
      id: `${subject.name}/not-a-number-stays`,
      title: 'No layer swallows a NaN: one among the inputs shows in the output',
      statement: String.raw`x_i = \mathrm{NaN} \Rightarrow \exists j:\ y_j = \mathrm{NaN}`,
      source: 'Notes on CS231n, solver'
    },
    everyCase('a NaN in each of six places', [0, 1, 2, 3, 4, 5], at =>
      Object.entries(maps(subject)).map(
        ([place, map]) => equal<Plain>(Number([...map(withNaN(at)).data].some(Number.isNaN)), 1, place)
      ))
  )
]
