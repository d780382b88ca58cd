import fc from 'fast-check'
import { atMost, type Claim, claim, equal, type Law, sampled } from '../../src/claim/index.js'
import type { sigmoid } from '../../src/layer/index.js'
import * as T from '../../src/tensor/index.js'
import { sameBits } from '../judges/sameBits.js'

/** The sigmoid of anyone's own. */
export interface SigmoidSubject {
  readonly name: string
  readonly sigmoid: typeof sigmoid
}

const source = 'Notes on CS231n, activation functions'

/** Numbers of any size with few digits. */
const anySize = fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -300, max: 300 })).map(
  ([k, e]) => Number(`${k}e${e}`)
)

/** What the sigmoid is known for. */
export const sigmoidLaws: Law<SigmoidSubject> = ({ name, sigmoid }): ReadonlyArray<Claim> => [
  claim(
    {
      id: `${name}/range`,
      title: 'sigmoid lies in [0, 1] for every double and does not decrease; it rounds to 1 from 37 on',
      statement: String.raw`0 \le \sigma(x) \le 1`, source, rows: ['N231-NN-02']
    },
    sampled<{ a: number; b: number }>({ a: anySize, b: anySize }, ({ a, b }) => {
      const [low = NaN, high = NaN, at36 = NaN, at37 = NaN] =
        sigmoid(T.fromNested([Math.min(a, b), Math.max(a, b), 36, 37])).y.data
      return [
        atMost(0, low, 'lower end'), atMost(low, high, 'order'), atMost(high, 1, 'upper end'),
        atMost(at36, 1 - 2 ** -53, '36'), equal(at37, 1, '37')
      ]
    })),
  claim(
    {
      id: `${name}/safe`,
      title: 'Far from 0 neither sigmoid nor its derivative overflows or loses digits: at 40 it is e^-40',
      statement: String.raw`\sigma'(x) = e^{-|x|} / (1 + e^{-|x|})^2`, source, rows: ['N231-NN-03']
    },
    sampled<{ x: number }>({ x: fc.integer({ min: 37, max: 700 }) }, given => {
      // 1 + e^-x rounds to 1 from 37 on, and so does its square
      const { y, pullback } = sigmoid(T.fromNested([given.x, -given.x, -1e308]))
      return [
        ...sameBits(y, T.fromNested([1, Math.exp(-given.x), 0]), 'y'),
        ...sameBits(pullback(T.ones([3])).dx, T.fromNested([Math.exp(-given.x), Math.exp(-given.x), 0]), 'dx')
      ]
    }))
]
