import { type Claim, claim, equalEntries, everyCase, sampled } from '../../../src/claim/index.js'
import { affine } from '../../../src/layer/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { quarters } from '../../../properties/cases/quarters.js'
import { sparsely } from '../../../properties/cases/sparsely.js'
import { roundsEach } from '../../../properties/judges/roundsEach.js'
import { sameBits } from '../../../properties/judges/sameBits.js'
import { spaced } from './spaced.js'

const source = 'Gaze assignment, question 1'

const printedAffine = [
  0.04735376, 0.0917982, 0.13624265, 0.18068709, 0.22513154, 0.26957598, 0.31402043, 0.35846487, 0.40290932, 0.44735376
]

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'gaze/affine-layer/printed-test', title: 'The affine layer gives the ten printed numbers',
      source: `${source}, test of the affine layer`, spoken: 'it is about code, files or time',
      statement: String.raw`\text{our affine layer, on one example 4x3x3, with inputs, weights and biases at even distances, gives ten numbers: to eight decimals they are the printed ones}`,
      rows: ['E228-FC-01', 'E228-FC-02']
    },
    everyCase('the printed test', [{ spacing: 'even' }], () => {
      const { y } = affine({ w: spaced(-0.1, 0.1, [36, 10]), b: spaced(-0.2, 0.2, [10]) })(
        spaced(-0.2, 0.2, [1, 4, 3, 3])
      )
      return roundsEach(y, printedAffine, 8, 'y')
    })
  ),
  sparsely(claim(
    {
      id: 'gaze/affine-layer/any-rank',
      title: 'An example of any shape is read as one row, and its cotangent has that shape again, bit for bit',
      source: `${source}, affine layer`, spoken: 'it is about code, files or time',
      statement: String.raw`\text{our affine layer makes of drawn examples 2x1x3 what it makes of the same numbers in rows of six; backwards it gives the same numbers too, those by the input in its shape}`,
      rows: ['N231-LAY-01', 'HW1-SYS-15']
    },
    sampled<{ readonly x: Tensor; readonly w: Tensor; readonly dy: Tensor }>(
      { x: quarters([2, 2, 1, 3], 12), w: quarters([6, 2], 12), dy: quarters([2, 2], 12) },
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
