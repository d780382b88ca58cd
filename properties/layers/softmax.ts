import fc from 'fast-check'
import { type Claim, claim, type Law, sampled } from '../../src/claim/index.js'
import type { softmax } from '../../src/layer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { numerators, tensors } from '../cases/numbers.js'
import { quarter } from '../cases/quarters.js'
import { sameBits } from '../judges/sameBits.js'

/** Softmax of anyone's own. */
export interface SoftmaxSubject {
  readonly name: string
  readonly softmax: typeof softmax
}

const source = 'Notes on CS231n, activation functions'

const x = tensors([2, 3], numerators)

/** What is true of every function of the rows of a matrix that sees only how far their entries are apart. */
export const rowLaws = (
  name: string, of: string, f: (x: Tensor) => { readonly y: Tensor }
): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/shift`,
      title: 'The same number added to all scores of a row changes no bit',
      statement: String.raw`\mathrm{${of}}(x + c) = \mathrm{${of}}(x)`, source
    },
    sampled<{ x: Tensor; c: number }>({ x, c: quarter(40000) }, given =>
      sameBits(f(T.add(given.x, given.c)).y, f(given.x).y, 'y'))),
  claim(
    {
      id: `${name}/rows-alone`,
      title: 'Each row is as if it were alone, even beside rows thousands away',
      statement: String.raw`\mathrm{${of}}(x)_i = \mathrm{${of}}(x_i)`, source
    },
    sampled<{ x: Tensor; c: number }>({ x, c: fc.integer({ min: -10000, max: 10000 }) }, given => {
      const apart = T.add(given.x, T.fromNested([[0], [given.c]]))
      const alone = [0, 1].map(i => f(T.slice(apart, [{ start: i, stop: i + 1 }])).y)
      return sameBits(f(apart).y, T.concatenate(alone, 0), 'y')
    }))
]

/** What softmax is known for. */
export const softmaxLaws: Law<SoftmaxSubject> = ({ name, softmax }): ReadonlyArray<Claim> => [
  ...rowLaws(name, 'softmax', softmax),
  claim(
    {
      id: `${name}/constant-cotangent`,
      title: 'A constant cotangent is pulled back to 0: the rows of the Jacobian sum to 0',
      statement: String.raw`J^T \mathbf 1 = 0`, source
    },
    sampled<{ x: Tensor; c: number }>({ x, c: quarter(40) }, given =>
      sameBits(softmax(given.x).pullback(T.full([2, 3], given.c)).dx, T.zeros([2, 3]), 'dx')))
]
