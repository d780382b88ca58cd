import fc, { type Arbitrary } from 'fast-check'
import { atMost, type Claim, claim, everyCase, type Plain, sampled } from '../../src/claim/index.js'
import * as definition from '../../src/definition/index.js'
import { crossEntropy, logisticLoss, type MarginOptions, multiclassSvm, softmaxCrossEntropy } from '../../src/loss/index.js'
import { fullyConnectedNet, parameterShapes, threeLayerConvNet, twoLayerConvNet } from '../../src/model/index.js'
import { type Analytic, ball, type Grid, point, type Shape, sizeOf, sum, toInterval } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { labels, lossLaws, type LossSubject } from './loss.js'
import { sizesUpTo } from '../cases/numbers.js'

/** A label of -1 or +1 for each example. */
const signs = (examples: number): Arbitrary<ReadonlyArray<number>> =>
  fc.array(fc.constantFrom(-1, 1), { minLength: examples, maxLength: examples })

/** Rows of eighths that add up to 1, none of them 0 unless told so. */
const distributions = (least: number) => (examples: number, classes: number): Arbitrary<Tensor> =>
  fc.array(
    fc.array(fc.integer({ min: least, max: 2 }), { minLength: classes - 1, maxLength: classes - 1 }),
    { minLength: examples, maxLength: examples })
    .map(rows => T.fromNested(rows.map(row => [...row, 8 - row.reduce((a, b) => a + b, 0)].map(k => k / 8))))

/** The largest score of each row taken off first, and the label's entry as minus the sum of the others. */
const printedSoftmax = <A>(N: Analytic<A>) => (right: ReadonlyArray<number>) => (scores: Grid<A>) => {
  const total = (terms: ReadonlyArray<A>): A => sum(N)([terms.length], (j = 0) => terms[j] ?? N.of(0))
  const [examples, classes] = [right.length, scores.shape[1] ?? 0]
  const rows = right.map((label, i) => {
    const row = Array.from({ length: classes }, (_, j) => scores.at(i, j))
    const largest = row.reduce(N.max)
    const powers = row.map(s => N.exp(N.sub(s, largest)))
    const shares = powers.map((e, j) => (j === label ? N.of(0) : N.div(e, total(powers))))
    return {
      value: N.sub(N.log(total(powers)), N.sub(scores.at(i, label), largest)),
      gradient: shares.map((p, j) => (j === label ? N.sub(N.of(0), total(shares)) : p))
    }
  })
  return {
    value: N.div(total(rows.map(({ value }) => value)), N.of(examples)),
    gradient: rows.flatMap(({ gradient }) => gradient.map(g => N.div(g, N.of(examples))))
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
      value: N.add(N.max(zero, N.sub(zero, margin)), N.log(N.add(one, small))),
      gradient: N.div(N.mul(N.of(-sign), share), count)
    }
  })
  return {
    value: N.div(sum(N)([rows.length], (i = 0) => rows[i]?.value ?? zero), count),
    gradient: rows.map(({ gradient }) => gradient)
  }
}

/** Term by term; where p is 0, nothing is divided. */
const printedCrossEntropy = <A>(N: Analytic<A>) => (p: Tensor) => (q: Grid<A>) => {
  const rows = N.of(p.shape[0] ?? 0)
  const weights = Array.from(p.data, weight => N.of(-weight))
  const terms = q.entries.map((a, i) => (p.data[i] === 0 ? N.of(0) : N.mul(weights[i] as A, N.log(a))))
  return {
    value: N.div(sum(N)([terms.length], (i = 0) => terms[i] as A), rows),
    gradient: q.entries.map((a, i) => (p.data[i] === 0 ? N.of(0) : N.div(N.div(weights[i] as A, a), rows)))
  }
}

const coarse = ball(40)

const nearLog: Claim = claim(
  {
    id: 'initial-loss/near-log',
    title: 'The loss of scores that are nearly equal is nearly the logarithm of the number of classes: off by no more than they differ',
    statement: String.raw`|L - \log C| \le \max_{ij} s_{ij} - \min_{ij} s_{ij}`,
    source: 'Notes on CS231n, sanity check of the softmax loss; notebook on convolutional networks, sanity check',
    rows: ['N231-FC-07', 'C231-3L-01', 'E228-SM-03']
  },
  sampled<{ readonly scores: ReadonlyArray<number>; readonly right: ReadonlyArray<number>; readonly scale: number }>(
    {
      scores: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 6, maxLength: 6 }), right: labels(2, 3),
      scale: fc.constantFrom(1, 2 ** -4, 2 ** -10)
    },
    ({ scores, right, scale }) => {
      const s = scores.map(k => k * scale)
      const loss = softmaxCrossEntropy(right)(T.fromFlat([2, 3], s)).value
      const [log, spread] = [coarse.log(coarse.of(3)), coarse.of(Math.max(...s) - Math.min(...s))]
      return [
        atMost<Plain>(point(loss), toInterval(coarse.add(log, spread)), 'from above'),
        atMost<Plain>(toInterval(coarse.sub(log, spread)), point(loss), 'from below')
      ]
    })
)

interface Initial {
  readonly net: string
  readonly shapes: Readonly<Record<string, Shape>>
  readonly weightScale: number
  readonly reg: number
  readonly printed: readonly [number, number]
}

// How much a penalty of reg / 2 times the squared weights added to a loss in print. The sum of n squares of normal numbers of deviation s
// has mean n s^2 and deviation s^2 sqrt(2 n).
const initials: ReadonlyArray<Initial> = [
  {
    net: '15-20-30-10', shapes: parameterShapes(fullyConnectedNet({ hidden: [20, 30] }), [15]),
    weightScale: 0.05, reg: 3.14, printed: [2.3003803, 6.6600091]
  },
  {
    net: 'three-layer ConvNet', shapes: parameterShapes(threeLayerConvNet(), [3, 32, 32]),
    weightScale: 1e-3, reg: 0.5, printed: [2.302586071243988, 2.508255638232933]
  },
  {
    net: 'two-layer ConvNet', shapes: parameterShapes(twoLayerConvNet(), [3, 32, 32]),
    weightScale: 1e-3, reg: 1, printed: [2.3024942537348783, 2.3443364674260807]
  }
]

const initialPenalty: Claim = claim(
  {
    id: 'initial-loss/penalty',
    title: 'The penalties in print are those of half the regularisation, within three standard deviations of their draws',
    statement: String.raw`E = \tfrac\lambda2 \sigma^2 n,\quad |\Delta L - E| \le 3 \tfrac\lambda2 \sigma^2 \sqrt{2n}`,
    source: 'Gaze assignment, question 1, initial loss; notebooks on convolutional networks, sanity checks',
    rows: ['E228-FCN-02', 'C231-3L-02', 'HW1-CN-06']
  },
  everyCase('three nets', initials, ({ net, shapes, weightScale, reg, printed: [without, withPenalty] }) => {
    const weights = Object.entries(shapes).reduce((n, [name, shape]) => n + (name.endsWith('.w') ? sizeOf(shape) : 0), 0)
    const unit = reg / 2 * weightScale ** 2
    return [atMost<Plain>(Math.abs(withPenalty - without - unit * weights), 3 * unit * Math.sqrt(2 * weights), net)]
  })
)

type Labels = ReadonlyArray<number>

const upTo = (largest: number) => (examples: number, classes: number): Arbitrary<Tensor> => sizesUpTo(largest, [examples, classes])

/** Probabilities from 1e-300 to 1. */
const smallProbabilities = (examples: number, classes: number): Arbitrary<Tensor> =>
  fc.array(fc.integer({ min: 0, max: 300 }), { minLength: examples * classes, maxLength: examples * classes })
    .map(exponents => T.fromFlat([examples, classes], exponents.map(e => Number(`1e-${e}`))))

interface LossSubjects {
  readonly softmaxCrossEntropy: LossSubject<Labels>
  readonly multiclassSvm: LossSubject<Labels, MarginOptions>
  readonly logisticLoss: LossSubject<Labels>
  readonly crossEntropy: LossSubject<Tensor>
}

/** The losses as exported, with their definitions. */
export const lossSubjects: LossSubjects = {
  softmaxCrossEntropy: {
    name: 'softmaxCrossEntropy', loss: softmaxCrossEntropy, definition: definition.softmaxCrossEntropy, printed: printedSoftmax,
    targets: labels, extremes: upTo(1e307)
  },
  multiclassSvm: {
    name: 'multiclassSvm', options: { margin: fc.constantFrom(0, 0.25, 1, 3, 10, 0.1) }, defaults: { margin: 1 },
    loss: options => labels => multiclassSvm(labels, options), definition: N => ({ margin }) => definition.multiclassSvm(N, margin),
    targets: labels, extremes: upTo(1e307)
  },
  logisticLoss: {
    name: 'logisticLoss', loss: logisticLoss, definition: definition.logisticLoss, printed: printedLogistic,
    targets: signs, scores: 1, extremes: upTo(1e307)
  },
  crossEntropy: {
    name: 'crossEntropy', loss: crossEntropy, definition: N => p => definition.crossEntropy(N)(T.toGrid(p)), printed: printedCrossEntropy,
    targets: distributions(0), drawn: distributions(1), extremes: smallProbabilities
  }
}

/** The laws of the losses as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...lossLaws(lossSubjects.softmaxCrossEntropy),
  ...lossLaws(lossSubjects.multiclassSvm),
  ...lossLaws(lossSubjects.logisticLoss),
  ...lossLaws(lossSubjects.crossEntropy),
  nearLog,
  initialPenalty
]
