import fc from 'fast-check'
import { type Claim, claim, equal, equalEntries, type Law, type Plain, type Relation, sampled } from '../../src/claim/index.js'
import type { Assessed, ClassOptions } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'

type Labels = ReadonlyArray<number>

/** A loss whose mean over examples may weigh classes and leave out a label. */
export interface ClassWeightsSubject {
  readonly name: string
  readonly loss: (labels: Labels, options?: ClassOptions) => (scores: Tensor) => Assessed
}

interface Drawn {
  readonly scores: Tensor
  readonly labels: Labels
  readonly weights: ReadonlyArray<number>
}

const drawn = {
  scores: quarters([4, 3], 40), labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
  weights: fc.array(fc.constantFrom(0.1, 0.25, 1, 3), { minLength: 3, maxLength: 3 })
}

const source = 'The documentation of PyTorch, CrossEntropyLoss'

const same = (a: Assessed, b: Assessed): ReadonlyArray<Relation<Plain>> =>
  [equal(a.value, b.value, 'value'), ...equalEntries(a.gradient, b.gradient, 'gradient')]

/** What class weights and an ignored label mean, without a formula for the loss itself. */
export const classWeightsLaws: Law<ClassWeightsSubject> = ({ name, loss }): ReadonlyArray<Claim> => {
  const law = (
    id: string, title: string, statement: string, check: (drawn: Drawn) => ReadonlyArray<Relation<Plain>>
  ): Claim => claim({ id: `${name}/${id}`, title, statement, source }, sampled<Drawn>(drawn, check))
  return [
    law('weights-of-one', 'Weights of 1 change no bit', 'w = 1', ({ scores, labels }) =>
      same(loss(labels, { weights: [1, 1, 1] })(scores), loss(labels)(scores))),
    law('weights-doubled', 'Only ratios of weights count: 8 times all of them change no bit',
      String.raw`L_{8 w} = L_w`, ({ scores, labels, weights }) =>
        same(loss(labels, { weights: weights.map(w => 8 * w) })(scores), loss(labels, { weights })(scores))),
    law('ignored', 'Examples with the ignored label, a class or not, are as if they were not there; their gradient is 0',
      String.raw`y_i = \mathrm{ignored} \Rightarrow g_i = 0`, ({ scores, labels, weights }) => [0, -1].flatMap(ignored => {
        // the first example counts, the last does not
        const all = [1, ...labels.slice(1, 3), ignored].map(label => (ignored === -1 || label !== 0 ? label : ignored))
        const kept = all.flatMap((label, i) => (label === ignored ? [] : [i]))
        const { value, gradient } = loss(all, { weights, ignored })(T.with(scores, [3, 1], NaN))
        const without = loss(kept.map(i => all[i] ?? NaN), { weights })(T.take(scores, kept))
        const left = all.flatMap((label, i) => (label === ignored ? [i] : []))
        return [
          ...same({ value, gradient: T.take(gradient, kept) }, without),
          ...equalEntries(T.take(gradient, left), T.zeros([left.length, 3]), 'gradient of those ignored')
        ]
      })),
    law('weight-zero', 'A class of weight 0 is as if it were ignored', 'w_0 = 0', ({ scores, labels, weights }) => {
      const all = [1, ...labels.slice(1)]
      const [, ...others] = weights
      return same(loss(all, { weights: [0, ...others] })(scores), loss(all, { weights, ignored: 0 })(scores))
    })
  ]
}
