import {
  type Claim, claim, equal, equalEntries, erratum, everyCase, type Judge, type Plain, sampled
} from '../../../../src/claim/index.js'
import { affine, type Params } from '../../../../src/layer/index.js'
import { logisticNet } from '../../../../src/model/index.js'
import { attempt } from '../../../../src/prelude/index.js'
import * as T from '../../../../src/tensor/index.js'
import type { Tensor } from '../../../../src/tensor/index.js'
import { quarter, quarters } from '../../../../properties/cases/quarters.js'
import { sparsely } from '../../../../properties/cases/sparsely.js'

// The net of the assignment: h = relu(x Wi + bi), f = h Wo + bo. Inputs are quarters, for which doubles are exact.

const source = 'Object recognition assignment 2, question 1'
const hidden = 3
const net = logisticNet({ hidden })
const noState: Params = [{}, {}, {}]

interface Weights {
  readonly wi: Tensor
  readonly bi: Tensor
  readonly wo: Tensor
  readonly bo: Tensor
}

const paramsOf = ({ wi, bi, wo, bo }: Weights): Params => [{ w: wi, b: bi }, {}, { w: wo, b: bo }]

const weights = (units: number) =>
  ({ wi: quarters([2, units], 20, 0), bi: quarters([units], 20, 0), wo: quarters([units, 1], 20, 0), bo: quarters(
    [1], 20, 0
  ) })

const columns: Claim = sparsely(claim(
  {
    id: 'object-recognition-2/logistic-net/columns',
    title: 'With a point in each row the net is that of the formula, transposed',
    statement: String.raw`Y = W_o \max(0, W_i X + B_i) + B_o,\quad W_i = w_i^T,\ W_o = w_o^T`,
    source,
    rows: ['A2-NN-01', 'A2-SYS-26']
  },
  sampled<Weights & { readonly x: Tensor }>({ ...weights(hidden), x: quarters([2, 4], 20, 0) }, given => {
    const { wi, bi, wo, bo, x } = given
    const h = T.maximum(0, T.add(T.matmul(T.transpose(wi), x), T.expandDims(bi, 1)))
    const y = T.add(T.matmul(T.transpose(wo), h), bo)
    return equalEntries(net.infer(paramsOf(given), noState)(T.transpose(x)), T.transpose(y), 'y')
  })
))

/** That the net takes five points in this layout. */
const takes = (layout: ReadonlyArray<number>): Judge => everyCase('five points', [layout], shape => {
  const params = paramsOf({ wi: T.ones([2, hidden]), bi: T.zeros([hidden]), wo: T.ones([hidden, 1]), bo: T.zeros([1]) })
  return [equal<Plain>(Number(attempt(() => net.infer(params, noState)(T.ones(shape)))._tag === 'Right'), 1, 'taken')]
})

const rows: Claim = erratum(
  {
    id: 'object-recognition-2/logistic-net/points-in-rows',
    title: 'The net takes a point in each row, as its training points are, not in each column',
    statement: String.raw`X \in \mathbb R^{N \times 2}`,
    source: 'Object recognition assignment 2, forward pass in code',
    rows: ['A2-NN-07']
  },
  {
    printed: { text: 'X of shape (2, 5) for five points', tex:
      String.raw`X \in \mathbb R^{2 \times 5} \text{ for five points}`, judge: takes([2, 5]) },
    corrected: { text: 'X of shape (5, 2) for five points', tex:
      String.raw`X \in \mathbb R^{5 \times 2} \text{ for five points}`, judge: takes([5, 2]) }
  }
)

const printedGradient: Claim = sparsely(claim(
  {
    id: 'object-recognition-2/logistic-net/printed-gradient',
    title: 'What the code makes of the slope of the loss is what the pullback makes of it, for every parameter',
    statement: String.raw`dW_i = s\, x \otimes ([h > 0] w_o),\ db_i = s\, [h > 0] w_o,\ dW_o = s\, h,\ db_o = s`,
    source: 'Object recognition assignment 2, task 1.2',
    rows: ['A2-GR-06', 'A2-SYS-27']
  },
  sampled<Weights & { readonly x: Tensor; readonly slope: number }>(
    { ...weights(hidden), x: quarters([1, 2], 20, 0), slope: quarter(20) },
    given => {
      const { wi, bi, wo, x, slope } = given
      const h = T.maximum(0, T.add(T.matmul(x, wi), bi))
      const masked = T.mul(T.where(T.greater(h, 0), T.reshape(wo, [1, hidden]), 0), slope)
      const [first = {}, , last = {}] = net.train(paramsOf(given), noState)(x).pullback(T.fromNested([[slope]])).dp
      return [
        ...equalEntries(first['w'] ?? x, T.matmulTN(x, masked), 'dWi'),
        ...equalEntries(first['b'] ?? x, T.reshape(masked, [hidden]), 'dbi'),
        ...equalEntries(last['w'] ?? x, T.mul(T.transpose(h), slope), 'dWo'),
        ...equalEntries(last['b'] ?? x, T.fromNested([slope]), 'dbo')
      ]
    })
))

const halfPlane: Claim = sparsely(claim(
  {
    id: 'object-recognition-2/logistic-net/one-unit',
    title: 'With one hidden unit the region of class 1 is a half-plane, everything or nothing',
    statement: String.raw`b_o \le 0 < w_o: x w_i + b_i > -b_o / w_o;\quad w_o < 0 < b_o: x w_i + b_i < -b_o / w_o`,
    source: 'Object recognition assignment 2, task 1.8',
    rows: ['A2-TR-11']
  },
  sampled<Weights & { readonly x: Tensor }>({ ...weights(1), x: quarters([4, 2], 20, 0) }, given => {
    const [wo, bo] = [T.item(given.wo), T.item(given.bo)]
    // the line on which the output would vanish without the rectifier; multiplied out, so that nothing is rounded
    const side = T.add(T.mul(affine({ w: given.wi, b: given.bi })(given.x).y, wo), bo)
    const region = bo > 0 && wo >= 0 ? T.ones(side.shape)
      : bo <= 0 && wo <= 0 ? T.zeros(side.shape) : T.greater(side, 0)
    return equalEntries(
      T.greater(logisticNet({ hidden: 1 }).infer(paramsOf(given), noState)(given.x), 0), region, 'class 1'
    )
  })
))

/** The laws of the net that the assignment trains on the double moon. */
export const claims: ReadonlyArray<Claim> = [columns, rows, printedGradient, halfPlane]
