import { type Claim, claim, type Law, sampled } from '../../src/claim/index.js'
import type { tanh } from '../../src/layer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { numerators, tensors } from '../cases/numbers.js'
import { sameBits } from '../judges/sameBits.js'

/** Tanh of anyone's own. */
export interface TanhSubject {
  readonly name: string
  readonly tanh: typeof tanh
}

const source = 'Notes on CS231n, activation functions'

const x = tensors([2, 3], numerators)
const dy = tensors([2, 3], numerators)

/** What tanh is known for. */
export const tanhLaws: Law<TanhSubject> = ({ name, tanh }): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/odd`,
      title: 'tanh(-x) = -tanh(x), and its derivatives at x and -x are the same, bit for bit',
      statement: String.raw`\tanh(-x) = -\tanh x`, source
    },
    sampled<{ x: Tensor; dy: Tensor }>({ x, dy }, given => {
      const [right, left] = [tanh(given.x), tanh(T.neg(given.x))]
      return [...sameBits(left.y, T.neg(right.y), 'y'), ...sameBits(
        left.pullback(given.dy).dx, right.pullback(given.dy).dx, 'dx'
      )]
    }))
]
