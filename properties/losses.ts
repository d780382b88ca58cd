import fc, { type Arbitrary } from 'fast-check'
import { atMost, type Claim, claim, everyCase, type Plain, sampled } from '../src/claim/index.js'
import * as definition from '../src/definition/index.js'
import { crossEntropy, logisticLoss, multiclassSvm, softmaxCrossEntropy } from '../src/loss/index.js'
import { fullyConnectedNet, parameterShapes, threeLayerConvNet, twoLayerConvNet } from '../src/model/index.js'
import { type Analytic, ball, type Grid, point, type Shape, sizeOf, sum, toInterval } from '../src/number/index.js'
import * as T from '../src/tensor/index.js'
import type { Tensor } from '../src/tensor/index.js'
import { labels, lossLaws } from './loss.js'

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

/** The laws of the losses as exported. */
export const claims: ReadonlyArray<Claim> = [
  ...lossLaws({
    name: 'softmaxCrossEntropy', loss: softmaxCrossEntropy, definition: definition.softmaxCrossEntropy, printed: printedSoftmax,
    targets: labels
  }),
  ...lossLaws({ name: 'multiclassSvm', loss: multiclassSvm, definition: N => definition.multiclassSvm(N), targets: labels }),
  ...lossLaws({ name: 'logisticLoss', loss: logisticLoss, definition: definition.logisticLoss, targets: signs, scores: 1 }),
  ...lossLaws({
    name: 'crossEntropy', loss: crossEntropy, definition: N => p => definition.crossEntropy(N)(T.toGrid(p)),
    targets: distributions(0), drawn: distributions(1)
  }),
  nearLog,
  initialPenalty
]
