import fc from 'fast-check'
import { type Claim, claim, equal, equalEntries, everyCase, type Law, sampled } from '../../src/claim/index.js'
import type { learnLinear, LinearData } from '../../src/classic/index.js'
import type { Assessed } from '../../src/loss/index.js'
import { normals, run, seedOf } from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'

/** The training of a linear classifier, and an objective. */
export interface LearnLinearSubject {
  readonly name: string
  readonly learnLinear: typeof learnLinear
  readonly linearSvm: (data: LinearData) => (w: Tensor) => Assessed
}

interface Drawn {
  readonly x: Tensor
  readonly labels: ReadonlyArray<number>
  readonly w: Tensor
  readonly seed: number
}

const source = 'Notes on CS231n, assignment 1, LinearClassifier'

const drawn = {
  x: quarters([4, 2], 12), labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
  w: quarters([2, 3], 12), seed: fc.nat(1000)
}

/** What the training of the notes does, batch by batch. */
export const learnLinearLaws: Law<LearnLinearSubject> = ({ name, learnLinear, linearSvm }): ReadonlyArray<Claim> => {
  const law = (
    id: string, title: string, statement: string, check: Parameters<typeof sampled<Drawn>>[1]
  ): Claim => claim({ id: `${name}/${id}`, title, statement, source }, sampled<Drawn>(drawn, check))
  return [
    law('lazy-weights', 'Weights are made for the classes of the labels, .001 times normal draws',
      String.raw`W_0 = .001\, Z`, ({ x, labels, seed }) => equalEntries(
        run(learnLinear({ objective: linearSvm, iterations: 0 })({ x, labels }), seedOf(seed)).w,
        T.mul(run(normals([2, Math.max(...labels) + 1]), seedOf(seed)), 0.001), 'w')),
    law('steps', 'Each step takes the learning rate times the gradient of a batch from the weights',
      String.raw`W_1 = W_0 - \eta\, \nabla L(W_0)`, ({ x, labels, w, seed }) => {
        // of a single example every batch has four copies
        const [one, lambda] = [T.slice(x, [{ stop: 1 }]), 0.5]
        const learned = run(learnLinear({ objective: linearSvm, learningRate: 0.25, iterations: 1, batchSize: 4, w })(
          { x: one, labels: labels.slice(0, 1), lambda }
        ), seedOf(seed))
        const { value, gradient } = linearSvm({ x: one, labels: labels.slice(0, 1), lambda })(w)
        return [
          equal(learned.losses[0] ?? NaN, value, 'the loss before the step'),
          ...equalEntries(learned.w, T.sub(w, T.mul(gradient, 0.25)), 'w')
        ]
      }),
    law('kept', 'Three steps and two more, from the weights learned, are five steps',
      String.raw`W_5 = W_{3 + 2}`, ({ x, labels, w, seed }) => {
        const steps = (iterations: number, from: Tensor) => learnLinear(
          { objective: linearSvm, learningRate: 0.01, iterations, batchSize: 3, w: from })({ x, labels })
        const [three, after] = steps(3, w)(seedOf(seed))
        const [[two], [five]] = [steps(2, three.w)(after), steps(5, w)(seedOf(seed))]
        return [
          ...equalEntries(two.w, five.w, 'w'),
          ...[...three.losses, ...two.losses].map((loss, k) => equal(loss, five.losses[k] ?? NaN, `losses[${k}]`))
        ]
      }),
    claim(
      {
        id: `${name}/documented`,
        title: 'Left out, the rate is 1e-3, lambda 1e-5, and 100 batches of 200 examples are drawn anew',
        statement: String.raw`\eta = 10^{-3},\ T = 100,\ B = 200,\ \lambda = 10^{-5}`, source
      },
      everyCase('one seed', [seedOf(1)], seed => {
        const seen: Array<LinearData> = []
        const objective = (data: LinearData) => (w: Tensor): Assessed => linearSvm(seen[seen.push(data) - 1] ?? data)(w)
        const data = { x: T.fromNested([[1, 2], [3, 4], [-2, 1]]), labels: [0, 2, 1] }
        const { w } = run(learnLinear({ objective })(data), seed)
        const told = learnLinear({ objective: linearSvm, learningRate: 1e-3, iterations: 100, batchSize: 200 })
        return [
          ...equalEntries(w, run(told({ ...data, lambda: 1e-5 }), seed).w, 'w'),
          equal(seen.length, 100, 'batches'),
          equal(seen.filter(({ labels, lambda }) => labels.length === 200 && lambda === 1e-5).length, 100, 'of 200'),
          equal(new Set(seen.map(({ labels }) => labels.join(','))).size, 100, 'different batches')
        ]
      }))
  ]
}
