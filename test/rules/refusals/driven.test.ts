import { describe, expect, test } from 'vitest'
import * as L from '../../../src/layer/index.js'
import * as M from '../../../src/model/index.js'
import * as O from '../../../src/optimizer/index.js'
import { attempt, isLeft, orThrow, type Refusal } from '../../../src/prelude/index.js'
import { run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import { layerValues } from './layers.js'
import { throughJson } from './wrong.js'

// Layer values and optimizers are driven as a training drives them: what they are given at each stage may be wrong too.

const refusal = (call: () => unknown): Refusal | 'answered' => {
  const outcome = attempt(call)
  return isLeft(outcome) ? outcome.left : 'answered'
}

const pool = { height: 2, width: 2, stride: 2 }
const row = [6]
const image = [4, 8, 8]

/** Every layer that is exported, with the shape of an example and the names in which it may refuse: its own, and those of its parts. */
const layers: Readonly<Record<string, readonly [L.Layer, ReadonlyArray<number>, ReadonlyArray<string>]>> = {
  ...Object.fromEntries(Object.entries(layerValues).map(([name, value]) => [name, [value, row, [name]]])),
  flatten: [L.Flatten, image, ['flatten']],
  Affine: [L.Affine(3), row, ['affine']], Conv2d: [L.Conv2d(3, 3), image, ['conv2d']],
  LeakyRelu: [L.LeakyRelu(), row, ['leakyRelu']],
  MaxPool2d: [L.MaxPool2d(pool), image, ['maxPool2d']],
  AveragePool2d: [L.AveragePool2d(pool), image, ['averagePool2d']],
  Dropout: [L.Dropout({ keepProbability: 0.5 }), row, ['dropout']], BatchNorm: [L.BatchNorm(), row, ['batchNorm']],
  SpatialBatchNorm: [L.SpatialBatchNorm(), image, ['spatialBatchNorm']], LayerNorm: [L.LayerNorm(), row, ['layerNorm']],
  GroupNorm: [L.GroupNorm({ groups: 2 }), image, ['groupNorm']],
  MultiHeadAttention: [L.MultiHeadAttention({ heads: 2 }), [3, 4], ['multiHeadAttention']],
  AffineRelu: [L.AffineRelu(3), row, ['affine', 'relu', 'sequence']],
  AffineNormReluDropout: [L.AffineNormReluDropout(3, { norm: L.BatchNorm() }), row, [
    'affine', 'batchNorm', 'relu', 'sequence'
  ]],
  ConvRelu: [L.ConvRelu(3, 3), image, ['conv2d', 'relu', 'sequence']],
  ConvNormRelu: [L.ConvNormRelu(3, 3), image, ['conv2d', 'spatialBatchNorm', 'relu', 'sequence']],
  ConvReluPool: [L.ConvReluPool(3, 3), image, ['conv2d', 'maxPool2d', 'sequence']],
  andThen: [L.andThen(L.Affine(3), L.Tanh), row, ['affine', 'tanh', 'andThen']],
  sequence: [L.sequence({ a: L.Affine(3), b: L.Tanh }), row, ['affine', 'tanh', 'sequence']],
  primitive: [L.primitive({ name: 'own', output: input => input, init: () => seed => [{}, seed],
    apply: () => x => ({ y: x, pullback: dy => ({ dx: dy, dp: {} }) }) }), row, ['own']],
  parameterless: [L.parameterless('own', input => input, x => ({ y: x, pullback: dy => ({ dx: dy }) })), row, ['own']],
  stateful: [L.stateful({ name: 'own', start: () => ({ params: {}, state: seed => [{}, seed] }), infer: () => x => x,
    train: () => x => ({ y: x, state: {}, pullback: dy => ({ dx: dy, dp: {} }) }) }), row, ['own']],
  twoLayerNet: [M.twoLayerNet(), row, ['affine', 'sequence']],
  linearClassifier: [M.linearClassifier(), row, ['affine', 'sequence']],
  logisticNet: [M.logisticNet(), row, ['affine', 'sequence']],
  fullyConnectedNet: [M.fullyConnectedNet({ hidden: [3] }), row, ['affine', 'sequence']],
  twoLayerConvNet: [M.twoLayerConvNet({ filters: 2 }), image, ['conv2d', 'affine', 'andThen']],
  threeLayerConvNet: [M.threeLayerConvNet({ filters: 2 }), image, ['conv2d', 'affine', 'sequence']],
  reluConvNet: [M.reluConvNet(), [1, 20, 20], ['conv2d', 'affine', 'sequence']],
  tanhConvNet: [M.tanhConvNet({ filters: [2, 2] }), [1, 20, 20], ['conv2d', 'affine', 'sequence']]
}

test('every layer and every net is driven', () => {
  const plain = Object.keys(L).filter(
    name => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}` in L && /^[a-z]/.test(name)
  )
  const values: ReadonlyArray<unknown> = Object.values(layerValues)
  const noLayers = [
    ...plain, 'spatialBatchNorm', 'batchNormInference', 'rnn', 'lstm', 'scaledDotProductAttention', 'parameterCount',
    'parameterShapes', 'summary', 'save', 'load'
  ]
  const makers = Object.entries({ ...L, ...M }).flatMap(([name, value]) => (values.includes(value) ? [] : [name]))
  expect(makers.filter(name => !(name in layers) && !noLayers.includes(name))).toEqual([])
})

const noTensors = [undefined, null, 5, 'x', [[1, 2]], {}, throughJson]

describe.each(Object.entries(layers))('%s', (_, [layer, example, places]) => {
  const built = orThrow(layer.build(example))
  const [params, state] = [run(built.init, seedOf(1)), run(built.state, seedOf(2))]
  const x = run(built.init, seedOf(1)) && T.tabulate(
    [3, ...example], (...at) => at.reduce((sum, i) => sum * 3 + i, 1) % 7
  )
  const refusedAll = (calls: ReadonlyArray<() => unknown>): void => {
    const outcomes = calls.map(refusal)
    expect(
      outcomes.map(found => (found === 'answered' ? found : places.includes(found.place) ? 'refused' : found.message))
    )
      .toEqual(calls.map(() => 'refused'))
  }

  test('a cotangent of another shape than y, or none', () => {
    const { y, pullback } = layer.train(params, state)(x)
    const { shape } = y
    const others = [
      [...shape, 1], [5, ...shape.slice(1)], [1, ...shape.slice(1)], shape.slice(1), [...shape].reverse(), [1], []
    ]
      .filter(other => !T.equal(T.fromNested(other), T.fromNested(shape)))
    refusedAll([...others.map(other => T.ones(other)), ...noTensors].map(dy => () => pullback(dy as T.Tensor)))
    expect(pullback(T.ones(shape)).dx.shape).toEqual(x.shape)
  })
  test('an x that is no tensor', () => {
    refusedAll(noTensors.flatMap(wrong => [
      () => layer.train(params, state)(wrong as T.Tensor),
      () => layer.infer(params, layer.train(params, state)(x).state)(wrong as T.Tensor)
    ]))
  })
  test('parameters and state of another layer, or none', () => {
    const wrong = [undefined, null, 5, {}, [...params, {}], params.slice(1), params.map(() => 5), [undefined]].filter(
      other => Array.isArray(other)
        ? other.length !== params.length || other.some(one => typeof one !== 'object') : true
    )
    refusedAll(wrong.flatMap(
      other => [() => layer.train(other as L.Params, state)(x), () => layer.infer(other as L.Params, state)(x)]
    ))
    refusedAll([undefined, null, 5, {}, [...state, {}], state.map(() => 5)].filter(
      other => !Array.isArray(other) || other.length > 0
    )
      .flatMap(other => [() => layer.train(params, other as L.Params)(x)]))
    const empty = params.map(() => ({}))
    if (params.some(named => Object.keys(named).length > 0)) refusedAll([() => layer.train(empty, state)(x)])
    if (state.some(named => Object.keys(named).length > 0)) refusedAll(
      [() => layer.train(params, state.map(() => ({})))(x)]
    )
  })
  test('an example that has no shape', () => {
    refusedAll([undefined, 5, 'x', [-1], [0.5], ['6']].map(
      shape => () => orThrow(layer.build(shape as ReadonlyArray<number>))
    ))
  })
})

const w = T.ones([2, 3])
const ofOne: Readonly<Record<string, O.AnyOptimizer<T.Tensor, O.Memory>>> = {
  sgd: O.sgd({ learningRate: 0.1 }), momentum: O.momentum({ learningRate: 0.1 }),
  nesterov: O.nesterov({ learningRate: 0.1 }),
  rmsprop: O.rmsprop({ learningRate: 0.1 }), adam: O.adam(), weightDecay: O.weightDecay(0.1),
  decayed: O.decayed(O.momentum({ learningRate: 0.1 }), { factor: 0.5, every: 1 }),
  scheduled: O.scheduled(() => 0.1, learningRate => O.momentum({ learningRate }))
}

describe.each(Object.entries(ofOne))('%s', (name, rule) => {
  const memory = rule.init(w)
  const refused = (calls: ReadonlyArray<() => unknown>): void => {
    // what is made of another rule hands on what that refuses
    const places = ['decayed', 'scheduled'].includes(name) ? [name, 'momentum'] : [name]
    expect(calls.map(refusal).map(
      found => (found === 'answered' ? found : places.includes(found.place) ? 'refused' : found.message)
    ))
      .toEqual(calls.map(() => 'refused'))
  }
  test('takes what init gives, and what its steps give', () => {
    const [, next] = rule.update(w)(w)(memory as never)
    expect(rule.update(w)(w)(next as never)[0].shape).toEqual([2, 3])
    expect(Object.keys(next)).toEqual(Object.keys(memory))
  })
  test('a gradient of another shape than w, or none', () => {
    refused([T.ones([5, 2, 3]), T.ones([3]), T.ones([1, 3]), T.scalar(1), T.ones([3, 2]), ...noTensors, [{ w }]].map(
      g => () =>
        rule.update(g as T.Tensor)(w)(memory as never)
    ))
  })
  test('the parameters of a model, where one tensor is meant', () => {
    refused([() => rule.init([{ w }] as unknown as T.Tensor), () =>
      rule.update(w)([{ w }] as unknown as T.Tensor)(memory as never),
      ...noTensors.map(wrong => () => rule.init(wrong as T.Tensor))])
  })
  test('the memory of another optimizer, of another tensor, or none', () => {
    const others = Object.values(ofOne).map(other => other.init(w)).filter(
      other => `${Object.keys(other)}` !== `${Object.keys(memory)}`
    )
    const reshaped = Object.keys(memory).map(slot => ({ ...memory, [slot]: T.ones([7]) }))
    const misspelt = Object.keys(memory).map(
      slot => Object.fromEntries(Object.entries(memory).map(([key, t]) => [key === slot ? `${key}s` : key, t]))
    )
    const missing = Object.keys(memory).map(
      slot => Object.fromEntries(Object.entries(memory).filter(([key]) => key !== slot))
    )
    refused([...others, ...reshaped, ...misspelt, ...missing, { ...memory, more: w }, undefined, null, 5, [memory]].map(
      wrong => () =>
        rule.update(w)(w)(wrong as never)
    ))
  })
})

describe('of models', () => {
  const params: L.Params = [{ w, b: T.ones([3]) }, {}]
  const unlike = [
    [{ w: T.ones([5, 2, 3]), b: T.ones([3]) }, {}], [{ w }, {}], [{ w, b: T.ones([3]) }],
    [{ w, b: T.ones([3]), c: w }, {}], [{ w, v: T.ones([3]) }, {}],
    undefined, null, 5, w, [5, {}], [{ w: [1], b: T.ones([3]) }, {}]
  ]
  test.each([['onEach', O.onEach(O.momentum({ learningRate: 0.1 }))], ['clipByNorm', O.clipByNorm(1)]] as const)(
    '%s', (name, rule) => {
      const memory = rule.init(params)
      expect(rule.update(params)(params)(memory)[0].length).toBe(2)
      const foreign = [undefined, null, 5, [{}], [{ 'w.speed':
        w }, {}], [{ 'v.velocity': w }, {}], [...memory, {}], O.onEach(O.adam()).init(params),
        [{ ...memory[0], 'x.velocity': w }, {}]]
      const calls = [
        ...unlike.map(g => () => rule.update(g as L.Params)(params)(memory)),
        ...foreign.map(other => () => rule.update(params)(params)(other as L.Params)),
        ...[undefined, 5, w, [5]].map(other => () => rule.init(other as unknown as L.Params))
      ]
      expect(calls.map(refusal).map(
        found => (found === 'answered' ? found : [name, 'momentum'].includes(found.place) ? 'refused' : found.message)
      ))
        .toEqual(calls.map(() => 'refused'))
    }
  )
  test('chained', () => {
    const rule = O.chained(O.weightDecay(0.1), O.sgd({ learningRate: 1 }))
    const calls = [undefined, null, 5, {}, [{}], [{}, {}, {}]].map(
      memory => () => rule.update(w)(w)(memory as readonly [O.Memory, O.Memory])
    )
    expect(calls.map(refusal).map(found => (found === 'answered' ? found : found.place))).toEqual(
      calls.map(() => 'chained')
    )
  })
  test('every optimizer is driven', () => {
    const noRules = ['onEach', 'clipByNorm', 'chained', 'addParams', 'lookAhead', 'proximalStep', 'stepDecay']
    expect(Object.keys(O).filter(name => !(name in ofOne) && !noRules.includes(name))).toEqual([])
  })
})
