import { gradientStep, surrogate } from '../../../src/definition/index.js'
import {
  allOf, type ArrayOf, atMost, type Claim, claim, equal, exactly, type Lifted, positive, type Scalar, scalar,
  sumOfSquares, vector
} from '../../../src/claim/index.js'
import { type Divisible, type Grid, half, minus, normSquared, vectorOf } from '../../../src/number/index.js'

// The proximal step: the surrogate F(w) = f(w^t) + <w - w^t, g> + (lambda / 2) ||w - w^t||^2, with g the gradient of f at w^t, is
// smallest at w^t - g / lambda. Only lambda > 0 is assumed; the homework leaves that unsaid.

const source = 'Deep learning homework 1, question 1'

/** f has the value f(w^t) and the gradient g at w^t; w is any point. */
export type Setting = Readonly<Record<'lambda' | 'value', Scalar> & Record<'wt' | 'gradient' | 'w', ArrayOf>>

export const setting = (n: number): Setting =>
  ({ lambda: positive, value: scalar, wt: vector(n), gradient: vector(n), w: vector(n) })

export type Given<A> = Lifted<Setting, A>

/** The gradient step with eta = 1 / lambda. */
export const step = <A>(
  N: Divisible<A>, { lambda, wt, gradient }: Pick<Given<A>, 'lambda' | 'wt' | 'gradient'>
): Grid<A> =>
  gradientStep(N)(N.div(N.of(1), lambda))(wt, gradient)


const completedSquare: Claim = claim(
  {
    id: 'homework-1/proximal-step/completed-square',
    title: 'The surrogate exceeds its value at the gradient step by a square: for n = 1..8 coordinates, directly',
    statement: String.raw`F(w) - F\!\left(w^t - \tfrac1\lambda \nabla f(w^t)\right) = \tfrac\lambda2 \left\|w - w^t + \tfrac1\lambda \nabla f(w^t)\right\|^2`,
    source,
    rows: ['HW1-GD-01', 'HW1-GD-04']
  },
  allOf('every lambda > 0 and every real f(w^t), w^t, gradient and w, for n = 1..8', Array.from(
    { length: 8 }, (_, k) => ({
      label: `n = ${k + 1}`,
      judge: exactly(setting(k + 1), (N, g) => {
        const [F, w0] = [surrogate(N)(g.lambda, g), step(N, g)]
        return equal(N.sub(F(g.w), F(w0)), N.mul(half(N)(g.lambda), normSquared(N)(minus(N)(g.w, w0))))
      })
    })
  ))
)

/** F(w) less its value at the gradient step. */
const aboveStep = <A>(N: Divisible<A>, g: Given<A>): A => {
  const F = surrogate(N)(g.lambda, g)
  return N.sub(F(g.w), F(step(N, g)))
}

/** The same in the first n coordinates alone. */
const firstOf = <A>(g: Given<A>, n: number): Given<A> => {
  const first = (x: Grid<A>): Grid<A> => vectorOf(x.entries.slice(0, n))
  return { ...g, wt: first(g.wt), gradient: first(g.gradient), w: first(g.w) }
}

const everyDimension: Claim = claim(
  {
    id: 'homework-1/proximal-step/completed-square-induction',
    title: 'One more coordinate adds its own square to the surrogate less its value at the gradient step',
    statement:
      String.raw`F_{n+1}(w) - F_{n+1}(w^0) = F_n(w) - F_n(w^0) + \tfrac\lambda2 \left(w_{n+1} - w^0_{n+1}\right)^2`,
    source,
    rows: ['HW1-GD-04']
  },
  allOf('every lambda > 0 and every real f(w^t), w^t, gradient and w of n + 1 coordinates', Array.from(
    { length: 7 }, (_, k) => ({
      label: `n = ${k + 1}`,
      judge: exactly(setting(k + 2), (N, g) => {
        const off = N.sub(g.w.at(k + 1), step(N, g).at(k + 1))
        return equal(aboveStep(N, g), N.add(aboveStep(N, firstOf(g, k + 1)), N.mul(half(N)(g.lambda), N.mul(off, off))))
      })
    })
  ))
)

const minimiser: Claim = claim(
  {
    id: 'homework-1/proximal-step/minimiser',
    title: 'For lambda > 0 the gradient step with eta = 1 / lambda minimises the surrogate over the whole space',
    statement: String.raw`F\!\left(w^t - \tfrac1\lambda \nabla f(w^t)\right) \le F(w) \quad \text{for every } w \text{ and } \lambda > 0`,
    source,
    rows: ['HW1-GD-04', 'HW1-GD-05']
  },
  sumOfSquares(setting(3), (N, g) => {
    const F = surrogate(N)(g.lambda, g)
    return atMost(F(step(N, g)), F(g.w))
  }, (N, g) => minus(N)(g.w, step(N, g)).entries.map(x => [half(N)(g.lambda), x] as const))
)

const stepSize: Claim = claim(
  {
    id: 'homework-1/proximal-step/step-size',
    title: 'Of all steps along the gradient only eta = 1 / lambda does so; others cost a square',
    statement: String.raw`F(w^t - \eta g) = f(w^t) - \tfrac1{2\lambda}\|g\|^2 + \tfrac\lambda2 \left(\eta - \tfrac1\lambda\right)^2 \|g\|^2`,
    source,
    rows: ['HW1-GD-06']
  },
  exactly({ ...setting(3), eta: positive }, (N, g) => {
    const off = N.sub(g.eta, N.div(N.of(1), g.lambda))
    const gg = normSquared(N)(g.gradient)
    return equal(
      surrogate(N)(g.lambda, g)(gradientStep(N)(g.eta)(g.wt, g.gradient)),
      N.add(N.sub(g.value, N.div(gg, N.mul(N.of(2), g.lambda))), N.mul(N.mul(half(N)(g.lambda), N.mul(off, off)), gg)))
  })
)

export const claims: ReadonlyArray<Claim> = [completedSquare, everyDimension, minimiser, stepSize]
