import { allOf, type Claim, equal, erratum, everyCase, type Plain } from '../../../../src/claim/index.js'
import { scaledToRange, standardised } from '../../../../src/data/index.js'
import { moments, standardiser } from '../../../../src/definition/index.js'
import { numericGradient } from '../../../../src/difference/index.js'
import { BatchNorm, batchNorm, dropout } from '../../../../src/layer/index.js'
import { ball, type Interval, toInterval } from '../../../../src/number/index.js'
import { orThrow } from '../../../../src/prelude/index.js'
import { run, seedOf } from '../../../../src/random/index.js'
import * as T from '../../../../src/tensor/index.js'
import { refuses } from '../../../../properties/judges/refuses.js'
import { inDoubles } from './comparison.js'

type Column = ReadonlyArray<number>

const N = ball(160)
const eps = 1e-5
const gradients = 'Notes on CS231n, computing the gradient numerically'
const forwardPass = 'Notes on CS231n, assignment 2, batch normalisation, forward pass'

const mean = (xs: Column): number => xs.reduce((a, b) => a + b, 0) / xs.length
const variance = (xs: Column): number => mean(xs.map(x => (x - mean(xs)) ** 2))
const ofColumn = (xs: Column): T.Tensor => T.fromFlat([xs.length, 1], xs)

/** (f(x + h) - f(x)) / h at each entry, as stored in an array of this kind. */
const forwardDifferences = (stored: (x: number) => number, f: (xs: Column) => number) =>
  (xs: Column): ReadonlyArray<number> =>
    xs.map((_, i) => (f(xs.map((x, j) => stored(i === j ? x + 1e-5 : x))) - f(xs)) / 1e-5)

const sumOfSquares = (xs: Column): number => xs.reduce((s, x) => s + x * x, 0)

const standardisedColumn = (xs: Column): ReadonlyArray<Interval> => {
  const of = standardiser(N)(moments(N)([xs.length], n => N.of(xs[n] ?? NaN)), N.of(eps))
  return xs.map(x => toInterval(of(N.of(x))))
}

/** Inference of the notes after one batch: running averages that start at 0, with momentum .9. */
const afterOneBatch = (xs: Column): ReadonlyArray<number> => {
  const [runningMean, runningVariance] = [0.9 * 0 + (1 - 0.9) * mean(xs), 0.9 * 0 + (1 - 0.9) * variance(xs)]
  return xs.map(x => (x - runningMean) / Math.sqrt(runningVariance + eps))
}

const oursAfterOneBatch = (xs: Column): ReadonlyArray<number> => {
  const layer = BatchNorm()
  const { init, state } = orThrow(layer.build([1]))
  const params = run(init, seedOf(1))
  const trained = layer.train(params, run(state, seedOf(1)))(ofColumn(xs)).state
  return [...layer.infer(params, trained)(ofColumn(xs)).data]
}

/** (x - x.mean()) / sqrt(x.var() + eps) in single precision, each operation rounded to it. */
const inSingles = (xs: Column): ReadonlyArray<number> => {
  const f = Math.fround
  const average = (ys: Column): number => f(ys.reduce((a, b) => f(a + b), 0) / ys.length)
  const middle = average(xs)
  const deviation = f(Math.sqrt(f(average(xs.map(x => f(f(x - middle) ** 2))) + eps)))
  return xs.map(x => f(f(x - middle) / deviation))
}

/** Differences, preprocessing and normalisation of the notes where rounding takes all their digits, or 0 is divided by 0. */
export const claims: ReadonlyArray<Claim> = [
  inDoubles<Column>({
    name: 'gradient-of-whole-numbers',
    title: 'In an array of whole numbers the step 1e-5 is cut off, and the numeric gradient is 0 everywhere',
    words:
      'The squared length is differenced at 1, 2, 3 by steps of 1e-5, in an array that stores ' +
      'whole numbers: the gradient is 0, 0, 0. The numeric gradient as exported is 2, 4, 6.',
    source: gradients,
    rows: ['N231-GRD-02'],
    text: 'x[i] = x[i] + h, stored as a whole number',
    tex: String.raw`x_i := x_i + h \text{, stored as a whole number}`, correction: 'numericGradient as exported',
    gives: [[0, 0, 0]],
    cases: [[1, 2, 3]], known: xs => xs.map(x => 2 * x), printed: forwardDifferences(Math.trunc, sumOfSquares),
    ours: xs => [...numericGradient(at => T.dot(at, at), { h: 2 ** -10 })(T.fromFlat([xs.length], xs)).data]
  }),
  inDoubles<Column>({
    name: 'fixed-step',
    title: 'With the step 1e-5 the numeric gradient of x itself is 0 at 1e12, where doubles are 1.2e-4 apart',
    words:
      'In doubles, x itself is differenced at 1e12 by a step of 1e-5: the slope ' +
      'is 0. The numeric gradient as exported, with the step that it takes, is 1.',
    source: gradients,
    rows: ['N231-GRD-03'],
    text: '(f(x + 1e-5) - f(x)) / 1e-5, in doubles',
    tex: String.raw`\frac{f(x + 10^{-5}) - f(x)}{10^{-5}} \text{, in doubles}`,
    correction: 'numericGradient as exported, with the step that it takes',
    gives: [[0]],
    cases: [[1e12]], known: () => [1], printed: forwardDifferences(x => x, xs => xs[0] ?? NaN),
    ours: xs => [...numericGradient(T.item)(T.fromFlat([1], xs)).data]
  }),
  inDoubles<Column>({
    name: 'constant-feature',
    title: 'A feature that is the same in all examples becomes 0/0 when divided by its deviation or range',
    words:
      'In doubles, a feature that is 5 in both examples becomes NaN when it is ' +
      'standardised, and when its range is scaled. The functions as exported make it 0.',
    source: 'Notes on CS231n, data preprocessing', rows: ['N231-PRE-02'],
    text: '(x - mean) / std and 2 (x - min) / (max - min) - 1, in doubles',
    tex: String.raw`\frac{x - \mu}{\sigma} \text{ and } 2\,\frac{x - \min}{\max - \min} - 1 \text{, in doubles}`,
    correction: 'standardised and scaledToRange as exported, which give zeros',
    gives: [[NaN, NaN, NaN, NaN]],
    cases: [[5, 5]], known: xs => [...xs, ...xs].map(() => 0),
    printed: xs => [
      ...xs.map(x => (x - mean(xs)) / Math.sqrt(variance(xs))),
      ...xs.map(x => 2 * (x - Math.min(...xs)) / (Math.max(...xs) - Math.min(...xs)) - 1)
    ],
    ours: xs => [standardised, scaledToRange].flatMap(prepare => [...prepare(ofColumn(xs))(ofColumn(xs)).data])
  }),
  inDoubles<Column>({
    name: 'averages-from-zero',
    title: 'Running statistics that start at 0 are a tenth of a batch\'s: inference gives 6, training gave 1',
    words:
      'Averages that start at 0 keep .9 of themselves at a batch of 0 and 2, and make -.31621 and 6.008 ' +
      'of it. The layer as exported makes of it what training did, near -1 and 1, but for rounding.',
    source: forwardPass, rows: ['N231-BN-03'],
    text: 'running = momentum * running + (1 - momentum) * sample, from 0', tex:
      String.raw`r_t = m\, r_{t-1} + (1 - m)\, s_t,\ r_0 = 0`, correction: 'BatchNorm as exported: what training gave',
    gives: [[-0.31621, 6.008]],
    cases: [[0, 2]], known: standardisedColumn, printed: afterOneBatch, ours: oursAfterOneBatch
  }),
  inDoubles<Column>({
    name: 'mean-in-singles',
    title: 'In single precision 1e8 and 1e8 + 8 have the mean 1e8, and become 0 and 1.41 for -1 and 1',
    words:
      'In single precision, 1e8 and 1e8 + 8 become 0 and 1.4142 when they are standardised. By ' +
      'the layer as exported they become what they should, near -1 and 1, but for rounding.',
    source: forwardPass, rows: ['N231-BN-09'],
    text: '(x - x.mean()) / sqrt(x.var() + eps), in single precision',
    tex: String.raw`\frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} \text{, in single precision}`,
    correction: 'batchNorm as exported',
    gives: [[0, 1.4142]],
    cases: [[1e8, 1e8 + 8]], known: standardisedColumn, printed: inSingles,
    ours: xs => [...batchNorm({ eps })({ gamma: T.ones([1]), beta: T.zeros([1]) })(ofColumn(xs)).y.data]
  }),
  erratum(
    {
      id: 'cs231n-notes/in-doubles/mask-of-nothing',
      title: 'With nothing to keep the mask is 0/0, and the output NaN; the layer as exported refuses it',
      statement:
        '\\text{Where the probability to keep an entry is 0, the drawn .5 makes NaN of the inputs 1 and 2, ' +
        'and no 0. The layer as exported refuses 0; for 1/2, 1/4 and 1/8 an entry that is not kept is 0.}',
      spoken: 'it is about code, files or time',
      source: 'Notes on CS231n, assignment 2, dropout, forward pass', rows: ['N231-DO-04']
    },
    {
      printed: {
        text: 'x (u < p) / p is 0 for p = 0, where nothing is kept',
        tex: String.raw`x\,[u < p] / p \text{ is } 0 \text{ for } p = 0 \text{, where nothing is kept}`,
        givesNoNumber: true,
        judge: everyCase('x = 1, 2 and u = .5', [1, 2], x =>
          [equal<Plain>(x * (Number(0.5 < Number(0)) / Number(0)), 0, 'output')])
      },
      corrected: {
        text: 'p = 0 is refused, and for p = 2^-k what is not kept is 0',
        tex: String.raw`p = 0 \text{ is refused, and for } p = 2^{-k} \text{ what is not kept is } 0`,
        judge: allOf('p = 0, and p = 1/2, 1/4, 1/8', [
          {
            label: 'p = 0',
            judge: everyCase('p = 0', [0], p =>
              [refuses(() => dropout({ keepProbability: p, mask: T.zeros([1]) })(T.ones([1])), 'dropout')])
          },
          {
            label: 'p above 0',
            judge: everyCase('p = 1/2, 1/4, 1/8', [0.5, 0.25, 0.125], p =>
              [equal<Plain>(T.item(dropout({ keepProbability: p, mask: T.zeros([1]) })(T.ones([1])).y), 0)])
          }
        ])
      }
    }
  )
]
