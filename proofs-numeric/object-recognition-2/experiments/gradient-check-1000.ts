import type { Params } from '../../../src/layer/index.js'
import { logisticLoss } from '../../../src/loss/index.js'
import { logisticNet } from '../../../src/model/index.js'
import { tabulate } from '../../../src/prelude/index.js'
import { normals, run as draw, seedOf } from '../../../src/random/index.js'
import { eachOf, everyCase, type Study, studyOf } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'

const documented = { nets: 1000, hidden: 3, step: 1e-8 }
const largest = 1e-6
const named = ['Wi', 'bi', 'Wo', 'bo'] as const

/** The document's check of gradients: formulas against central differences at a thousand random nets and points. */
export const experiment: Study = studyOf({
  name: 'gradient-check-1000', document: 'object-recognition-2', place: 'task 1.4', title: 'A thousand gradient checks',
  about: 'Gradients by the chain rule against central differences with step 1e-8, at random nets of 3 hidden units and random points.',
  reported: 'The mean difference of no parameter is above 1e-6, in any of 1000 nets.',
  documented, short: documented, seconds: { short: 3, documented: 3 },
  draw: ({ nets, hidden }, seed) => draw(normals([nets, 3 + 4 * hidden + 1]), seedOf(seed)),
  run: function* ({ settings: { nets, hidden, step }, data }) {
    const deltas = yield* eachOf('nets', tabulate(nets, i => [...T.row(data, i).data]), one => differences(one, hidden, step))
    const worst = named.map((_, k) => Math.max(...deltas.map(of => of[k] ?? NaN)))
    const failed = deltas.filter(of => of.some(delta => !(delta <= largest))).length
    return {
      results: { nets, failed, worst: Object.fromEntries(named.map((name, k) => [name, worst[k] ?? NaN])) },
      tables: [{
        title: 'mean absolute differences', columns: ['parameter', 'median', 'largest'],
        rows: named.map((name, k) => [
          name, median(deltas.map(of => of[k] ?? NaN)).toExponential(1), (worst[k] ?? NaN).toExponential(1)
        ])
      }],
      pictures: [],
      findings: [everyCase({
        id: 'gradient-check-1000/success', rows: ['A2-GR-11', 'A2-GR-12'],
        statement: 'the mean absolute difference of each parameter is at most 1e-6 in every net'
      }, [{
        name: `${nets} nets`, holds: failed === 0,
        found: `${failed} fail; the largest is ${Math.max(...worst).toExponential(1)}`
      }])]
    }
  }
})

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** The mean absolute difference of each parameter, at a net and a point made of standard normal numbers; the sign of one is the label. */
const differences = (
  [x0 = NaN, x1 = NaN, sign = NaN, ...rest]: ReadonlyArray<number>, hidden: number, step: number
): ReadonlyArray<number> => {
  const x = T.fromNested([[x0, x1]])
  const net = logisticNet({ hidden })
  const loss = logisticLoss([sign < 0 ? -1 : 1])
  const state: Params = [{}, {}, {}]
  const [w1, b1, w2] = [2 * hidden, 3 * hidden, 4 * hidden]
  const params: Params = [
    { w: T.fromFlat([2, hidden], rest.slice(0, w1)), b: T.fromFlat([hidden], rest.slice(w1, b1)) }, {},
    { w: T.fromFlat([hidden, 1], rest.slice(b1, w2)), b: T.fromFlat([1], rest.slice(w2)) }
  ]
  const { y, pullback } = net.train(params, state)(x)
  const { dp } = pullback(loss(y).gradient)
  const at = (layer: number, name: string, tensor: T.Tensor): number =>
    loss(net.infer(params.map((of, k) => (k === layer ? { ...of, [name]: tensor } : of)), state)(x)).value
  return [0, 2].flatMap(layer => ['w', 'b'].map(name => {
    const [value, exact] = [params[layer]?.[name] as T.Tensor, dp[layer]?.[name] as T.Tensor]
    const moved = (i: number, by: number): T.Tensor =>
      T.fromFlat(value.shape, Array.from(value.data, (a, j) => (j === i ? a + by : a)))
    const sum = Array.from(exact.data, (slope, i) =>
      Math.abs(slope - (at(layer, name, moved(i, step)) - at(layer, name, moved(i, -step))) / (2 * step))
    ).reduce((a, b) => a + b, 0)
    return sum / value.data.length
  }))
}
