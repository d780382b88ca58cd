import fc, { type Arbitrary } from 'fast-check'
import * as definition from '../../src/definition/index.js'
import {
  crossEntropy, logisticLoss, type MarginOptions, multiclassSvm, softmaxCrossEntropy
} from '../../src/loss/index.js'
import { type Analytic, type Grid, sum } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { labels, type LossSubject } from '../losses/loss.js'
import { sizesUpTo } from '../cases/numbers.js'
import { besideFirst } from './largest.js'

/** A label of -1 or +1 for each example. */
const signs = (examples: number): Arbitrary<ReadonlyArray<number>> =>
  fc.array(fc.constantFrom(-1, 1), { minLength: examples, maxLength: examples })

/** Rows of eighths that add up to 1, none of them 0 unless told so. */
const distributions = (least: number) => (examples: number, classes: number): Arbitrary<Tensor> =>
  fc.array(
    fc.array(fc.integer({ min: least, max: 2 }), { minLength: classes - 1, maxLength: classes - 1 }),
    { minLength: examples, maxLength: examples })
    .map(rows => T.fromNested(rows.map(row => [...row, 8 - row.reduce((a, b) => a + b, 0)].map(k => k / 8))))

/**
 * The largest score of each row taken off first, the logarithm of 1 and the other terms, and the label's entry as minus the sum of the
 * others.
 */
const printedSoftmax = <A>(N: Analytic<A>) => (right: ReadonlyArray<number>) => (scores: Grid<A>) => {
  const total = (terms: ReadonlyArray<A>): A => sum(N)([terms.length], j => terms[j] ?? N.of(0))
  const examples = N.of(right.length)
  const rows = right.map((label, i) => printedRow(N, label, scores, i))
  return {
    value: N.div(total(rows.map(({ value }) => value)), examples),
    gradient: rows.flatMap(({ gradient }) => gradient.map(g => N.div(g, examples)))
  }
}

/** The same, each example times the weight of its label, and all divided by the sum of these. */
const printedWeighted = <A>(N: Analytic<A>) => ({ weights, ignored }: definition.ClassWeights) =>
  (right: ReadonlyArray<number>) => (scores: Grid<A>) => {
    const total = (terms: ReadonlyArray<A>): A => sum(N)([terms.length], j => terms[j] ?? N.of(0))
    const each = right.map(label => N.of(label === ignored ? 0 : weights[label] ?? NaN))
    const rows = right.map((label, i) => printedRow(N, label === ignored ? 0 : label, scores, i))
    const weighted = (terms: ReadonlyArray<A>): ReadonlyArray<A> => terms.map((a, i) => N.mul(a, each[i] as A))
    return {
      value: N.div(total(weighted(rows.map(({ value }) => value))), total(each)),
      gradient: rows.flatMap(({ gradient }, i) => gradient.map(g => N.div(N.mul(g, each[i] as A), total(each))))
    }
  }

const printedRow = <A>(
  N: Analytic<A>, label: number, scores: Grid<A>, i: number
): { readonly value: A; readonly gradient: ReadonlyArray<A> } => {
  const total = (terms: ReadonlyArray<A>): A => sum(N)([terms.length], j => terms[j] ?? N.of(0))
  const row = Array.from({ length: scores.shape[1] ?? 0 }, (_, j) => scores.at(i, j))
  const largest = row.reduce(N.max)
  const powers = row.map(s => N.exp(N.sub(s, largest)))
  const others = besideFirst(N)(row, powers)
  const shares = powers.map((e, j) => (j === label ? N.of(0) : N.div(e, total(powers))))
  return {
    value: N.sub(N.log1p(total(others)), N.sub(scores.at(i, label), largest)),
    gradient: shares.map((p, j) => (j === label ? N.sub(N.of(0), total(shares)) : p))
  }
}

/** On either side by the exponential that cannot overflow. */
const printedLogistic = <A>(N: Analytic<A>) => (signs: ReadonlyArray<number>) => (scores: Grid<A>) => {
  const [zero, one, count] = [N.of(0), N.of(1), N.of(signs.length)]
  const rows = signs.map((sign, i) => {
    const margin = N.mul(N.of(sign), scores.entries[i] ?? zero)
    const small = N.exp(N.sub(zero, N.max(margin, N.sub(zero, margin))))
    const share = N.div(N.where(margin, zero, small, one), N.add(one, small))
    return {
      value: N.add(N.max(zero, N.sub(zero, margin)), N.log1p(small)),
      gradient: N.div(N.mul(N.of(-sign), share), count)
    }
  })
  return {
    value: N.div(sum(N)([rows.length], i => rows[i]?.value ?? zero), count),
    gradient: rows.map(({ gradient }) => gradient)
  }
}

/** Term by term; where p is 0, nothing is divided. */
const printedCrossEntropy = <A>(N: Analytic<A>) => (p: Tensor) => (q: Grid<A>) => {
  const rows = N.of(p.shape[0] ?? 0)
  const weights = Array.from(p.data, weight => N.of(-weight))
  const terms = q.entries.map((a, i) => (p.data[i] === 0 ? N.of(0) : N.mul(weights[i] as A, N.log(a))))
  return {
    value: N.div(sum(N)([terms.length], i => terms[i] as A), rows),
    gradient: q.entries.map((a, i) => (p.data[i] === 0 ? N.of(0) : N.div(N.div(weights[i] as A, a), rows)))
  }
}

type Labels = ReadonlyArray<number>

const upTo = (largest: number) =>
  (examples: number, classes: number): Arbitrary<Tensor> => sizesUpTo(largest, [examples, classes])

/** Probabilities from 1e-300 to 1. */
const smallProbabilities = (examples: number, classes: number): Arbitrary<Tensor> =>
  fc.array(fc.integer({ min: 0, max: 300 }), { minLength: examples * classes, maxLength: examples * classes })
    .map(exponents => T.fromFlat([examples, classes], exponents.map(e => Number(`1e-${e}`))))

/** Labels of which some are -1, which stands for none, but not all. */
const someIgnored = (examples: number, classes: number): Arbitrary<Labels> =>
  fc.tuple(
    labels(examples, classes), fc.array(fc.boolean(), { minLength: examples, maxLength: examples }),
    fc.nat(examples - 1)
  )
    .map(([all, left, kept]) => all.map((label, i) => (left[i] === true && i !== kept ? -1 : label)))

// as many weights as there can be classes, of which the first are taken
const classOptions = {
  weights: fc.array(fc.constantFrom(1, 0.125, 0.3, 0.75), { minLength: 4, maxLength: 4 }), ignored: fc.constant(-1)
}

interface LossSubjects {
  readonly weightedCrossEntropy: LossSubject<Labels, definition.ClassWeights>
  readonly softmaxCrossEntropy: LossSubject<Labels>
  readonly multiclassSvm: LossSubject<Labels, Pick<MarginOptions, 'margin'>>
  readonly weightedSvm: LossSubject<Labels, definition.ClassWeights>
  readonly logisticLoss: LossSubject<Labels>
  readonly crossEntropy: LossSubject<Tensor>
}

/** The losses as exported, with their definitions. */
export const lossSubjects: LossSubjects = {
  softmaxCrossEntropy: {
    name: 'softmaxCrossEntropy', loss: softmaxCrossEntropy, definition: definition.softmaxCrossEntropy,
    printed: printedSoftmax,
    targets: labels, extremes: upTo(1e307)
  },
  weightedCrossEntropy: {
    name: 'weightedCrossEntropy', options: classOptions,
    loss: ({ weights, ignored }) => right => scores =>
      softmaxCrossEntropy(right, { weights: weights.slice(0, scores.shape[1]), ignored })(scores),
    definition: definition.weightedCrossEntropy, printed: printedWeighted, targets: someIgnored, extremes: upTo(1e307)
  },
  multiclassSvm: {
    name: 'multiclassSvm', options: { margin: fc.constantFrom(0, 0.25, 1, 3, 10, 0.1) }, defaults: { margin: 1 },
    loss: options => labels => multiclassSvm(labels, options),
    definition: N => ({ margin }) => definition.multiclassSvm(N, margin),
    targets: labels, extremes: upTo(1e307)
  },
  weightedSvm: {
    name: 'weightedSvm', options: classOptions,
    loss: ({ weights, ignored }) => right => scores =>
      multiclassSvm(right, { weights: weights.slice(0, scores.shape[1]), ignored })(scores),
    definition: N => definition.weightedSvm(N), targets: someIgnored, extremes: upTo(1e307)
  },
  logisticLoss: {
    name: 'logisticLoss', loss: logisticLoss, definition: definition.logisticLoss, printed: printedLogistic,
    targets: signs, scores: 1, extremes: upTo(1e307)
  },
  crossEntropy: {
    name: 'crossEntropy', loss: crossEntropy, definition: N => p => definition.crossEntropy(N)(T.toGrid(p)),
    printed: printedCrossEntropy,
    targets: distributions(0), drawn: distributions(1), extremes: smallProbabilities
  }
}
