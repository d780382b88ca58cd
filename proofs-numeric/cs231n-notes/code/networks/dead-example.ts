import fc, { type Arbitrary } from 'fast-check'
import { type Claim, claim, equalEntries, sampled } from '../../../../src/claim/index.js'
import { numericPullback } from '../../../../src/difference/index.js'
import { affine, relu } from '../../../../src/layer/index.js'
import { fullyConnectedNet } from '../../../../src/model/index.js'
import type { Shape } from '../../../../src/number/index.js'
import * as T from '../../../../src/tensor/index.js'
import type { Tensor } from '../../../../src/tensor/index.js'
import { byName, paramsOf } from '../../../../properties/models/namedParams.js'
import { quarters } from '../../../../properties/cases/quarters.js'
import { sparsely } from '../../../../properties/cases/sparsely.js'
import { odd, tensors } from '../../../../properties/cases/numbers.js'

const oddQuarters = (shape: Shape): Arbitrary<Tensor> => tensors(shape, odd)
const positive = (shape: Shape): Arbitrary<Tensor> => quarters(shape, 12).map(t => T.add(T.abs(t), 0.25))

interface Dead {
  readonly x: Tensor
  readonly w1: Tensor
  readonly w2: Tensor
  readonly w3: Tensor
  readonly bias: Tensor
  readonly dy: Tensor
}

const deadNet = fullyConnectedNet({ hidden: [2, 3], classes: 2 })

/** What numericPullback and the pullback say of the second hidden bias, for one example that no unit of the first layer answers. */
const bySecondBias = (
  { x, w1, w2, w3, dy }: Dead, bias: Tensor
): { readonly numeric: Tensor; readonly exact: Tensor } => {
  const params = (b: Tensor) => paramsOf(deadNet, {
    'hidden1.affine.w': T.neg(w1), 'hidden1.affine.b': T.zeros([2]), 'hidden2.affine.w': w2, 'hidden2.affine.b': b,
    'scores.w': w3, 'scores.b': T.zeros([2])
  })
  const state = deadNet.names.map(() => ({}))
  const { dp } = deadNet.train(params(bias), state)(x).pullback(dy)
  return {
    numeric: numericPullback(b => deadNet.infer(params(b), state)(x), { h: 2 ** -6 })(bias)(dy),
    exact: byName(deadNet, dp)['hidden2.affine.b'] ?? T.zeros([0])
  }
}

/** Where a gradient check at the start of a training goes wrong, though the gradient is right. */
export const claims: ReadonlyArray<Claim> = [
  sparsely(claim(
    {
      id: 'cs231n-notes/networks/dead-example',
      title: 'With biases 0, a dead example is at a kink: differences give half of the slope, the pullback 0',
      statement:
        '\\text{No unit of the first layer answers an example. By biases 0 of the second, central differences ' +
        'are half of the slope to the right, and the pullback is 0; at biases 1 and -1 both are the same.}',
      spoken: 'it is about code, files or time',
      source: 'Notes on CS231n, fully connected nets, gradient check at the start', rows: ['N231-FC-04']
    },
    sampled<Dead>(
      {
        x: positive([1, 2]), w1: positive([2, 2]), w2: oddQuarters([2, 3]), w3: oddQuarters([3, 2]),
        dy: oddQuarters([1, 2]),
        bias: fc.array(fc.constantFrom(-1, 1), { minLength: 3, maxLength: 3 }).map(signs => T.fromFlat([3], signs))
      },
      given => {
        const [kink, beside] = [bySecondBias(given, T.zeros([3])), bySecondBias(given, given.bias)]
        const first = relu(affine({ w: T.neg(given.w1), b: T.zeros([2]) })(given.x).y).y
        const slope = T.reshape(T.matmulNT(given.dy, given.w3), [3])
        return [
          ...equalEntries(affine({ w: given.w2, b: T.zeros([3]) })(first).y, T.zeros([1, 3]), 'second layer'),
          ...equalEntries(kink.numeric, T.mul(slope, 0.5), 'central difference'),
          ...equalEntries(kink.exact, T.zeros([3]), 'pullback'),
          ...equalEntries(beside.numeric, beside.exact, 'with other biases')
        ]
      })
  ))
]
