import { type Claim, claim, everyCase, roundsTo } from '../../../src/claim/index.js'
import { affine, type Layer, type Named, type Params } from '../../../src/layer/index.js'
import { l2Penalty, softmaxCrossEntropy } from '../../../src/loss/index.js'
import { twoLayerNet } from '../../../src/model/index.js'
import { orThrow } from '../../../src/prelude/index.js'
import { run, seedOf } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { objective } from '../../../src/train/index.js'
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
      source: `${source}, test of the two-layer net`, spoken: 'it is about code, files or time',
      statement: String.raw`\text{our two-layer net, with inputs, weights and biases at even distances, gives the 18 printed scores to eight decimals, and the printed losses, without a penalty and with one, to ten}`,
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
  claim(
    {
      id: 'gaze/two-layer-net/hidden-relu',
      title: 'With hidden biases from -12 to 12 a test sees it: scores and losses differ in the first digits',
      source: `${source}, test of the two-layer net, completed`,
      statement: String.raw`\text{our two-layer net, with hidden biases at even distances from -12 to 12, gives seven known scores and the losses 3.6741016695, 26.7987200092 with a penalty, and 3.3495510544 without its relu}`,
      spoken: 'it is about code, files or time',
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
