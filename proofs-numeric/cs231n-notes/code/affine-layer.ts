import { type Claim, equal, equalEntries, erratum, everyCase, type Plain } from '../../../src/claim/index.js'
import { affine, flatten } from '../../../src/layer/index.js'
import * as T from '../../../src/tensor/index.js'

/** What the affine layer makes of the shape of its examples. */
export const claims: ReadonlyArray<Claim> = [
  erratum(
    {
      id: 'cs231n-notes/affine-layer/rows',
      title: 'Examples are reshaped to rows of D entries, D being the rows of w; M, the outputs, are its columns',
      statement:
        '\\text{Two examples of 3x4 numbers, for five outputs, are flattened to rows of 12 numbers, and ' +
        'not of 5; the gradient of the weights is the transpose of these rows times the cotangent.}',
      spoken: 'it is about code, files or time',
      source: 'Notes on CS231n, affine layer, backward pass',
      rows: ['N231-LAY-03']
    },
    {
      printed: {
        text: 'x of shape (N, d_1, ..., d_k) is reshaped to (N, M)',
        tex: String.raw`x \text{ of shape } (N, d_1, \dots, d_k) \text{ is reshaped to } (N, M)`,
        judge: everyCase('2 examples 3x4, 5 outputs', [[2, 3, 4]], shape =>
          [equal<Plain>(flatten(T.zeros(shape)).y.shape[1] ?? NaN, 5, 'columns')])
      },
      corrected: {
        text: 'x of shape (N, d_1, ..., d_k) is reshaped to (N, D)',
        tex: String.raw`x \text{ of shape } (N, d_1, \dots, d_k) \text{ is reshaped to } (N, D)`,
        judge: everyCase('2 examples 3x4, 5 outputs', [[2, 3, 4]], shape => {
          const x = T.reshape(T.arange(24), shape)
          const { dp } = affine({ w: T.ones([12, 5]), b: T.zeros([5]) })(x).pullback(T.ones([2, 5]))
          return [
            equal<Plain>(flatten(x).y.shape[1] ?? NaN, 12, 'columns'),
            ...equalEntries(dp.w, T.matmulTN(flatten(x).y, T.ones([2, 5])), 'dw')
          ]
        })
      }
    }
  )
]
