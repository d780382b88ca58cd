import * as L from '../../../src/layer/index.js'
import * as T from '../../../src/tensor/index.js'
import { type Argument, type Call, callable, layer, ones, options, required, tensor, whole } from './wrong.js'

const image = T.ones([2, 4, 5, 6])
const norm = { gamma: T.ones([3]), beta: T.zeros([3]) }
const norms = { gamma: T.ones([4]), beta: T.zeros([4]) }
const statistics = { mean: T.zeros([3]), variance: T.ones([3]) }
const square = { wq: T.ones([4, 4]), wk: T.ones([4, 4]), wv: T.ones([4, 4]), wo: T.ones([4, 4]) }
const odd = T.ones([3, 3])
const heads = [{ heads: 0 }, { heads: 1.5 }, { heads: '2' }, { heads: undefined }]
const pool = { height: 2, width: 2, stride: 2 }

/** Named tensors: each may be missing, no tensor, or of another shape. */
const params = (good: Readonly<Record<string, T.Tensor>>, ...changes: ReadonlyArray<object>): Argument => ({
  good, wrong: [undefined, null, 5, 'x', [good], {}, ...Object.keys(good).flatMap(name =>
    [undefined, [1, 2], 5, JSON.parse(JSON.stringify(good[name])) as unknown, T.ones([2, 7])].map(
      value => ({ ...good, [name]: value })
    )),
  ...changes.map(change => ({ ...good, ...change }))]
})

const recurrent = (blocks: number): ReadonlyArray<Call> => [[
  [params({ wx: T.ones([3, 2 * blocks]), wh: T.ones([2, 2 * blocks]), b: T.ones([2 * blocks]), h0: T.ones([5, 2]) },
    { h0: T.ones([5, 3]) }, { h0: T.ones([2]) }, { wx: T.ones([2 * blocks]) })],
  [tensor(T.ones([5, 4, 3]), [5, 4], [4, 4, 3], [5, 4, 2], [3])]
]]

const elementwise: ReadonlyArray<Call> = [[[tensor()]]]
const windows = [{ height: 0 }, { width: 1.5 }, { stride: '2' }, { stride: [1] }, { pad: 2 }, { pad: [0, -1] }, { padding: 1 }, { height: undefined }]
const pooled: ReadonlyArray<Call> = [[[required(options(pool, ...windows))], [tensor(image, [4, 5, 6], [2, 4, 1, 6])]]]
const affineOptions = [{ weightScale: '1' }, { weightScale: NaN }, { weigthScale: 1 }]
const convOptions = [{ stride: 0 }, { stride: [1, 0] }, { pad: -1 }, { pad: [1] }, { pad: 0.5 }, { padding: 1 }, { weightScale: '1' }]
const eps = [{ eps: 0 }, { eps: '1' }, { eps: NaN }]
const size: Argument = { good: 3, atOnce: true, wrong: [undefined, null, 0, 2.5, '3', [3], [3, 0], [3, 3, 3], {}] }
const built = {
  name: 'own', output: (input: T.Tensor['shape']) => input, init: () => () => [{}, [1, 2, 3, 4]], apply: () => L.relu
}
const changed = { name: 'own', start: () => ({}), train: () => () => ({}), infer: () => () => ones }

/** Each layer that is a value, such as Relu, under the name of its plain function. */
export const layerValues: Readonly<Record<string, L.Layer>> = Object.fromEntries(
  Object.entries(L).flatMap(([name, value]) =>
    (typeof value === 'object' ? [[`${name.slice(0, 1).toLowerCase()}${name.slice(1)}`, value]] : []))
)

/** The plain functions, which refuse in their own names. */
export const plainLayers: Readonly<Record<string, ReadonlyArray<Call>>> = {
  ...Object.fromEntries(Object.keys(layerValues).filter(name => name !== 'identity').map(name => [name, elementwise])),
  affine: [[[params({ w: T.ones([3, 2]), b: T.ones([2]) })], [tensor(ones, [3], [2, 4], [])]]],
  softmax: [[[tensor(ones, [3], [2, 0], [1, 2, 3])]]], logSoftmax: [[[tensor(ones, [3], [2, 0], [1, 2, 3])]]],
  leakyRelu: [[[options({ slope: 0.1 }, { slope: 2 }, { slope: '0.1' })], [tensor()]]],
  flatten: [[[tensor(ones, [])]]],
  dropout: [[[required(
    options({ keepProbability: 0.5, mask: ones }, { keepProbability: 0 }, { keepProbability: '1' }, { mask: [1] })
  )],
    [tensor(ones, [3, 2], [6])]]],
  conv2d: [[[options({ stride: [1, 2], pad: 1 }, { stride: 0 }, { pad: [1, -1] }, { padding: 1 }, { stride: '1' }, { stride: [1, 1, 1] })],
    [params({ w: T.ones([3, 4, 2, 2]), b: T.ones([3]) })], [tensor(image, [4, 5, 6], [2, 3, 5, 6])]]],
  maxPool2d: pooled, averagePool2d: pooled,
  batchNorm: [[[options({ eps: 1 }, ...eps, norm)], [params(norm)], [tensor(ones, [3], [2, 4], [0, 3])]]],
  layerNorm: [[[options({ eps: 1 }, ...eps, norm)], [params(norm)], [tensor(ones, [3], [2, 4])]]],
  spatialBatchNorm: [[
    [options({ eps: 1 }, ...eps, norms)], [params(norms)], [tensor(image, [2, 4], [2, 3, 5, 6])]
  ]],
  groupNorm: [[[required(
    options({ groups: 2, eps: 1 }, ...eps, { groups: 0 }, { groups: '2' }, { groups: undefined }, norms)
  )],
    [params(norms)], [tensor(image, [2, 4], [2, 3, 5, 6])]]],
  rnn: recurrent(1), lstm: recurrent(4),
  scaledDotProductAttention: [[
    [params({ k: T.ones([2, 4, 3]), v: T.ones([2, 4, 5]) }, { k: T.ones([1, 4, 3]) }, { v: T.ones([2, 3, 5]) },
      { k: T.ones([2, 4, 0]) }, { k: T.ones([2, 0, 3]), v: T.ones([2, 0, 5]) })],
    [tensor(T.ones([2, 6, 3]), [2, 3], [1, 6, 3], [2, 6, 4])]
  ]],
  multiHeadAttention: [[
    [required(options({ heads: 2 }, ...heads, { weightScale: 1 }, square))],
    [params(square, { wo: T.ones([6, 4]) }, { wq: odd, wk: odd, wv: odd, wo: odd })],
    [tensor(T.ones([2, 5, 4]), [2, 4], [2, 5, 6], [2, 0, 4])]
  ]],
  batchNormInference: [
    [[options({ eps: 1 }, ...eps, statistics)], [params({ ...norm, ...statistics })], [tensor(ones, [3], [2, 4])]]
  ],
}

/** What makes layers. A layer of one part refuses in the name of its plain function. */
export const makers: Readonly<Record<string, ReadonlyArray<Call>>> = {
  Affine: [[[whole(3, 1), options({ weightScale: 1 }, ...affineOptions)]]],
  AffineRelu: [[[whole(3, 1), options({ weightScale: 1 }, ...affineOptions)]]],
  AffineNormReluDropout: [[
    [whole(3, 1), options({ weightScale: 1 }, ...affineOptions, { norm: L.batchNorm }, { dropout: 5 }, { norm: null })]
  ]],
  Conv2d: [[[whole(3, 1), size, options({ stride: 1 }, ...convOptions)]]],
  ConvRelu: [[[whole(3, 1), size, options({ stride: 1 }, ...convOptions)]]],
  ConvNormRelu: [[[whole(3, 1), size, options({ stride: 1 }, ...convOptions, { norm: L.SpatialBatchNorm })]]],
  ConvReluPool: [[[whole(3, 1), size, options(
    { stride: 1 }, ...convOptions, { pool: 2 }, ...windows.map(wrong => ({ pool: { ...pool, ...wrong } }))
  )]]],
  MaxPool2d: [[[required(options(pool, ...windows))]]], AveragePool2d: [[[required(options(pool, ...windows))]]],
  LeakyRelu: [[[options({ slope: 0.1 }, { slope: 2 }, { slope: '0.1' })]]],
  Dropout: [[[required(
    options({ keepProbability: 0.5 }, { keepProbability: 0 }, { keepProbability: '1' }, { seed: 0.5 }, { seed: '1' })
  )]]],
  BatchNorm: [[[options({ momentum: 0.5 }, ...eps, { momentum: 2 }, { momentum: '0' }, { correction: 0 })]]],
  SpatialBatchNorm: [[[options({ momentum: 0.5 }, ...eps, { momentum: 2 }, { momentum: '0' }, { correction: 0 })]]],
  LayerNorm: [[[options({ eps: 1 }, ...eps)]]],
  GroupNorm: [[[required(options({ groups: 2 }, ...eps, { groups: 0 }, { groups: '2' }, { groups: undefined }))]]],
  MultiHeadAttention: [[[
    required(options({ heads: 2, weightScale: 1 }, ...heads, { weightScale: '1' }, { weightScale: NaN }))
  ]]],
  sequence: [[[{ good: { relu: L.Relu }, atOnce: true, wrong: [
    undefined, null, 5, 'x', [L.Relu], L.relu, { relu: L.relu }, { relu: undefined }, { 1: L.Relu },
    { a: L.Relu, b: L.Affine }] }]]],
  andThen: [[[layer(), layer()]]],
  primitive: [[[required(options(built, { name: 5 }, { output: 5 }, { init: {} }, { apply: undefined }))]]],
  stateful: [[[required(options(changed, { name: 5 }, { start: 5 }, { train: {} }, { infer: undefined }))]]],
  parameterless: [[
    [{ good: 'own', wrong: [undefined, null, 5, {}] }, callable((input: T.Tensor['shape']) => input), callable(L.relu)]
  ]]
}

