import type * as layers from '../../src/layer/index.js'
import type { Layer } from '../../src/layer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Wrong } from './wrong.js'

const matrix = T.ones([3, 2])
const image = T.ones([3, 2, 4, 4])
const norm = { gamma: T.ones([2]), beta: T.zeros([2]) }

/** Every function of the room. */
export type Layers = Readonly<typeof layers>

type Pull = (dy: Tensor) => unknown

// Everything is called when a claim is judged: a layer that raises should not keep the others from being judged.
type Pulls = Readonly<Record<string, () => Pull>>

const ofMatrices = (L: Layers): Pulls => ({
  relu: () => L.relu(matrix).pullback,
  leakyRelu: () => L.leakyRelu()(matrix).pullback,
  sigmoid: () => L.sigmoid(matrix).pullback,
  tanh: () => L.tanh(matrix).pullback,
  softmax: () => L.softmax(matrix).pullback,
  logSoftmax: () => L.logSoftmax(matrix).pullback,
  affine: () => L.affine({ w: T.ones([2, 2]), b: T.zeros([2]) })(matrix).pullback,
  dropout: () => L.dropout({ keepProbability: 0.5, mask: matrix })(matrix).pullback,
  batchNorm: () => L.batchNorm()(norm)(matrix).pullback,
  layerNorm: () => L.layerNorm()(norm)(matrix).pullback,
  batchNormInference: () =>
    L.batchNormInference()({ ...norm, mean: T.zeros([2]), variance: T.ones([2]) })(matrix).pullback,
  flatten: () => L.flatten(T.ones([3, 1, 2])).pullback,
  identity: () => L.identity.train([], [])(matrix).pullback,
  own: () => L.parameterless('own', shape => shape, x => ({ y: x, pullback: dy => ({ dx: dy }) }))
    .train([{}], [{}])(matrix).pullback
})

const ofImages = (L: Layers): Pulls => ({
  spatialBatchNorm: () => L.spatialBatchNorm()(norm)(image).pullback,
  groupNorm: () => L.groupNorm({ groups: 2 })(norm)(image).pullback,
  conv2d: () => L.conv2d({ pad: 1 })({ w: T.ones([2, 2, 3, 3]), b: T.zeros([2]) })(image).pullback,
  maxPool2d: () => L.maxPool2d({ height: 1, width: 1, stride: 1 })(image).pullback,
  averagePool2d: () => L.averagePool2d({ height: 1, width: 1, stride: 1 })(image).pullback
})

const sequences = T.ones([3, 2, 4])
const ofFour = { wq: T.ones([4, 4]), wk: T.ones([4, 4]), wv: T.ones([4, 4]), wo: T.ones([4, 4]) }

const recurrent = (blocks: number): Parameters<Layers['rnn']>[0] => ({
  wx: T.ones([4, 4 * blocks]), wh: T.ones([4, 4 * blocks]), b: T.ones([4 * blocks]), h0: T.ones([3, 4])
})

const ofSequences = (L: Layers): Pulls => ({
  rnn: () => L.rnn(recurrent(1))(sequences).pullback,
  lstm: () => L.lstm(recurrent(4))(sequences).pullback,
  scaledDotProductAttention: () => L.scaledDotProductAttention({ k: sequences, v: sequences })(sequences).pullback,
  multiHeadAttention: () => L.multiHeadAttention({ heads: 2 })(ofFour)(sequences).pullback
})

const pullbackOf = (net: Layer): Pull => {
  const params = run(orThrow(net.build([2])).init, seedOf(1))
  return net.train(params, params.map(() => ({})))(matrix).pullback
}

const refusedBy = (places: Pulls, { shape }: Tensor): ReadonlyArray<Wrong> =>
  Object.entries(places).flatMap(([place, pullback]) =>
    [[...shape, 1], [5, ...shape.slice(1)], [1, ...shape.slice(1)], shape.slice(1), []].map(other =>
      ({ place, wrong: `dy of shape [${other.join(', ')}]`, call: () => pullback()(T.ones(other)) })))

/** Cotangents of other shapes than the outputs: of each layer, and of a net whose last layer is affine. */
export const cotangents = (layer: Layers, net: Layer): ReadonlyArray<Wrong> => [
  ...refusedBy(ofMatrices(layer), matrix),
  ...refusedBy(ofImages(layer), image),
  ...refusedBy(ofSequences(layer), sequences),
  ...refusedBy({ affine: () => pullbackOf(net) }, matrix)
]
