import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Claim, effort } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import { crossEntropy, logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import { type Analytic, type Grid, sum } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { labels, lossLaws, type LossSubject } from '../../properties/losses/loss.js'
import { quarters } from '../../properties/cases/quarters.js'

// Right losses, written as textbooks write them. None is ever refuted, and all are supported.

const matrices = (n: number, c: number) => quarters([n, c], 40)

const doubles = (n: number, c: number) =>
  fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: n * c, maxLength: n * c }).map(
    data => T.fromFlat([n, c], data)
  )

const positive = (n: number, c: number) =>
  fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: n * c, maxLength: n * c }).map(
    data => T.fromFlat([n, c], data)
  )

const signs = (n: number, c: number) =>
  fc.array(fc.constantFrom(-1, 1), { minLength: n * c, maxLength: n * c }).map(data => T.fromFlat([n, c], data))

/** The mean over all entries of a function of score and target. */
const meanOf = (f: <A>(N: Analytic<A>) => (s: A, t: A) => A) =>
  <A>(N: Analytic<A>) => (target: Tensor) => (scores: Grid<A>): A =>
    N.div(sum(N)([scores.entries.length], i => f(N)(scores.entries[i] as A, N.of(target.data[i] ?? NaN))), N.of(
      scores.entries.length
    ))

const entrywise = (value: (s: number, t: number) => number, slope: (s: number, t: number) => number) =>
  (target: Tensor) => (scores: Tensor) => ({
    value: T.item(T.mean(T.zip(scores, target, value))),
    gradient: T.div(T.zip(scores, target, slope), scores.data.length)
  })

const absolute = <A>(N: Analytic<A>, x: A): A => N.max(x, N.sub(N.of(0), x))

const targets = matrices

interface Beta {
  readonly beta: number
}

const smooth: LossSubject<Tensor, Beta> = {
  name: 'smooth L1', targets, drawn: matrices, options: { beta: fc.constantFrom(0.5, 1, 4) }, defaults: { beta: 1 },
  loss: ({ beta = 1 }: Partial<Beta>) => entrywise(
    (s, t) => (Math.abs(s - t) < beta ? (s - t) ** 2 / (2 * beta) : Math.abs(s - t) - beta / 2),
    (s, t) => (Math.abs(s - t) < beta ? (s - t) / beta : Math.sign(s - t))),
  definition: N => ({ beta }) =>
    meanOf(M => (s, t) => M.div(definition.huber(M)(M.of(beta))(M.sub(s, t)), M.of(beta)))(N)
}

interface Reduction {
  readonly reduction: 'mean' | 'sum'
}

const reduced: LossSubject<Tensor, Reduction> = {
  name: 'squares', targets, options: { reduction: fc.constantFrom('mean', 'sum') }, defaults: { reduction: 'mean' },
  loss: ({ reduction = 'mean' }: Partial<Reduction>) => target => scores => {
    const away = T.sub(scores, target)
    const count = reduction === 'mean' ? scores.data.length : 1
    return { value: T.item(T.sum(T.mul(away, away))) / count, gradient: T.div(T.mul(away, 2), count) }
  },
  definition: N => ({ reduction }) => target => scores => N.mul(
    meanOf(M => (s, t) => M.mul(M.sub(s, t), M.sub(s, t)))(N)(target)(scores),
    N.of(reduction === 'mean' ? 1 : scores.entries.length))
}

interface Margin {
  readonly margin: number
}

const svm: LossSubject<ReadonlyArray<number>, Margin> = {
  name: 'svm', targets: labels, options: { margin: fc.constantFrom(0, 1, 10, 0.3) }, defaults: { margin: 1 },
  loss: options => right => multiclassSvm(right, options),
  definition: N => ({ margin }) => definition.multiclassSvm(N, margin)
}

const ofTensors: ReadonlyArray<LossSubject<Tensor>> = [
  {
    name: 'squared error', targets, loss: entrywise((s, t) => (s - t) ** 2, (s, t) => 2 * (s - t)),
    definition: meanOf(N => (s, t) => N.mul(N.sub(s, t), N.sub(s, t)))
  },
  {
    name: 'squared error of doubles', targets: doubles, drawn: doubles,
    loss: entrywise((s, t) => (s - t) ** 2, (s, t) => 2 * (s - t)),
    definition: meanOf(N => (s, t) => N.mul(N.sub(s, t), N.sub(s, t)))
  },
  {
    name: 'absolute error', targets, atKinks: 'any', drawn: matrices,
    loss: entrywise((s, t) => Math.abs(s - t), (s, t) => Math.sign(s - t)),
    definition: meanOf(N => (s, t) => absolute(N, N.sub(s, t)))
  },
  {
    name: 'huber', targets, drawn: matrices,
    loss: entrywise((s, t) => (Math.abs(s - t) <= 2 ? (s - t) ** 2 / 2 : 2 * (Math.abs(s - t) - 1)), (s, t) =>
      Math.max(-2, Math.min(2, s - t))),
    definition: meanOf(N => (s, t) => definition.huber(N)(N.of(2))(N.sub(s, t)))
  },
  {
    name: 'quantile', targets, drawn: matrices, atKinks: 'any',
    loss: entrywise((s, t) => Math.max(0.75 * (t - s), 0.25 * (s - t)), (s, t) => (s > t ? 0.25 : -0.75)),
    definition: meanOf(N => (s, t) => N.max(N.mul(N.of(0.75), N.sub(t, s)), N.mul(N.of(0.25), N.sub(s, t))))
  },
  {
    name: 'hinge', targets: signs, loss: entrywise((s, t) => Math.max(0, 1 - s * t), (s, t) => (s * t < 1 ? -t : 0)),
    definition: meanOf(N => (s, t) => N.max(N.of(0), N.sub(N.of(1), N.mul(s, t))))
  },
  {
    name: 'squared hinge', targets: signs,
    loss: entrywise((s, t) => Math.max(0, 1 - s * t) ** 2, (s, t) => -2 * t * Math.max(0, 1 - s * t)),
    definition: meanOf(N => (s, t) => {
      const short = N.max(N.of(0), N.sub(N.of(1), N.mul(s, t)))
      return N.mul(short, short)
    })
  },
  {
    name: 'binary cross-entropy of probabilities', targets: (n, c) => signs(n, c).map(t => T.map(t, a => (a + 1) / 2)),
    drawn: (n, c) => positive(n, c).map(t => T.map(t, a => a * 0.99)),
    loss: entrywise((p, t) => -(t === 1 ? Math.log(p) : Math.log(1 - p)), (p, t) => (t === 1 ? -1 / p : 1 / (1 - p))),
    definition: meanOf(N => (p, t) => N.sub(N.of(0),
      N.add(N.mul(t, N.log(p)), N.mul(N.sub(N.of(1), t), N.log(N.sub(N.of(1), p))))))
  },
  {
    name: 'Kullback-Leibler', targets: positive, drawn: positive,
    loss: entrywise((q, p) => p * Math.log(p / q), (q, p) => -p / q),
    definition: meanOf(N => (q, p) => N.mul(p, N.log(N.div(p, q))))
  },
  {
    name: 'Poisson', targets: (n, c) => matrices(n, c).map(t => T.map(t, Math.abs)), drawn: matrices,
    loss: entrywise((s, t) => Math.exp(s) - t * s, (s, t) => Math.exp(s) - t),
    definition: meanOf(N => (s, t) => N.sub(N.exp(s), N.mul(t, s)))
  },
  {
    name: 'cross-entropy', targets: (n, c) => positive(n, c), drawn: positive, loss: crossEntropy,
    definition: N => p => definition.crossEntropy(N)(T.toGrid(p))
  },
  {
    name: 'a vector\'s squared norm', targets: n => matrices(n, 1).map(t => T.reshape(t, [n])), scores: 1,
    drawn: n => matrices(n, 1).map(t => T.reshape(t, [n])),
    loss: entrywise((s, t) => (s - t) ** 2, (s, t) => 2 * (s - t)),
    definition: meanOf(N => (s, t) => N.mul(N.sub(s, t), N.sub(s, t)))
  }
]

const withoutDefinition: ReadonlyArray<LossSubject<Tensor>> = ofTensors
  .filter(({ name }) => ['squared error', 'huber', 'Poisson', 'cross-entropy'].includes(name))
  .map(({ name, targets: t, drawn, loss }) =>
    ({ name: `${name} without a definition`, targets: t, loss, ...drawn === undefined ? {} : { drawn } }))

const suites: ReadonlyArray<readonly [string, ReadonlyArray<Claim>]> = [
  ...[...ofTensors, ...withoutDefinition].map(subject => [subject.name, lossLaws(subject)] as const),
  [smooth.name, lossLaws(smooth)], [reduced.name, lossLaws(reduced)], [svm.name, lossLaws(svm)],
  ['softmax', lossLaws({
    name: 'softmax', loss: softmaxCrossEntropy, definition: definition.softmaxCrossEntropy, targets: labels,
    drawn: matrices
  })],
  ['logistic', lossLaws({
    name: 'logistic', loss: logisticLoss, definition: definition.logisticLoss, scores: 1, drawn: matrices,
    targets: (n: number) => fc.array(fc.constantFrom(-1, 1), { minLength: n, maxLength: n })
  })]
]

test.each(suites)('%s is not refuted, and is supported at 100 cases', (_, laws) => {
  const found = laws.flatMap(law =>
    Array.from({ length: 50 }, (__, seed) => law.judge(effort(4, seed))).flatMap((judgement, seed) =>
      (judgement.verdict === 'refuted'
        ? [`${law.id}, seed ${seed}: ${judgement.counterexample.input}; ${judgement.counterexample.detail}`]
        : [])))
  expect(found).toEqual([])
  const judged = laws.map(({ id, judge }) => ({ id, judgement: judge(effort(100, 1)) }))
  expect(
    judged.map(({ id, judgement }) => `${id} ${judgement.verdict} ${'reason' in judgement ? judgement.reason : ''}`)
  )
    .toEqual(laws.map(({ id }) => `${id} supported `))
})
