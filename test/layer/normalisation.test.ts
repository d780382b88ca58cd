import { describe, expect, test } from 'vitest'
import {
  Affine, batchNorm, BatchNorm, batchNormInference, conv2d, Dropout, groupNorm, GroupNorm, layerNorm, LayerNorm, Relu,
  sequence, Sigmoid, spatialBatchNorm, SpatialBatchNorm
} from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { onEach, sgd } from '../../src/optimizer/index.js'
import { attempt, isLeft, orThrow } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import { begin, labelled, train } from '../../src/train/index.js'

const refusal = (
  layer: { readonly build: (input: ReadonlyArray<number>) => unknown }, input: ReadonlyArray<number>
): string => {
  const built = layer.build(input) as ReturnType<typeof Relu.build>
  return isLeft(built) ? built.left.message : 'no refusal'
}

describe('a layer that does not fit says so when it is built', () => {
  test.each([
    [refusal(BatchNorm(), [3, 4, 4]), 'batchNorm: expected examples of shape (D), got 3x4x4'],
    [refusal(SpatialBatchNorm(), [12]), 'spatialBatchNorm: expected examples of shape (C, H, W), got 12'],
    [refusal(LayerNorm(), [2, 2]), 'layerNorm: expected examples of shape (D), got 2x2'],
    [refusal(GroupNorm({ groups:
      3 }), [4, 2, 2]), 'groupNorm: expected a number of groups that divides 4 channels, got 3'],
    [refusal(LayerNorm(), [-1]), 'layerNorm: expected whole sizes from 0, at most 2^32 entries in all, got -1']
  ])('%s', (got, expected) => expect(got).toBe(expected))
})

describe('options outside what is defined are refused when the layer is made', () => {
  test.each<[() => unknown, string]>([
    [() => Dropout({ keepProbability: 0 }), 'dropout: expected a keepProbability above 0 and at most 1, got 0'],
    [() => BatchNorm({ momentum: 2 }), 'batchNorm: expected a momentum from 0 to 1, got 2'],
    [() => BatchNorm({ eps: 0 }), 'batchNorm: expected an eps above 0, got 0']
  ])('%s', (make, message) => expect(make).toThrow(message))
})

test('arrays that do not fit are refused', () => {
  const params = { gamma: T.ones([2]), beta: T.zeros([2]) }
  expect(() => batchNorm()(params)(T.ones([4, 3]))).toThrow('batchNorm: expected gamma and beta of shape 3, got 2')
  expect(() => batchNorm()(params)(T.ones([4, 2, 1]))).toThrow('batchNorm: expected x of shape (N, D), got 4x2x1')
  expect(() => batchNorm()(params)(T.ones([0, 2]))).toThrow(
    'batchNorm: expected at least one entry to standardise, got x of shape 0x2'
  )
  expect(() => groupNorm({ groups: 2 })(params)(T.ones([4, 2]))).toThrow(
    'groupNorm: expected x of shape (N, C, H, W), got 4x2'
  )
})

describe('parameters in place of options are refused with the call to write', () => {
  const norm = { gamma: T.ones([2]), beta: T.zeros([2]) }
  const statistics = { mean: T.zeros([2]), variance: T.ones([2]) }
  const filters = { w: T.ones([1, 1, 2, 2]), b: T.zeros([1]) }
  const messageOf = (layer: unknown, ...given: ReadonlyArray<object>): string => {
    const answer = attempt(() => (layer as (...all: ReadonlyArray<object>) => unknown)(...given))
    return isLeft(answer) ? answer.left.message : 'no refusal'
  }

  test.each<[string, unknown, ReadonlyArray<object>, string]>([
    ['batchNorm({ eps })({ gamma, beta })(x)', batchNorm, [norm, { eps: 1 }], 'gamma'],
    ['batchNorm({ eps })({ gamma, beta })(x)', batchNorm, [norm], 'gamma'],
    ['batchNorm({ eps })({ gamma, beta })(x)', batchNorm, [{ eps: 1, beta: T.zeros([2]) }], 'beta'],
    ['spatialBatchNorm({ eps })({ gamma, beta })(x)', spatialBatchNorm, [norm, { eps: 1 }], 'gamma'],
    ['layerNorm({ eps })({ gamma, beta })(x)', layerNorm, [norm, { eps: 1 }], 'gamma'],
    ['groupNorm({ groups, eps })({ gamma, beta })(x)', groupNorm, [norm, { groups: 2 }], 'gamma'],
    ['batchNormInference({ eps })({ gamma, beta, mean, variance })(x)', batchNormInference, [{ ...norm, ...statistics }], 'gamma'],
    ['batchNormInference({ eps })({ gamma, beta, mean, variance })(x)', batchNormInference, [statistics], 'mean'],
    ['conv2d({ stride, pad })({ w, b })(x)', conv2d, [filters, { pad: 1 }], 'w']
  ])('%s', (call, layer, given, early) => {
    const [place] = call.split('(')
    expect(messageOf(layer, ...given))
      .toBe(`${place}: expected ${call}, options before parameters, got ${early} among the options`)
  })

  test('but for what is neither an option nor a parameter', () => {
    expect(messageOf(batchNorm, { epsilon: 1 })).toBe(
      'batchNorm: expected no other options than eps, got epsilon'
    )
  })
})

test('options are refused before parameters are given, and parameters before x', () => {
  const wrong = { gamma: T.ones([2]) } as unknown as { gamma: T.Tensor; beta: T.Tensor }
  for (const layer of [batchNorm, spatialBatchNorm, layerNorm]) {
    expect(() => layer({ eps: 0 })).toThrow('an eps above 0, got 0')
    expect(() => layer()(wrong)).toThrow('params.beta')
  }
  expect(() => batchNormInference({ eps: 0 })).toThrow('an eps above 0, got 0')
  expect(() => batchNormInference()({ ...wrong, mean: T.ones([2]), variance: T.ones([2]) })).toThrow('params.beta')
  expect(() => groupNorm({ groups: 0 })).toThrow('groups: a whole number from 1, got 0')
  expect(() => groupNorm({ groups: 1 })(wrong)).toThrow('params.beta')
})

describe('state', () => {
  const model = sequence({
    hidden: Affine(6, { weightScale: 1 }), norm: BatchNorm(), relu: Relu, drop: Dropout({ keepProbability: 0.5 }),
    out: Affine(2)
  })
  const x = T.fromNested([[1, 2], [-1, 0.5], [0, -2], [3, 1]])
  const experiment = {
    model, loss: softmaxCrossEntropy, optimizer: onEach(sgd({ learningRate: 0.1 })),
    examples: labelled(x, [0, 1, 0, 1]), batchSize: 4
  }

  test('running statistics and the generator live in the state, not in the layer', () => {
    const start = orThrow(begin(experiment, 1))
    const [once, again] = [train(experiment, 3)(start), train(experiment, 3)(start)]
    expect(again).toEqual(once)
    expect(once.training.state).not.toEqual(start.state)
    expect(model.names.map((name, k) => [name, Object.keys(start.state[k] ?? {})])).toEqual([
      ['hidden', []], ['norm', ['mean', 'variance', 'weight']], ['relu', []], ['drop', ['seed']], ['out', []]
    ])
  })

  test('inference before training is refused, and after it works for one example', () => {
    const start = orThrow(begin(experiment, 1))
    expect(() => model.infer(start.params, start.state)(x)).toThrow(
      'batchNorm: expected running statistics of at least one batch'
    )
    const { training } = train(experiment, 3)(start)
    const infer = model.infer(training.params, training.state)
    expect(infer(T.slice(x, [{ stop: 1 }])).shape).toEqual([1, 2])
    expect(T.identical(T.row(infer(x), 0), T.row(infer(T.slice(x, [{ stop: 1 }])), 0))).toBe(true)
  })
})

test('activations compose with the rest', () => {
  expect(orThrow(sequence({ a: Affine(3), b: Sigmoid, c: LayerNorm() }).build([2])).output).toEqual([3])
})
