import { atMost, type Claim, claim, equal, equalEntries, everyCase, type Plain, sampled } from '../../src/claim/index.js'
import { numericGradient, relativeError } from '../../src/difference/index.js'
import { Affine, affine, type Params, relu, sequence } from '../../src/layer/index.js'
import { l2Penalty, softmaxCrossEntropy } from '../../src/loss/index.js'
import * as T from '../../src/tensor/index.js'
import { sameBits } from '../judges/sameBits.js'
import type { Tensor } from '../../src/tensor/index.js'
import { objective } from '../../src/train/index.js'
import { spaced, twoLayerTest } from './gazeTests.js'
import { quartersOf } from '../cases/quarters.js'
import { sparsely } from '../cases/sparsely.js'

const printedRelu = [
  [0, 0, 0, 0],
  [0, 0, 0.04545455, 0.13636364],
  [0.22727273, 0.31818182, 0.40909091, 0.5]
]

/** The gradients of the printed test by every parameter, of its net and of the same two affine maps with nothing between. */
const gradients = (reg: number): readonly [Params, Params] => {
  const { net, state, params, x, labels } = twoLayerTest
  const [first = {}, , last = {}] = params
  const linear = sequence({ hidden: Affine(50), scores: Affine(7) })
  const penalty = l2Penalty(reg, 'half')
  const whole = objective({ model: net, loss: softmaxCrossEntropy, penalty })(params, state)(x, labels).gradient
  const without = objective({ model: linear, loss: softmaxCrossEntropy, penalty })([first, last], [{}, {}])(x, labels).gradient
  return [whole.filter((_, k) => k !== 1), without]
}

/** The relative error of central differences of the loss by the last bias. */
const errorOfBias = (reg: number): number => {
  const { net, state, params, x, labels } = twoLayerTest
  const [first = {}, , last = {}] = params
  const at = (b: Tensor) =>
    objective({ model: net, loss: softmaxCrossEntropy, penalty: l2Penalty(reg, 'half') })([first, {}, { ...last, b }], state)(x, labels)
  const bias = last['b'] ?? T.zeros([0])
  return relativeError(numericGradient(b => at(b).value, { h: 1e-5 })(bias), at(bias).gradient[2]?.['b'] ?? bias)
}

const question1 = 'Gaze assignment, question 1'

/** What else the first part of the gaze assignment tests, on the functions as exported. */
export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze-tests/relu', title: 'The relu gives the twelve printed numbers, and beside them the printed error to its last digit',
      source: `${question1}, test of the relu`, statement: String.raw`\max(0, x)`, rows: ['E228-RELU-01']
    },
    everyCase('the printed test', [printedRelu], printed =>
      [equal<Plain>(relativeError(relu(spaced(-0.5, 0.5, [3, 4])).y, T.fromNested(printed)), 4.999999798022158e-8, 'relative error')])
  ),
  claim(
    {
      id: 'gaze-tests/blind-gradients',
      title: 'The printed gradient checks pass, and they pass without the ReLU as well: all gradients are the same',
      source: `${question1}, test of the two-layer net`,
      statement: String.raw`\nabla L(\text{affine} - \text{relu} - \text{affine}) = \nabla L(\text{affine} - \text{affine})`,
      rows: ['E228-TL-04']
    },
    everyCase('the printed test, regularisation 0 and .7', [0, 0.7], reg => {
      const [whole, without] = gradients(reg)
      return [
        ...whole.flatMap((named, k) => Object.entries(named).flatMap(([name, g]) =>
          equalEntries(g, without[k]?.[name] ?? T.zeros([0]), `d${name}${k + 1}`))),
        atMost<Plain>(errorOfBias(reg), 1e-7, 'error of b2, asked to be about 1e-7 or less')
      ]
    })
  ),
  sparsely(claim(
    {
      id: 'affine/any-rank', title: 'An example of any shape is read as one row, and its cotangent has that shape again, bit for bit',
      source: `${question1}, affine layer`,
      statement: String.raw`x \in \mathbb R^{N \times d_1 \times \dots \times d_k}:\ dx \in \mathbb R^{N \times d_1 \times \dots \times d_k}`,
      rows: ['N231-LAY-01', 'HW1-SYS-15']
    },
    sampled<{ readonly x: Tensor; readonly w: Tensor; readonly dy: Tensor }>(
      { x: quartersOf([2, 2, 1, 3], 12), w: quartersOf([6, 2], 12), dy: quartersOf([2, 2], 12) },
      ({ x, w, dy }) => {
        const layer = affine({ w, b: T.ones([2]) })
        const [images, rows] = [layer(x), layer(T.reshape(x, [2, 6]))]
        return [
          ...equalEntries(images.y, rows.y, 'y'),
          ...sameBits(images.pullback(dy).dx, T.reshape(rows.pullback(dy).dx, x.shape), 'dx'),
          ...equalEntries(images.pullback(dy).dp.w, rows.pullback(dy).dp.w, 'dw')
        ]
      })
  ))
]
