import { applied, gradientOf, held, linearisation, quadratic, surrogate } from '../../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, equal, exactly, matrix, positive, sumOfSquares, vector
} from '../../../src/claim/index.js'
import { dot, dualDivisible, half, minus, normSquared } from '../../../src/number/index.js'
import { setting, step } from './minimiser.js'

// What lambda trades: closeness to w^t against a lower bound of f. The bound is the linear part of the surrogate, and f must be convex.

const source = 'Deep learning homework 1, question 1'

const lowerBound: Claim = claim(
  {
    id: 'homework-1/proximal-step/lower-bound',
    title: 'The lower bound that is traded is the linear part l, below a convex f; F is above a linear f',
    statement: String.raw`l(w) = f(w^t) + \langle w - w^t, \nabla f(w^t)\rangle \le f(w); \quad F(w) - f(w) = \tfrac\lambda2 \|w - w^t\|^2 \text{ for } f(w) = \langle b, w\rangle`,
    source,
    rows: ['HW1-GD-08']
  },
  allOf('every real 2x2 matrix m, b, w^t and w of two coordinates, and lambda > 0', [
    {
      label: 'l is below f',
      judge: sumOfSquares({ m: matrix(2, 2), b: vector(2), wt: vector(2), w: vector(2) }, (N, { m, b, wt, w }) => {
        const f = quadratic(N)({ m, b })
        const gradient = gradientOf(N)(quadratic(dualDivisible(N))({ m: held(N)(m), b: held(N)(b) }))(wt)
        return atMost(linearisation(N)({ wt, value: f(wt), gradient })(w), f(w))
      }, (N, { m, wt, w }) => applied(N)(m, minus(N)(w, wt)).entries.map(x => [half(N)(N.of(1)), x] as const))
    },
    {
      label: 'F is above a linear f',
      judge: exactly({ lambda: positive, b: vector(2), wt: vector(2), w: vector(2) }, (N, { lambda, b, wt, w }) => {
        const F = surrogate(N)(lambda, { wt, value: dot(N)(b, wt), gradient: b })
        return equal(N.sub(F(w), dot(N)(b, w)), N.mul(half(N)(lambda), normSquared(N)(minus(N)(w, wt))))
      })
    }
  ])
)

const tradeOff: Claim = claim(
  {
    id: 'homework-1/proximal-step/trade-off',
    title: 'The larger lambda, the closer to w^t: the step is |g| / lambda long',
    statement: String.raw`F(w) - l(w) = \tfrac\lambda2 \|w - w^t\|^2, \quad \lambda^2 \|w^{t+1} - w^t\|^2 = \|g\|^2`,
    source,
    rows: ['HW1-GD-08']
  },
  exactly(setting(3), (N, g) => [
    equal(
      N.sub(surrogate(N)(g.lambda, g)(g.w), linearisation(N)(g)(g.w)),
      N.mul(half(N)(g.lambda), normSquared(N)(minus(N)(g.w, g.wt)))),
    equal(
      N.mul(N.mul(g.lambda, g.lambda), normSquared(N)(minus(N)(step(N, g), g.wt))),
      normSquared(N)(g.gradient))
  ])
)

export const claims: ReadonlyArray<Claim> = [lowerBound, tradeOff]
