import { type Claim, claim, equal, exactly, vector } from '../../src/claim/index.js'
import { mapGrid } from '../../src/number/index.js'
import { momentsOf, perSize } from '../cs231n-notes/normalisation/moments.js'

export const claims: ReadonlyArray<Claim> = [
  claim(
    {
      id: 'literature/normalisation/first-entry',
      title: 'Mean and variance may be found after the first value is taken off from all',
      statement: String.raw`\mu = x_1 + \overline{x - x_1},\quad v(x) = v(x - x_1)`,
      source: 'the literature on updating variances'
    },
    perSize('groups of 2, 3 and 4 numbers, every real x', n => exactly({ x: vector(n) }, (N, { x }) => {
      const apart = momentsOf(N, mapGrid((a: ReturnType<typeof N.of>) => N.sub(a, x.at(0)))(x))
      const direct = momentsOf(N, x)
      return [equal(N.add(x.at(0), apart.mean), direct.mean, 'mean'), equal(
        apart.variance, direct.variance, 'variance'
      )]
    })))
]
