import {
  type Claim, claim, equal, equalEntries, erratum, everyCase, type Judge, type Plain, sampled
} from '../../../../src/claim/index.js'
import type { Params } from '../../../../src/layer/index.js'
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

const weights = {
  wi: quarters([2, hidden], 20, 0), bi: quarters([hidden], 20, 0),
  wo: quarters([hidden, 1], 20, 0), bo: quarters([1], 20, 0)
}

const columns: Claim = sparsely(claim(
  {
    id: 'object-recognition-2/logistic-net/columns',
    title: 'With a point in each row the net is that of the formula, transposed',
    statement: String.raw`\text{our logistic net with three hidden units makes of four drawn points, one in each row, exactly what the formula makes of them in columns, with both matrices of weights transposed}`,
    spoken: 'it is about code, files or time',
    source,
    rows: ['A2-NN-01', 'A2-SYS-26']
  },
  sampled<Weights & { readonly x: Tensor }>({ ...weights, x: quarters([2, 4], 20, 0) }, given => {
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
    statement: String.raw`\text{our logistic net takes five points in the plane as five rows of two numbers}`,
    spoken: 'it is about code, files or time',
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
    statement: String.raw`\text{what the code of the document makes of a drawn slope of the loss, for each parameter of the net with three hidden units, is exactly what our pullback makes of it}`,
    spoken: 'it is about code, files or time',
    source: 'Object recognition assignment 2, task 1.2',
    rows: ['A2-GR-06', 'A2-SYS-27']
  },
  sampled<Weights & { readonly x: Tensor; readonly slope: number }>(
    { ...weights, x: quarters([1, 2], 20, 0), slope: quarter(20) },
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

/** The laws of the net that the assignment trains on the double moon. */
export const claims: ReadonlyArray<Claim> = [columns, rows, printedGradient]
