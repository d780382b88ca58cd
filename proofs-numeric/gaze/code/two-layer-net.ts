import { type Claim, claim, equal, equalEntries, everyCase, type Plain, roundsTo } from '../../../src/claim/index.js'
import { affine, type Layer, type Named, type Params } from '../../../src/layer/index.js'
import { l2Penalty, softmaxCrossEntropy } from '../../../src/loss/index.js'
import { twoLayerNet } from '../../../src/model/index.js'
import { fraction, type Rational, rational, sum } from '../../../src/number/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import { run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { objective } from '../../../src/train/index.js'
import { measured } from '../../../properties/judges/measured.js'
import { roundsEach } from '../../../properties/judges/roundsEach.js'
import { spaced } from './spaced.js'

const [examples, inputs, hidden, classes] = [3, 5, 50, 7]
const x = T.transpose(spaced(-5.5, 4.5, [inputs, examples]))
const labels = [0, 5, 1]

/** The parameters of the test; its hidden biases run from -0.1 to 0.9. */
const paramsWith = (b: Tensor): Params => [
  { w: spaced(-0.7, 0.3, [inputs, hidden]), b }, {},
  { w: spaced(-0.3, 0.4, [hidden, classes]), b: spaced(-0.9, 0.1, [classes]) }
]

const printedParams = paramsWith(spaced(-0.1, 0.9, [hidden]))

/** With these biases 45 of the 150 hidden values are below 0, none of them near it. */
const tellingParams = paramsWith(spaced(-12, 12, [hidden]))

const net: Layer = twoLayerNet({ hidden, classes })
const state = run(orThrow(net.build([inputs])).state, seedOf(1))

/** The printed test of the two-layer net. */
export const twoLayerTest: Readonly<{
  net: Layer; state: Params; params: Params; x: Tensor; labels: ReadonlyArray<number>
}> =
  { net, state, params: printedParams, x, labels }

const scores = (params: Params): Tensor => net.infer(params, state)(x)

const through = (p: Named | undefined, given: Tensor): Tensor =>
  affine({ w: p?.['w'] as Tensor, b: p?.['b'] as Tensor })(given).y

const hiddenValues = ([first]: Params): Tensor => through(first, x)

/** Two affine maps, and f in between; the document's code has nothing in between. */
const between = (f: (h: Tensor) => Tensor, params: Params): Tensor => through(params[2], f(hiddenValues(params)))

/** Number k of so many evenly spaced ones, in tenths. */
const tenth = (low: number, high: number, count: number) => (k: number): Rational =>
  rational.div(rational.add(rational.of(low), fraction(BigInt((high - low) * k), BigInt(count - 1))), rational.of(10))

/** The smallest hidden value of the printed test in fractions, of the arrays as linspace lays them out. */
const smallestHidden = (): Rational => {
  const of = { x: tenth(-55, 45, inputs * examples), w: tenth(-7, 3, inputs * hidden), b: tenth(-1, 9, hidden) }
  const values = Array.from({ length: examples * hidden }, (_, k) => {
    const [n, j] = [Math.floor(k / hidden), k % hidden]
    return rational.add(
      sum(rational)([inputs], d => rational.mul(of.x(d * examples + n), of.w(d * hidden + j))), of.b(j)
    )
  })
  return values.reduce((a, b) => (rational.compare(a, b) <= 0 ? a : b))
}

const lossAt = (params: Params, reg: number): number =>
  objective({ model: net, loss: softmaxCrossEntropy, penalty: l2Penalty(reg, 'half') })(params, state)(x, labels).value

const source = 'Gaze assignment, question 1'

// The last of the seven columns is cut off in print.
const printedScores = [
  [11.53165108, 12.2917344, 13.05181771, 13.81190102, 14.57198434, 15.33206765],
  [12.05769098, 12.74614105, 13.43459113, 14.1230412, 14.81149128, 15.49994135],
  [12.58373087, 13.20054771, 13.81736455, 14.43418138, 15.05099822, 15.66781506]
]

const tellingScores = [69.40853629, 70.2091514, 71.00976651, 71.81038162, 72.61099673, 73.41161184, 74.21222694]

/** The printed test of the two-layer net, on the functions as exported, and the one that it lacks. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/two-layer-net/printed-test',
      title: 'The two-layer net gives the printed scores, and with labels the printed losses',
      source: `${source}, test of the two-layer net`, statement: String.raw`s = \max(0, x W_1 + b_1) W_2 + b_2`,
      rows: ['E228-TL-02', 'E228-TL-03']
    },
    everyCase('the printed test', [{ biases: 'from -0.1 to 0.9' }], () => [
      ...printedScores.flatMap(
        (row, i) => row.flatMap((one, j) => roundsTo(T.at(scores(printedParams), [i, j]), one, 8, `scores[${i},${j}]`))
      ),
      ...roundsTo(lossAt(printedParams, 0), 3.4702243556, 10, 'loss'),
      ...roundsTo(lossAt(printedParams, 1), 26.5948426952, 10, 'loss with its penalty')
    ])
  ),
  measured(claim(
    {
      id: 'gaze/two-layer-net/blind',
      title: 'That test cannot see whether the hidden layer has a ReLU: its smallest hidden value is 45123/11620',
      source: `${source}, test of the two-layer net`,
      statement: String.raw`\min (x W_1 + b_1) = \tfrac{45123}{11620} > 0`, rows: ['E228-TL-01']
    },
    everyCase('the printed test', [{ biases: 'from -0.1 to 0.9' }], () => [
      ...equalEntries(between(h => h, printedParams), scores(printedParams), 'scores'),
      ...roundsTo(T.item(T.min(hiddenValues(printedParams))), 3.8832185886, 10, 'smallest hidden value'),
      equal<Plain>(smallestHidden(), fraction(45123n, 11620n), 'smallest hidden value, in fractions')
    ])
  )),
  claim(
    {
      id: 'gaze/two-layer-net/hidden-relu',
      title: 'With hidden biases from -12 to 12 a test sees it: scores and losses differ in the first digits',
      source: `${source}, test of the two-layer net, completed`,
      statement: String.raw`L = 3.6741016695,\ \text{without ReLU } 3.3495510544`,
      rows: ['E228-TL-05']
    },
    everyCase('the telling test', [{ biases: 'from -12 to 12' }], () => [
      ...roundsEach(scores(tellingParams), tellingScores, 8, 'scores'),
      ...roundsTo(lossAt(tellingParams, 0), 3.6741016695, 10, 'loss'),
      ...roundsTo(lossAt(tellingParams, 1), 26.7987200092, 10, 'loss with its penalty'),
      ...roundsTo(softmaxCrossEntropy(labels)(between(h => h, tellingParams)).value, 3.3495510544, 10, 'loss without ReLU')
    ])
  )
]
