import type { Claim, Law } from '../../src/claim/index.js'
import type { Layer } from '../../src/layer/index.js'
import type { Shape } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import { cotangents, type Layers } from './cotangents.js'
import { allRefused, type Wrong } from './wrong.js'

/** The layers, and a net made of them. */
export interface LayerRefusalSubject {
  readonly name: string
  readonly layer: Layers
  readonly net: Layer
}

const image = T.ones([1, 4, 3, 5])
const filters = { w: T.ones([2, 4, 2, 2]), b: T.zeros([2]) }

const windows = ({ conv2d, maxPool2d, averagePool2d }: Layers): ReadonlyArray<Wrong> => [
  ...[0, -1, 1.5, NaN].flatMap(stride => {
    const [square, wrong] = [{ height: 2, width: 2, stride }, `stride ${stride}`]
    return [
      { place: 'conv2d', wrong, call: () => conv2d({ stride })(filters)(image) },
      { place: 'maxPool2d', wrong, call: () => maxPool2d(square)(image) },
      { place: 'averagePool2d', wrong, call: () => averagePool2d(square)(image) }
    ]
  }),
  ...[-1, 0.5, NaN].map(pad => ({ place: 'conv2d', wrong: `pad ${pad}`, call: () => conv2d({ pad })(filters)(image) })),
  {
    place: 'conv2d', wrong: 'filters taller than the image',
    call: () => conv2d()({ ...filters, w: T.ones([2, 4, 4, 2]) })(image)
  },
  {
    place: 'conv2d', wrong: 'filters of three channels',
    call: () => conv2d()({ ...filters, w: T.ones([2, 3, 2, 2]) })(image)
  },
  {
    place: 'maxPool2d', wrong: 'a window taller than the image',
    call: () => maxPool2d({ height: 4, width: 1, stride: 1 })(image)
  },
  ...[maxPool2d, averagePool2d].flatMap((pool, k) => [2, -1, 0.5, [0, 3], [1], [1, 1, 1]].map(pad => ({
    place: ['maxPool2d', 'averagePool2d'][k] ?? '', wrong: `pad ${JSON.stringify(pad)} of a window of 2x3`,
    call: () => pool({ height: 2, width: 3, stride: 1, pad: pad as never })(image)
  }))),
  {
    place: 'conv2d', wrong: 'three strides', call: () => conv2d({ stride: [1, 1, 1] as never })(filters)(image)
  },
  {
    place: 'maxPool2d', wrong: 'an image of no rows',
    call: () => maxPool2d({ height: 2, width: 2, stride: 1, pad: 1 })(T.ones([1, 4, 0, 5]))
  },
  {
    place: 'averagePool2d', wrong: 'a window of no rows',
    call: () => averagePool2d({ height: 0, width: 1, stride: 1 })(image)
  }
]

const mask = T.ones([2])
const ofFour = { gamma: T.ones([4]), beta: T.zeros([4]) }

/** Inference of a layer whose running statistics have seen no batch. */
const fresh = (layer: Layer, example: Shape): unknown => {
  const { init, state } = orThrow(layer.build(example))
  return layer.infer(run(init, seedOf(1)), run(state, seedOf(1)))(T.ones([2, ...example]))
}

const norms = (
  { groupNorm, batchNorm, BatchNorm, SpatialBatchNorm, dropout, Dropout }: Layers
): ReadonlyArray<Wrong> => [
  ...[3, 0, 8].map(
    groups => ({ place: 'groupNorm', wrong: `${groups} groups of 4`, call: () => groupNorm({ groups })(ofFour)(image) })
  ),
  {
    place: 'batchNorm', wrong: 'eps 0',
    call: () => batchNorm({ eps: 0 })({ gamma: T.ones([1]), beta: T.zeros([1]) })(T.ones([3, 1]))
  },
  { place: 'batchNorm', wrong: 'no batch seen', call: () => fresh(BatchNorm(), [4]) },
  { place: 'spatialBatchNorm', wrong: 'no batch seen', call: () => fresh(SpatialBatchNorm(), [4, 3, 5]) },
  ...[0, -0.5, 1.5, NaN].flatMap(keepProbability => {
    const wrong = `keepProbability ${keepProbability}`
    return [
      { place: 'dropout', wrong, call: () => dropout({ keepProbability, mask })(mask) },
      { place: 'dropout', wrong, call: () => orThrow(Dropout({ keepProbability }).build([2])) }
    ]
  })
]

/** That the layers refuse what has no answer. */
export const layerRefusalLaws: Law<LayerRefusalSubject> = ({ name, layer, net }): ReadonlyArray<Claim> => [
  allRefused(
    `${name}/refused-windows`, 'Strides, pads and windows that have no place on the image are refused', windows(layer)
  ),
  allRefused(
    `${name}/refused-norms`,
    'Groups that do not divide, eps 0, statistics of no batch, and keepProbability 0 are refused',
    norms(layer)
  ),
  allRefused(
    `${name}/refused-cotangents`,
    'A cotangent of another shape than the output is refused by every layer, in its own name',
    cotangents(layer, net)
  )
]
