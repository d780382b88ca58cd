import { describe, expect, test } from 'vitest'
import { logisticLoss } from '../../src/loss/index.js'
import { logisticNet } from '../../src/model/index.js'
import { onEach, sgd } from '../../src/optimizer/index.js'
import { orThrow } from '../../src/prelude/index.js'
import * as T from '../../src/tensor/index.js'
import { begin, best, epochs, type Experiment, labelled, unfold } from '../../src/train/index.js'

const examples = labelled(T.fromNested([[1, 2], [3, 4], [5, 6]]), [1, -1, 1])

const experiment = (learningRate: number): Experiment<ReadonlyArray<number>> =>
  ({ model: logisticNet({ hidden: 3 }), loss:
    logisticLoss, optimizer: onEach(sgd({ learningRate })), examples, batchSize: 2 })

const start = orThrow(begin(experiment(0.1), 1))
const stepsOf = (learningRate: number, steps: number, each: number): ReadonlyArray<number> =>
  [...epochs(unfold(experiment(learningRate), start, steps), each)].map(({ step }) => step)

describe('epochs', () => {
  test('there is none where no step is taken, and none that is not finished', () => {
    expect(stepsOf(0.1, 0, 2)).toEqual([])
    expect(stepsOf(0.1, 5, 2)).toEqual([2, 4])
  })
  test('they end where the training diverges', () => {
    expect(stepsOf(1e300, 8, 1)).toEqual([1])
  })
  test('they go on where a training was resumed', () => {
    const [resumed = start] = epochs(unfold(experiment(0.1), start, 3), 3)
    expect([...epochs(unfold(experiment(0.1), resumed, 3), 2)].map(({ step }) => step)).toEqual([4, 6])
  })
  test.each([0, -1, 1.5, NaN])('of %s steps are refused', steps => {
    expect(() => stepsOf(0.1, 1, steps)).toThrow(`epochs: expected steps: a whole number from 1, got ${steps}`)
  })
})

describe('best', () => {
  test('a score that is not a number is never the best', () => {
    expect(best((x: number) => x)(-1, [NaN, 2, NaN])).toBe(2)
    expect(best(() => NaN)('start', ['later'])).toBe('start')
  })
  test('each state is scored once, as it comes', () => {
    const seen: Array<number> = []
    best((x: number) => seen.push(x))(0, [4, 2, 3])
    expect(seen).toEqual([4, 2, 3])
  })
})
