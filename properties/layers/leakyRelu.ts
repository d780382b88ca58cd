import fc from 'fast-check'
import { type Claim, claim, type Law, sampled } from '../../src/claim/index.js'
import type { leakyRelu } from '../../src/layer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { numerators, tensors } from '../cases/numbers.js'
import { sameBits } from '../judges/sameBits.js'

/** The leaky rectifier of anyone's own. */
export interface LeakyReluSubject {
  readonly name: string
  readonly leakyRelu: typeof leakyRelu
}

const source = 'Notes on CS231n, activation functions'

const dy = tensors([2, 3], numerators)

/** What the leaky rectifier is known for. */
export const leakyReluLaws: Law<LeakyReluSubject> = ({ name, leakyRelu }): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/kink`,
      title: 'At 0 the derivative of leakyRelu is its slope',
      statement: String.raw`f'(0) = s`, source
    },
    sampled<{ dy: Tensor; slope: number }>(
      { dy, slope: fc.integer({ min: 0, max: 16 }).map(k => k / 16) }, ({ dy: given, slope }) =>
        sameBits(leakyRelu({ slope })(T.zeros([2, 3])).pullback(given).dx, T.mul(given, slope), 'dx')
    ))
]
