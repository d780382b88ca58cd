import { centralError } from '../../../src/definition/index.js'
import { atMost, type Claim, claim, positive, sumOfSquares } from '../../../src/claim/index.js'
import type { Divisible } from '../../../src/number/index.js'

/** e for which the best step (3 e / |f'''|)^(1/3) is `best`, which keeps roots out of the proof. */
const noiseWithBest = <A>(N: Divisible<A>, third: A, best: A): A =>
  N.div(N.mul(third, N.mul(best, N.mul(best, best))), N.of(3))

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'literature/finite-differences/best-central-step',
      title: 'No step of a central difference does better in the error model than (3 e / |f\'\'\'|)^(1/3)',
      statement: String.raw`\tfrac{h^2}6 |f'''| + \tfrac eh \ge \tfrac32 3^{-1/3} e^{2/3} |f'''|^{1/3} \text{ for } h, e > 0, \quad\text{with equality at } h = (3e / |f'''|)^{1/3}`,
      source: 'Numerical differentiation; models of the step and of the error'
    },
    sumOfSquares({ h: positive, best: positive, third: positive }, (N, { h, best, third }) => {
      const error = centralError(N)(noiseWithBest(N, third, best), third)
      return atMost(error(best), error(h))
    }, (N, { h, best, third }) =>
      [[N.div(N.mul(third, N.add(h, N.mul(N.of(2), best))), N.mul(N.of(6), h)), N.sub(h, best)]])
  )
]
