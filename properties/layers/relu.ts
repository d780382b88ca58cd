import fc from 'fast-check'
import { type Claim, claim, type Law, sampled } from '../../src/claim/index.js'
import type { relu } from '../../src/layer/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { numerators, tensors } from '../cases/numbers.js'
import { sameBits } from '../judges/sameBits.js'

/** The rectifier of anyone's own. */
export interface ReluSubject {
  readonly name: string
  readonly relu: typeof relu
}

const source = 'Notes on CS231n, activation functions'

const x = tensors([2, 3], numerators)
const dy = tensors([2, 3], numerators)

/** What the rectifier is known for. */
export const reluLaws: Law<ReluSubject> = ({ name, relu }): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/parts`,
      title: 'relu(x) and relu(-x) are the positive and the negative part of x',
      statement: String.raw`x = x^+ - x^-,\ |x| = x^+ + x^-,\ x^+ x^- = 0`, source, rows: ['A2-CV-15', 'N231-NN-04']
    },
    sampled<{ x: Tensor }>({ x }, given => {
      const [plus, minus] = [relu(given.x).y, relu(T.neg(given.x)).y]
      return [
        ...sameBits(T.sub(plus, minus), given.x, 'difference'),
        ...sameBits(T.add(plus, minus), T.abs(given.x), 'sum'),
        ...sameBits(T.mul(plus, minus), T.zeros([2, 3]), 'product')
      ]
    })),
  claim(
    {
      id: `${name}/kink`,
      title: 'At 0 the pullback of relu is 0, whatever the cotangent',
      statement: String.raw`\mathrm{relu}'(0) = 0`, source, rows: ['N231-LAY-05']
    },
    sampled<{ dy: Tensor }>(
      { dy }, given => sameBits(relu(T.zeros([2, 3])).pullback(given.dy).dx, T.zeros([2, 3]), 'dx')
    )),
  claim(
    {
      id: `${name}/infinite-cotangent`,
      title: 'Where x is below 0 the pullback of relu is 0 even for an infinite cotangent',
      statement: String.raw`x < 0 \Rightarrow dx = 0`, source
    },
    sampled<{ x: Tensor }>({ x: tensors([3], fc.integer({ min: -24, max: -1 })) }, given =>
      sameBits(relu(given.x).pullback(T.full([3], Infinity)).dx, T.zeros([3]), 'dx')))
]
