import { describe, expect, test } from 'vitest'
import { Affine, sequence } from '../../src/layer/index.js'
import { logisticLoss } from '../../src/loss/index.js'
import { logisticNet } from '../../src/model/index.js'
import { addParams, onEach, sgd } from '../../src/optimizer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import { advance, begin, type Experiment, labelled, train, unfold } from '../../src/train/index.js'

const examples = labelled(T.fromNested([[1, 2], [3, 4], [5, 6]]), [1, -1, 1])

const experiment = (learningRate: number, batchSize = 2): Experiment<ReadonlyArray<number>> =>
  ({ model: logisticNet({ hidden: 3 }), loss:
    logisticLoss, optimizer: onEach(sgd({ learningRate })), examples, batchSize })

const start = orThrow(begin(experiment(0.1), 1))

describe('divergence is a value', () => {
  test('it names the parameter and the step, and keeps what was finite', () => {
    const ended = train(experiment(1e300), 10)(start)
    expect(ended).toMatchObject({ tag: 'diverged', step: 2, cause: 'hidden.w' })
    expect(ended.training.step).toBe(1)
  })
  test('a loss that is not finite is a cause of its own', () => {
    const broken = {
      ...experiment(0.1), loss: () => (scores: T.Tensor) => ({ value: Infinity, gradient: T.zeros(scores.shape) })
    }
    expect(train(broken, 5)(start)).toMatchObject(
      { tag: 'diverged', step: 1, cause: 'loss', loss: Infinity, training: start }
    )
  })
  test('the unfolding ends with it', () => {
    expect([...unfold(experiment(1e300), start)].map(({ tag }) => tag)).toEqual(['stepped', 'diverged'])
  })
})

test('the unfolding is lazy and gives what train gives', () => {
  const steps = unfold(experiment(0.1), start)
  const three = [steps.next(), steps.next(), steps.next()].map(({ value }) => value)
  expect(three[2]).toEqual(train(experiment(0.1), 3)(start))
})

test('no step has no loss, and leaves the state', () => {
  expect(train(experiment(0.1), 0)(start)).toEqual({ tag: 'stepped', loss: NaN, training: start })
})

describe('refusals', () => {
  test('a model that does not fit the examples is refused at the beginning', () => {
    const wrong = { ...experiment(0.1), model: sequence({ a: Affine(2, { weightScale: 1 }) }), examples: {
      ...examples, shape: [2, -1]
    } }
    expect(() => orThrow(begin(wrong, 1))).toThrow(/expected/)
  })
  test.each([0, -1, 1.5, NaN])('a batch size of %s', batchSize => {
    expect(() => advance(experiment(0.1, batchSize))(start)).toThrow(
      `advance: expected batchSize: a whole number from 1, got ${batchSize}`
    )
  })
  test('no examples', () => {
    const none = { ...experiment(0.1), examples: labelled<number>(T.zeros([0, 2]), []) }
    expect(() => advance(none)(start)).toThrow('advance: expected at least one example, got 0')
  })
  test('another number of targets', () => {
    expect(() => labelled(T.zeros([3, 2]), [1])).toThrow('labelled: expected a target for each of 3 examples, got 1')
  })
  test('gradients that lack a parameter', () => {
    expect(() => addParams([{ w: T.zeros([1]) }], [{}])).toThrow(
      'addParams: expected w in layer 1 of a step, got no names'
    )
  })
})
