import * as L from '../../src/layer/index.js'
import { twoLayerNet } from '../../src/model/index.js'
import * as O from '../../src/optimizer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { Wrong } from './refusals.js'

// Calls with cotangents, gradients and memories that belong to something else.

const matrix = T.ones([3, 2])
const image = T.ones([3, 2, 4, 4])
const norm = { gamma: T.ones([2]), beta: T.zeros([2]) }

type Pull = (dy: Tensor) => unknown

// Everything is called when a claim is judged: a layer that raises should not keep the others from being judged.
const ofMatrices: Readonly<Record<string, () => Pull>> = {
  relu: () => L.relu(matrix).pullback, leakyRelu: () => L.leakyRelu()(matrix).pullback,
  sigmoid: () => L.sigmoid(matrix).pullback,
  tanh: () => L.tanh(matrix).pullback, softmax: () => L.softmax(matrix).pullback,
  affine: () => L.affine({ w: T.ones([2, 2]), b: T.zeros([2]) })(matrix).pullback,
  dropout: () => L.dropout({ keepProbability: 0.5, mask: matrix })(matrix).pullback,
  batchNorm: () => L.batchNorm(norm)(matrix).pullback, layerNorm: () => L.layerNorm(norm)(matrix).pullback,
  batchNormInference: () =>
    L.batchNormInference({ ...norm, mean: T.zeros([2]), variance: T.ones([2]) })(matrix).pullback,
  flatten: () => L.flatten(T.ones([3, 1, 2])).pullback, identity: () => L.identity.train([], [])(matrix).pullback,
  own: () => L.parameterless('own', shape => shape, x => ({ y: x, pullback: dy => ({ dx: dy }) }))
    .train([{}], [{}])(matrix).pullback
}

const ofImages: Readonly<Record<string, () => Pull>> = {
  spatialBatchNorm: () => L.spatialBatchNorm(norm)(image).pullback,
  groupNorm: () => L.groupNorm(norm, { groups: 2 })(image).pullback,
  conv2d: () => L.conv2d({ pad: 1 })({ w: T.ones([2, 2, 3, 3]), b: T.zeros([2]) })(image).pullback,
  maxPool2d: () => L.maxPool2d({ height: 1, width: 1, stride: 1 })(image).pullback,
  averagePool2d: () => L.averagePool2d({ height: 1, width: 1, stride: 1 })(image).pullback
}

const net = (): L.Layer => twoLayerNet({ hidden: 3, classes: 2 })
const paramsOf = (model: L.Layer): L.Params => run(orThrow(model.build([2])).init, seedOf(1))
const pullbackOf = (model: L.Layer): Pull =>
  model.train(paramsOf(model), paramsOf(model).map(() => ({})))(matrix).pullback

const refusedBy = (places: Readonly<Record<string, () => Pull>>, { shape }: Tensor): ReadonlyArray<Wrong> =>
  Object.entries(places).flatMap(([place, pullback]) =>
    [[...shape, 1], [5, ...shape.slice(1)], [1, ...shape.slice(1)], shape.slice(1), []].map(other =>
      ({ place, wrong: `dy of shape [${other.join(', ')}]`, call: () => pullback()(T.ones(other)) })))

export const cotangents: ReadonlyArray<Wrong> = [
  ...refusedBy(ofMatrices, matrix), ...refusedBy(ofImages, image),
  ...refusedBy({ affine: () => pullbackOf(net()) }, matrix)
]

const w = T.ones([2, 3])
const rules: Readonly<Record<string, () => O.AnyOptimizer<Tensor, O.Memory>>> = {
  sgd: () => O.sgd({ learningRate: 1 }), momentum: () => O.momentum({ learningRate: 1 }),
  nesterov: () => O.nesterov({ learningRate: 1 }),
  rmsprop: () => O.rmsprop({ learningRate: 1 }), adam: () => O.adam(), weightDecay: () => O.weightDecay(0.1)
}

export const gradients: ReadonlyArray<Wrong> = [[5, 2, 3], [3], [1, 3], []].flatMap(shape => {
  const [g, wrong] = [T.ones(shape), `a gradient of shape [${shape.join(', ')}]`]
  return [
    ...Object.entries(rules).map(
      ([place, rule]) => ({ place, wrong, call: () => rule().update(g)(w)(rule().init(w) as never) })
    ),
    { place: 'addParams', wrong, call: () => O.addParams([{ w }], [{ w: g }]) },
    { place: 'onEach', wrong, call: () => O.onEach(O.sgd({ learningRate: 1 })).update([{ w: g }])([{ w }])([{}]) }
  ]
})

const slots: Readonly<Record<string, ReadonlyArray<string>>> = {
  momentum: ['velocity'], nesterov: ['velocity'], rmsprop: ['root'], adam: ['mean', 'root', 'power1', 'power2']
}

const slotsOf = (place: string): ReadonlyArray<string> => slots[place] ?? []

const misspelt = (memory: O.Memory, slot: string): O.Memory =>
  Object.fromEntries(Object.entries(memory).map(([name, t]) => [name === slot ? `${slot}s` : name, t]))

export const memories: ReadonlyArray<Wrong> = [
  ...Object.entries(rules).flatMap(([place, rule]) => [
    ...Object.entries(rules).filter(([other]) => slotsOf(other).join() !== slotsOf(place).join()).map(([name, other]) =>
      ({ place, wrong: `the memory of ${name}`, call: () => rule().update(w)(w)(other().init(w) as never) })),
    ...slotsOf(place).flatMap(slot => [
      { place, wrong: `${slot}s for ${slot}`, call: () =>
        rule().update(w)(w)(misspelt(rule().init(w), slot) as never) },
      { place, wrong: `${slot} of another shape`, call: () =>
        rule().update(w)(w)({ ...rule().init(w), [slot]: T.ones([7]) } as never) }
    ])
  ]),
  {
    place: 'onEach', wrong: 'slots of a parameter that the model has not',
    call: () => O.onEach(O.adam()).update([{ w }])([{ w }])(O.onEach(O.adam()).init([{ w, b: w }]))
  },
  {
    place: 'onEach', wrong: 'the memory of another model',
    call: () => O.onEach(O.adam()).update([{ w }])([{ w }])(O.onEach(O.adam()).init(paramsOf(net())))
  }
]
