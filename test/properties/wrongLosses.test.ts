import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Claim, effort } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import { type Assessed, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import { type Analytic, type Grid, sum } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { labels, lossLaws, type LossSubject } from '../../properties/losses/loss.js'
import { quarters } from '../../properties/cases/quarters.js'

// Wrong losses, each with the law that should refute it in 100 cases.

type Labels = ReadonlyArray<number>
type LossOf<Target> = (target: Target) => (scores: Tensor) => Assessed

const matrices = (n: number, c: number) => quarters([n, c], 40)

const squared: LossOf<Tensor> = target => scores => {
  const away = T.sub(scores, target)
  return { value: T.item(T.sum(T.mul(away, away))), gradient: T.mul(away, 2) }
}

const squares = <A>(N: Analytic<A>) =>
  (target: Tensor) => (scores: Grid<A>): A => sum(N)([scores.entries.length], i => {
    const away = N.sub(scores.entries[i] as A, N.of(target.data[i] ?? NaN))
    return N.mul(away, away)
  })

const ofSquares = (loss: LossOf<Tensor>): LossSubject<Tensor> =>
  ({ name: 'wrong', targets: matrices, loss, definition: squares })

const bySlope = (change: (gradient: Tensor, target: Tensor, scores: Tensor) => Tensor): LossSubject<Tensor> =>
  ofSquares(target =>
    scores => ({ ...squared(target)(scores), gradient: change(squared(target)(scores).gradient, target, scores) }))

const ofSoftmax = (loss: LossOf<Labels>): LossSubject<Labels> =>
  ({ name: 'wrong', targets: labels, drawn: matrices, loss, definition: definition.softmaxCrossEntropy })

const changed = (change: (found: Assessed, right: Labels, scores: Tensor) => Assessed): LossSubject<Labels> =>
  ofSoftmax(right => scores => change(softmaxCrossEntropy(right)(scores), right, scores))

const exchanged = (t: Tensor, i: number, j: number): Tensor => T.fromFlat(t.shape, Array.from(t.data, (a, k) =>
  (k === i ? t.data[j] ?? a : k === j ? t.data[i] ?? a : a)))

/** Whatever the module remembers of the call before. */
const rememberingScores = (): LossOf<Tensor> => {
  let last: Tensor | undefined
  return target => scores => {
    const seen = last !== undefined && last.data.length === scores.data.length ? last : scores
    last = scores
    return { ...squared(target)(scores), gradient: squared(target)(seen).gradient }
  }
}

/** A function that was made once for a target, and answers the first scores for ever. */
const answeringOnce: LossOf<Tensor> = target => {
  let kept: Assessed | undefined
  return scores => (kept ??= squared(target)(scores))
}

const rememberingTarget = (): LossOf<Tensor> => {
  let current: Tensor
  return target => {
    current = target
    return scores => squared(current.data.length === scores.data.length ? current : target)(scores)
  }
}

const inBuffer = (): LossOf<Tensor> => {
  const buffers = new Map<number, Float64Array>()
  return target => scores => {
    const { value, gradient } = squared(target)(scores)
    const data = buffers.get(gradient.data.length) ?? new Float64Array(gradient.data.length)
    buffers.set(data.length, data)
    data.set(gradient.data)
    return { value, gradient: { shape: gradient.shape, data } }
  }
}

const counting = (): LossOf<Tensor> => {
  let calls = 0
  return target => scores => {
    calls += 1
    const { value, gradient } = squared(target)(scores)
    return { value: calls % 3 === 0 ? value + 1 : value, gradient }
  }
}

const wrongOnTensors: ReadonlyArray<readonly [string, string, LossSubject<Tensor>]> = [
  ['the mean of squares for their sum', 'value', ofSquares(
    t => s => ({ ...squared(t)(s), value: squared(t)(s).value / s.data.length })
  )],
  ['a gradient without its factor 2', 'gradient', bySlope(g => T.div(g, 2))],
  ['a gradient of the other sign', 'gradient', bySlope(g => T.neg(g))],
  ['a gradient whose rows are exchanged', 'gradient', bySlope(g => T.flip(g, 0))],
  ['a gradient whose first and 13th entries are exchanged', 'gradient', bySlope(g => exchanged(g, 0, 12))],
  ['a gradient off by a relative 1e-8 in its last entry', 'gradient', bySlope(
    g => T.fromFlat(g.shape, Array.from(g.data, (a, i) =>
      (i === g.data.length - 1 ? a * (1 + 1e-8) : a)))
  )],
  ['a gradient in single precision', 'gradient', bySlope(g => T.map(g, Math.fround))],
  ['a gradient transposed where that fits', 'gradient', bySlope(g => (g.shape[0] === g.shape[1] ? T.transpose(g) : g))],
  ['a gradient clipped at 100', 'gradient', bySlope(g => T.clip(g, -100, 100))],
  ['a gradient that is NaN at 0', 'gradient', bySlope(g => T.map(g, a => (a === 0 ? NaN : a)))],
  ['a value that is infinite beyond 1e6', 'value', ofSquares(
    t => s => ({ ...squared(t)(s), value: squared(t)(s).value > 1e6 ? Infinity : squared(t)(s).value })
  )],
  ['a loss that raises for one example', 'value', ofSquares(t => s => {
    if (s.shape[0] === 1) throw new RangeError('no batch')
    return squared(t)(s)
  })],
  ['a flat gradient', 'form', bySlope(g => T.flatten(g))],
  ['a gradient without the axis of one example', 'form', bySlope(g => (g.shape[0] === 1 ? T.flatten(g) : g))],
  ['a gradient with the axes exchanged', 'form', bySlope(g => T.transpose(g))],
  ['a gradient with an entry too many', 'form', bySlope(
    g => ({ shape: g.shape, data: Float64Array.of(...g.data, 0) })
  )],
  ['a gradient for one example only', 'form', bySlope(g => T.slice(g, [{ stop: 1 }]))],
  ['an array for an answer', 'form', ofSquares(t => s => [squared(t)(s).value, squared(t)(s).gradient] as never)],
  ['a tensor for a value', 'form', ofSquares(
    t => s => ({ ...squared(t)(s), value: T.scalar(squared(t)(s).value) as never })
  )],
  ['a nested array for a gradient', 'form', ofSquares(
    t => s => ({ ...squared(t)(s), gradient: T.toNested(squared(t)(s).gradient) as never })
  )],
  ['an answer without a gradient', 'form', ofSquares(t => s => ({ value: squared(t)(s).value }) as never)],
  ['a gradient at the scores of the call before', 'purity', ofSquares(rememberingScores())],
  ['a target kept for all', 'purity', ofSquares(rememberingTarget())],
  ['the first scores answered for ever', 'purity', ofSquares(answeringOnce)],
  ['gradients in one buffer', 'purity', ofSquares(inBuffer())],
  ['every third value off by 1', 'purity', ofSquares(counting())],
  ['scores written over', 'purity', ofSquares(t => s => {
    const found = squared(t)(s)
    ;(s.data as Float64Array).fill(0)
    return found
  })],
  ['the target written over', 'purity', ofSquares(t => s => {
    const found = squared(t)(s)
    ;(t.data as Float64Array).fill(0)
    return found
  })]
]

const wrongOnLabels: ReadonlyArray<readonly [string, string, LossSubject<Labels>]> = [
  ['softmax summed over examples', 'value', changed(
    (found, right) => ({ ...found, value: found.value * right.length })
  )],
  ['softmax whose gradient is not divided by the examples', 'gradient', changed(
    (found, right) => ({ ...found, gradient: T.mul(found.gradient, right.length) })
  )],
  ['softmax with the first label for all', 'value', ofSoftmax(
    right => softmaxCrossEntropy(right.map(() => right[0] ?? 0))
  )],
  ['softmax with labels in reverse', 'value', ofSoftmax(right => softmaxCrossEntropy([...right].reverse()))],
  ['softmax with labels sorted', 'value', ofSoftmax(right => softmaxCrossEntropy([...right].sort((a, b) => a - b)))],
  ['softmax over examples where that fits', 'value', ofSoftmax(right => scores => softmaxCrossEntropy(right)(
    scores.shape[0] === scores.shape[1] ? T.transpose(scores) : scores))],
  ['softmax without its largest taken off', 'value', {
    ...changed((found, right, scores) => ({ ...found, value:
      Math.log(Array.from(scores.data, Math.exp).reduce((a, b) => a + b, 0)) - (scores.data[right[0] ?? 0] ?? 0) })),
    drawn: (_, c) => fc.array(fc.integer({ min: -999, max: 999 }), { minLength: c, maxLength: c }).map(
      data => T.fromFlat([1, c], data)
    ),
    targets: (_, c) => labels(1, c)
  }],
  ['softmax whose largest score has no gradient', 'gradient', changed(
    found => ({ ...found, gradient: T.map(found.gradient, a => (a === T.item(T.max(found.gradient)) ? 0 : a)) })
  )]
]

interface Beta {
  readonly beta: number
}

const smoothL1 = (slope: (away: number, beta: number) => number) =>
  ({ beta = 1 }: Partial<Beta>): LossOf<Tensor> => target => scores => {
    const away = T.sub(scores, target)
    return {
      value: T.item(T.sum(T.map(away, a => (Math.abs(a) < beta ? a * a / (2 * beta) : Math.abs(a) - beta / 2)))),
      gradient: T.map(away, a => slope(a, beta))
    }
  }

const rightSlope = (a: number, beta: number): number => (Math.abs(a) < beta ? a / beta : Math.sign(a))

const ofBeta = (loss: (options: Partial<Beta>) => LossOf<Tensor>): LossSubject<Tensor, Beta> => ({
  name: 'wrong', targets: matrices, drawn: matrices, options: { beta: fc.constantFrom(0.5, 1, 4) },
  defaults: { beta: 1 }, loss,
  definition: N => ({ beta }) => target => scores => sum(N)([scores.entries.length], i => {
    const away = N.sub(scores.entries[i] as never, N.of(target.data[i] ?? NaN))
    return N.div(definition.huber(N)(N.of(beta))(away), N.of(beta))
  })
})

const verdictOf = (laws: ReadonlyArray<Claim>, law: string): string =>
  laws.find(({ id }) => id === `wrong/${law}`)?.judge(effort(100, 1)).verdict ?? 'no such law'

test.each(wrongOnTensors)(
  '%s is refuted by %s', (_, law, subject) => expect(verdictOf(lossLaws(subject), law)).toBe('refuted')
)

test.each(wrongOnLabels)(
  '%s is refuted by %s', (_, law, subject) => expect(verdictOf(lossLaws(subject), law)).toBe('refuted')
)

test('beta forgotten in the gradient is refuted, with a definition and without', () => {
  const forgotten = smoothL1(a => Math.max(-1, Math.min(1, a)))
  expect(verdictOf(lossLaws(ofBeta(forgotten)), 'gradient')).toBe('refuted')
  const fixed: LossSubject<Tensor> = { name: 'wrong', targets: matrices, loss: forgotten({ beta: 0.5 }) }
  expect([1, 2, 3, 4].map(
    seed => lossLaws(fixed).find(({ id }) => id.endsWith('gradient'))?.judge(effort(100, seed)).verdict
  ))
    .toEqual(['refuted', 'refuted', 'refuted', 'refuted'])
})

test('a default other than the documented one is refuted, by its law alone', () => {
  const laws = lossLaws(ofBeta(options => smoothL1(rightSlope)({ beta: 2, ...options })))
  expect(laws.filter(({ judge }) => judge(effort(100)).verdict === 'refuted').map(({ id }) => id)).toEqual(
    ['wrong/defaults']
  )
})

const absolute = (atZero: number): LossSubject<Tensor> => ({
  name: 'wrong', targets: matrices, drawn: matrices,
  loss: t => s => {
    const away = T.sub(s, t)
    return { value: T.item(T.sum(T.abs(away))), gradient: T.map(away, a => (a === 0 ? atZero : Math.sign(a))) }
  },
  definition: N => t => s => sum(N)([s.entries.length], i => {
    const away = N.sub(s.entries[i] as never, N.of(t.data[i] ?? NaN))
    return N.max(away, N.sub(N.of(0), away))
  })
})

test('at a kink a message says what is whose, and any slope between is accepted if that is asked for', () => {
  const judged = lossLaws(absolute(0)).find(({ id }) => id === 'wrong/gradient')?.judge(effort(100))
  expect(judged).toHaveProperty('counterexample.detail', expect.stringContaining('at a kink of the definition'))
  expect(verdictOf(lossLaws({ ...absolute(0), atKinks: 'any' }), 'gradient')).toBe('supported')
  expect(verdictOf(lossLaws({ ...absolute(1.5), atKinks: 'any' }), 'gradient')).toBe('refuted')
})

test('scores that are tied share one slope', () => {
  const largest = (shares: (ties: number) => number): LossSubject<null> => ({
    name: 'wrong', targets: () => fc.constant(null), atKinks: 'any',
    drawn: (n, c) => matrices(n, c).map(t => T.map(t, a => Math.sign(a))),
    loss: () => s => {
      const most = T.item(T.max(s))
      const ties = [...s.data].filter(a => a === most).length
      return { value: most, gradient: T.map(s, a => (a === most ? shares(ties) : 0)) }
    },
    definition: N => () => s => s.entries.reduce(N.max)
  })
  expect(verdictOf(lossLaws(largest(ties => 1 / ties)), 'gradient')).toBe('supported')
  expect(verdictOf(lossLaws(largest(() => 1)), 'gradient')).toBe('refuted')
})

test('an answer of the wrong form is refuted once, in words, and is no evidence for any other law', () => {
  const judged = lossLaws(ofSquares(t => s => [squared(t)(s).value, squared(t)(s).gradient] as never)).map(
    ({ judge }) => judge(effort(100))
  )
  expect(judged.map(({ verdict }) => verdict)).toEqual(['refuted', 'vacuous', 'vacuous', 'vacuous'])
  expect(judged[0]).toHaveProperty('counterexample.detail', expect.stringContaining(
    'the answer should be { value, gradient }, a number and a tensor, and is an array'
  ))
})

test('what is undefined is no evidence, and what is infinite beside a number is refuted', () => {
  const entropy = (loss: LossOf<Labels>): LossSubject<Labels> => ({
    name: 'wrong', targets: labels, drawn: (n, c) => matrices(n, c).map(t => T.map(t, Math.abs)), loss,
    definition: N => right => s => N.sub(N.of(0), sum(N)([right.length], i => N.log(s.at(i, right[i] ?? 0))))
  })
  const chosen = (right: Labels, s: Tensor): ReadonlyArray<number> => right.map((y, i) => T.at(s, [i, y]))
  const negativeLog: LossOf<Labels> = right => s => ({
    value: -chosen(right, s).reduce((total, p) => total + Math.log(p), 0),
    gradient: T.tabulate(s.shape, (i, j) => (j === right[i] ? -1 / T.at(s, [i, j ?? 0]) : 0))
  })
  expect(['value', 'gradient'].map(law => verdictOf(lossLaws(entropy(negativeLog)), law))).toEqual(
    ['supported', 'supported']
  )
  const wrong: LossOf<Labels> = right => s => {
    const { value, gradient } = negativeLog(right)(s)
    return { value: chosen(right, s).some(p => p === 1) ? Infinity : value, gradient }
  }
  expect(verdictOf(lossLaws(entropy(wrong)), 'value')).toBe('refuted')
})

test('a suite is built without a call', () => {
  const never = (): never => expect.fail('called')
  expect(lossLaws({ name: 'wrong', loss: never, definition: never, targets: labels }).length).toBe(4)
})

test('the margin of a hinge loss is drawn', () => {
  const family: LossSubject<Labels, { readonly margin: number }> = {
    name: 'wrong', targets: labels, options: { margin: fc.constantFrom(0, 1, 10) }, defaults: { margin: 1 },
    loss: () => right => multiclassSvm(right), definition: N => ({ margin }) => definition.multiclassSvm(N, margin)
  }
  expect(verdictOf(lossLaws(family), 'value')).toBe('refuted')
})
