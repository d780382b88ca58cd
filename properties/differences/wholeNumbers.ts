import { type Claim, claim, equalEntries, judgedBy, type Law, sampled } from '../../src/claim/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import type { NumericGradientSubject } from './numericGradient.js'
import { quarters } from '../cases/quarters.js'
import { sparsely } from '../cases/sparsely.js'

type Subject = Pick<NumericGradientSubject, 'name' | 'numericGradient'>

export const wholeNumberLaws: Law<Subject> = ({ name, numericGradient }): ReadonlyArray<Claim> => [
  sparsely(claim(
    {
      id: `${name}/whole-numbers`,
      title: 'At whole numbers the numeric gradient of a sum of squares is 2x: no step is cut off',
      statement: String.raw`\nabla \|x\|^2 = 2x,\ x \in \mathbb Z^3`,
      source: 'Notes on CS231n, computing the gradient numerically',
      rows: ['N231-GRD-02']
    },
    // at most 49 bits: squares, sums and quotients are exact
    sampled<{ readonly x: Tensor }>({ x: quarters([3], 99).map(x => T.mul(x, 4)) }, ({ x }) =>
      equalEntries(judgedBy('numericGradient', () => numericGradient(at => T.dot(at, at))(x)), T.mul(x, 2), 'g'))
  ))
]
