import { type Claim, claim, equal, exactly, scalar } from '../../../src/claim/index.js'
import type { Divisible } from '../../../src/number/index.js'

/** z^2 - (1 + mu - a) z + mu, whose roots are the factors by which momentum shrinks a parabola's error, a being rate times curvature. */
const characteristic = <A>(N: Divisible<A>, a: A, mu: A) => (z: A): A =>
  N.add(N.sub(N.mul(z, z), N.mul(N.sub(N.add(N.of(1), mu), a), z)), mu)

/** Momentum beside gradient descent with the rate that its steps add up to, on a parabola. */
export const claims: ReadonlyArray<Claim> = [claim(
  {
    id: 'gaze/momentum/effective-rate',
    title: 'Momentum is descent at eta / (1 - mu) to second order, and stable (1 + mu) / (1 - mu) as far',
    statement: String.raw`p(z) = z^2 - (1 + \mu - \eta\lambda) z + \mu,\ \eta\lambda = (1 - \mu) e:\quad `
      + String.raw`p(1 - e) = \mu e^2,\ p(-1) = (1 - \mu) \left(2 \tfrac{1 + \mu}{1 - \mu} - e\right)`,
    source: 'Gaze assignment, comparison of update rules',
    rows: ['E228-MOM-05']
  },
  exactly({ a: scalar, e: scalar, mu: scalar, w: scalar, v: scalar }, (N, { a, e, mu, w, v }) => {
    const one = N.of(1)
    const slowed = N.mul(N.sub(one, mu), e)
    // two steps from w with velocity v, on the parabola with gradient curvature times w
    const first = N.add(w, v)
    const velocity = N.sub(N.mul(mu, v), N.mul(a, first))
    const second = N.add(first, velocity)
    const combined = N.sub(N.mul(N.sub(N.add(one, mu), a), first), N.mul(mu, w))
    const p = characteristic(N, slowed, mu)
    return [
      equal(second, combined, 'the recursion'),
      equal(p(N.sub(one, e)), N.mul(mu, N.mul(e, e)), 'at the factor of descent'),
      equal(p(N.of(-1)), N.sub(N.mul(N.of(2), N.add(one, mu)), slowed), 'at the edge of stability')
    ]
  })
)]
