import type { Claim } from '../../../../src/claim/index.js'
import {
  sigmoid as sigmoidDefinition, softmaxCrossEntropy as lossDefinition
} from '../../../../src/definition/index.js'
import { sigmoid } from '../../../../src/layer/index.js'
import { softmaxCrossEntropy } from '../../../../src/loss/index.js'
import { ball, fromEntries, type Interval, toInterval } from '../../../../src/number/index.js'
import * as T from '../../../../src/tensor/index.js'
import { inDoubles } from './comparison.js'

type Rows = ReadonlyArray<ReadonlyArray<number>>

interface Labelled {
  readonly scores: Rows
  readonly labels: ReadonlyArray<number>
}

const N = ball(160)

const total = (xs: ReadonlyArray<number>): number => xs.reduce((a, b) => a + b, 0)

const knownLoss = ({ scores, labels }: Labelled): ReadonlyArray<Interval> => {
  const grid = fromEntries([scores.length, scores[0]?.length ?? 0], scores.flat().map(N.of))
  return [toInterval(lossDefinition(N)(labels)(grid))]
}

const ourLoss = ({ scores, labels }: Labelled): ReadonlyArray<number> =>
  [softmaxCrossEntropy(labels)(T.fromNested(scores)).value]

/** -np.log(P[range(N), y]).sum() / N, where each row of P is exp of scores from which a number is taken off, over its sum. */
const byProbabilities = (taken: (row: ReadonlyArray<number>, all: Rows) => number) =>
  ({ scores, labels }: Labelled): ReadonlyArray<number> => [total(scores.map((row, i) => {
    const powers = row.map(s => Math.exp(s - taken(row, scores)))
    return -Math.log((powers[labels[i] ?? 0] ?? NaN) / total(powers))
  })) / scores.length]

/** 1.0 / (1.0 + math.exp(-x)) */
const asWritten = (x: number): number => 1 / (1 + Math.exp(-x))

const knownSigmoid = (x: number): ReadonlyArray<Interval> => [toInterval(sigmoidDefinition(N)(N.of(x)))]

const knownSlope = (x: number): ReadonlyArray<Interval> => {
  const y = sigmoidDefinition(N)(N.of(x))
  return [toInterval(N.mul(y, N.sub(N.of(1), y)))]
}

/** Losses and activations of the notes that leave the doubles on the way, where their values do not. */
export const claims: ReadonlyArray<Claim> = [
  inDoubles<Labelled>({
    name: 'softmax-of-all',
    title: 'With the largest of all scores taken off, a row a thousand below is 0/0, and the loss NaN',
    words:
      'In doubles, with the largest of all scores taken off, the mean loss of class 1 is NaN for the rows ' +
      '(1000, 0), (0, 0), and .20273 for (744, 0), (0, -1). As exported it is the true one but for rounding.',
    source: 'Notes on CS231n, assignment 1, softmax without loops', rows: ['N231-SMX-13'],
    text: 'P = exp(S - S.max()), each row over its sum, in doubles',
    tex: String.raw`P_{ij} = \frac{e^{S_{ij} - \max S}}{\sum_k e^{S_{ik} - \max S}} \text{, in doubles}`,
    correction: 'softmaxCrossEntropy as exported',
    gives: [[NaN], [0.20273]],
    cases: [{ scores: [[1000, 0], [0, 0]], labels: [0, 0] }, { scores: [[744, 0], [0, -1]], labels: [0, 0] }],
    known: knownLoss, printed: byProbabilities((_, all) => Math.max(...all.flat())), ours: ourLoss
  }),
  inDoubles<Labelled>({
    name: 'log-of-softmax',
    title: 'The log of a probability that is no double is infinite where the loss is 1000',
    words:
      'In doubles, minus the log of the second probability is infinite for the scores 1000 and 0, and ' +
      '744.44 for 745 and 0. The loss as exported is 1000 and 745, as it is in truth but for rounding.',
    source: 'Notes on CS231n, assignment 1, softmax with loops', rows: ['N231-SMX-14'],
    text: '-log(softmax[y]), in doubles', tex: String.raw`-\log \mathrm{softmax}(f)_y \text{, in doubles}`,
    correction: 'softmaxCrossEntropy as exported',
    gives: [[Infinity], [744.44]],
    cases: [{ scores: [[1000, 0]], labels: [1] }, { scores: [[745, 0]], labels: [1] }],
    known: knownLoss, printed: byProbabilities(row => Math.max(...row)), ours: ourLoss
  }),
  inDoubles<Labelled>({
    name: 'log-of-sum',
    title: 'With nothing taken off the loss of scores 1000 and 999 is infinite, where it is log(1 + 1/e)',
    words:
      'In doubles, the log of the sum of exponentials, less the first score, is infinite ' +
      'for the scores 1000 and 999. The loss as exported is log(1 + 1/e), but for rounding.',
    source: 'Notes on CS231n, softmax classifier', rows: ['N231-SMX-15'],
    text: '-f_y + log sum_j e^{f_j}, in doubles',
    tex: String.raw`-f_y + \log \textstyle\sum_j e^{f_j} \text{, in doubles}`,
    correction: 'softmaxCrossEntropy as exported',
    gives: [[Infinity]],
    cases: [{ scores: [[1000, 999]], labels: [0] }],
    known: knownLoss,
    printed: ({ scores, labels }) =>
      [total(scores.map((row, i) => -(row[labels[i] ?? 0] ?? NaN) + Math.log(total(row.map(Math.exp)))))],
    ours: ourLoss
  }),
  inDoubles<number>({
    name: 'sigmoid-as-written',
    title: 'The exponential in 1 / (1 + exp(-s)) is infinite at s = -710, and the sigmoid 0 where it is 4.5e-309',
    words:
      'In doubles, one over the sum of one and the exponential of 710 is 0. ' +
      'The sigmoid as exported is the true one at -710, but for rounding.',
    source: 'Notes on CS231n, code of one neuron, and backpropagation in practice', rows: ['N231-NN-03', 'N231-BP-13'],
    text: '1 / (1 + exp(-s)), in doubles', tex: String.raw`\frac1{1 + e^{-s}} \text{, in doubles}`,
    correction: 'sigmoid as exported',
    gives: [[0]],
    cases: [-710], known: knownSigmoid, printed: s => [asWritten(s)],
    ours: s => [T.item(sigmoid(T.fromFlat([1], [s])).y)]
  }),
  inDoubles<number>({
    name: 'sigmoid-slope',
    title: 'The product sigma (1 - sigma) is 0 at 40, where the derivative is 4.2e-18',
    words:
      'In doubles, the sigmoid at 40 times what it lacks of 1 is 0. The ' +
      'pullback of the sigmoid as exported is the true slope, but for rounding.',
    source: 'Notes on CS231n, backpropagation, sigmoid example', rows: ['N231-NN-03'],
    text: '(1 - sigma) sigma, in doubles', tex: String.raw`(1 - \sigma)\,\sigma \text{, in doubles}`,
    correction: 'the pullback of sigmoid as exported',
    gives: [[0]],
    cases: [40], known: knownSlope, printed: s => [(1 - asWritten(s)) * asWritten(s)],
    ours: s => [T.item(sigmoid(T.fromFlat([1], [s])).pullback(T.ones([1])).dx)]
  })
]
