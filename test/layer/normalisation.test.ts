import { describe, expect, test } from 'vitest'
import {
  Affine, batchNorm, BatchNorm, Dropout, groupNorm, GroupNorm, LayerNorm, Relu, sequence, Sigmoid, SpatialBatchNorm
} from '../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../src/loss/index.js'
import { onEach, sgd } from '../../src/optimizer/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'
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
  expect(() => batchNorm(params)(T.ones([4, 3]))).toThrow('batchNorm: expected gamma and beta of shape 3, got 2')
  expect(() => batchNorm(params)(T.ones([4, 2, 1]))).toThrow('batchNorm: expected x of shape (N, D), got 4x2x1')
  expect(() => batchNorm(params)(T.ones([0, 2]))).toThrow(
    'batchNorm: expected at least one entry to standardise, got x of shape 0x2'
  )
  expect(() => groupNorm(params, { groups: 2 })(T.ones([4, 2]))).toThrow(
    'groupNorm: expected x of shape (N, C, H, W), got 4x2'
  )
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
