import fc from 'fast-check'
import { type Claim, claim, equal, equalEntries, type Plain, sampled } from '../../../src/claim/index.js'
import type { Params } from '../../../src/layer/index.js'
import { logisticLoss } from '../../../src/loss/index.js'
import { logisticNet } from '../../../src/model/index.js'
import { ball, point, toInterval } from '../../../src/number/index.js'
import { onEach, sgd } from '../../../src/optimizer/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import * as T from '../../../src/tensor/index.js'
import { advance, begin, type Experiment, labelled } from '../../../src/train/index.js'
import { quarterList } from '../../../properties/cases/quarters.js'

const coarse = ball(40)

const numbersIn = (params: Params): ReadonlyArray<number> =>
  params.flatMap(named => Object.values(named)).flatMap(p => [...p.data])

export const claims: ReadonlyArray<Claim> = [claim(
  {
    id: 'object-recognition-2/training/first-step',
    title: 'From random hidden weights and all else 0 the loss is log 2, and a step moves the output layer',
    statement: String.raw`\text{on one drawn point our training begins at the loss log 2; a step of rate 1/4 makes the output bias an eighth of the label, the output weights that times the hidden values, and leaves all else}`,
    spoken: 'it is about code, files or time',
    source: 'Object recognition assignment 2, question 1, training',
    rows: ['A2-TR-02']
  },
  sampled<{ readonly seed: number; readonly x: ReadonlyArray<number>; readonly label: number }>(
    { seed: fc.integer({ min: 0, max: 2 ** 32 }), x: quarterList(2, 8), label: fc.constantFrom(-1, 1) },
    ({ seed, x, label }) => {
      const learningRate = 0.25
      const experiment: Experiment<ReadonlyArray<number>> = {
        model: logisticNet({ hidden: 3 }), loss: logisticLoss, optimizer: onEach(sgd({ learningRate })),
        examples: labelled(T.fromFlat([1, 2], x), [label]), batchSize: 1
      }
      const start = orThrow(begin(experiment, seed))
      const { loss, training } = advance(experiment)(start)
      const [hidden = {}] = start.params
      const h = T.maximum(0, T.matmul(T.fromFlat([1, 2], x), hidden['w'] ?? T.zeros([2, 3])))
      const expected = [
        ...(hidden['w']?.data ?? []), 0, 0, 0, ...T.mul(h, learningRate / 2 * label).data, learningRate / 2 * label
      ]
      return [
        equal<Plain>(point(loss), toInterval(coarse.log(coarse.of(2))), 'loss'),
        ...equalEntries(T.fromNested(numbersIn(training.params)), T.fromNested(expected), 'parameter')
      ]
    })
)]
