import { type Claim, claim, printsAs } from '../../../src/claim/index.js'
import { float64 } from '../../../src/number/index.js'

// 1e-5 as it is left after it was added to a number between 4 and 8
const stepBesideFour = float64.sub(float64.add(4, 1e-5), 4)

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'homework-1/finite-differences/step-beside-four',
      title: 'The printed error of the gradient by a bias is what rounding leaves of a step beside an output',
      statement: String.raw`\tfrac12 \left|\frac{k\, 2^{-50}}{10^{-5}} - 1\right| = 1.89289 \cdot 10^{-11},\quad k = 11258999068`,
      source: 'Deep learning homework 1, modular networks, affine-relu',
      rows: ['HW1-MN-21']
    },
    printsAs('1.89289e-11', N => {
      // the relative error of h' for h is |h' - h| / (h' + h)
      const [taken, meant] = [N.of(stepBesideFour), N.div(N.of(1), N.of(1e5))]
      return N.div(N.sub(meant, taken), N.add(taken, meant))
    })
  )
]
