import { applied, gradientOf, held, surrogate } from '../../../src/definition/index.js'
import {
  allOf, atMost, type Claim, claim, equal, erratum, exactly, example, type Lifted, matrix, positive, scalar,
  sumOfSquares, vector
} from '../../../src/claim/index.js'
import {
  type Divisible, dot, dual, dualDivisible, type Grid, half, minus, normSquared, scale, vectorOf
} from '../../../src/number/index.js'
import { setting, step } from './minimiser.js'

// The proximal step minimises the surrogate, not f. What it does for f depends on lambda and on the smoothness L of f, that is
//   f(w) <= f(w^t) + <w - w^t, g> + (L / 2) ||w - w^t||^2:   the surrogate with lambda = L lies above f.

const source = 'Deep learning homework 1, question 1'

/** f(w) = (L / 2) w^2, the parabola that is exactly L-smooth, at the proximal step from w. */
const parabola = <A>(N: Divisible<A>, L: A) => (w: A): A => half(N)(N.mul(L, N.mul(w, w)))
const stepOnParabola = <A>(N: Divisible<A>, L: A, lambda: A, w: A): A =>
  step(N, { lambda, wt: vectorOf([w]), gradient: vectorOf([N.mul(L, w)]) }).at(0)

const minimisesF: Claim = erratum(
  {
    id: 'homework-1/proximal-step/descends',
    title: 'The step need not decrease f; it does where lambda is above half the smoothness L of f',
    statement: String.raw`f(w^{t+1}) \le f(w^t) \quad \text{if } \lambda > L / 2,\ L > 0`,
    source,
    rows: ['HW1-GD-07']
  },
  {
    printed: {
      text: 'each step minimises f(w); but f = w^2 rises from 1 to 9 at w = 1, with lambda = 1/2',
      tex: String.raw`\text{each step minimises } f(w) \text{; but } f = w^2 \text{ rises from } 1 \text{ to } 9 \text{ at } w = 1 \text{, with } \lambda = \tfrac12`,
      judge: example(N => {
        const [L, w] = [N.of(2), N.of(1)]
        return atMost(parabola(N, L)(stepOnParabola(N, L, N.of(0.5), w)), parabola(N, L)(w))
      })
    },
    corrected: {
      text: 'each step minimises the surrogate F; f does not rise if lambda > L / 2',
      tex:
        String.raw`\text{each step minimises the surrogate } F \text{; } f \text{ does not rise if } \lambda > L / 2`,
      // what smoothness allows f to be after the step, with lambda = L / 2 + more
      judge: sumOfSquares({ ...setting(3), L: positive, more: positive }, (N, g) => {
        const lambda = N.add(half(N)(g.L), g.more)
        return atMost(surrogate(N)(g.L, g)(step(N, { ...g, lambda })), g.value)
      }, (N, g) => {
        const lambda = N.add(half(N)(g.L), g.more)
        return g.gradient.entries.map(x => [N.div(g.more, N.mul(lambda, lambda)), x] as const)
      })
    }
  }
)

const descentLemma: Claim = claim(
  {
    id: 'homework-1/proximal-step/descent-lemma',
    title: 'What smoothness allows f to be after the step',
    statement: String.raw`f(w^{t+1}) \le f(w^t) + \langle w^{t+1} - w^t, g\rangle + \tfrac L2 \|w^{t+1} - w^t\|^2 = f(w^t) - \tfrac1\lambda \left(1 - \tfrac L{2\lambda}\right) \|g\|^2`,
    source,
    rows: ['HW1-GD-07']
  },
  exactly({ ...setting(3), L: positive }, (N, g) => {
    const gain = N.sub(N.of(1), N.div(g.L, N.mul(N.of(2), g.lambda)))
    return equal(surrogate(N)(g.L, g)(step(N, g)), N.sub(
      g.value, N.div(N.mul(gain, normSquared(N)(g.gradient)), g.lambda)
    ))
  })
)

const descentIsTight: Claim = claim(
  {
    id: 'homework-1/proximal-step/descent-is-tight',
    title: 'On the parabola a step multiplies f by (1 - L/lambda)^2, at five values of lambda/L',
    statement: String.raw`f(w^{t+1}) = \left(1 - \tfrac L\lambda\right)^2 f(w^t), \quad f(w) = \tfrac L2 w^2`,
    source,
    rows: ['HW1-GD-07']
  },
  exactly({ L: positive, lambda: positive, w: scalar }, (N, { L, lambda, w }) => {
    const f = parabola(N, L)
    const rest = N.sub(N.of(1), N.div(L, lambda))
    const figures = [[2, 5, 9, 4], [1, 2, 1, 1], [3, 5, 4, 9], [1, 1, 0, 1], [2, 1, 1, 4]] as const
    return [
      equal(f(stepOnParabola(N, L, lambda, w)), N.mul(N.mul(rest, rest), f(w))),
      ...figures.map(([p, q, num, den]) => equal(
        N.mul(N.of(den), f(stepOnParabola(N, L, N.div(N.mul(N.of(p), L), N.of(q)), w))), N.mul(N.of(num), f(w)),
        `lambda/L = ${p}/${q}`))
    ]
  })
)

const risesBelow: Claim = claim(
  {
    id: 'homework-1/proximal-step/rises-below',
    title: 'Below half of L no promise is left: a step multiplies the parabola by (1 + epsilon)^2',
    statement: String.raw`f(w^{t+1}) = (1 + \varepsilon)^2 f(w^t) \quad \text{if } \lambda = L / (2 + \varepsilon),\ f(w) = \tfrac L2 w^2,\ L, \varepsilon > 0`,
    source,
    rows: ['HW1-GD-07']
  },
  exactly({ L: positive, more: positive, w: scalar }, (N, { L, more, w }) => {
    const f = parabola(N, L)
    const factor = N.add(N.of(1), more)
    return equal(f(stepOnParabola(N, L, N.div(L, N.add(N.of(2), more)), w)), N.mul(N.mul(factor, factor), f(w)))
  })
)

/** f(w) = (L / 2) ||w||^2 - ||m w||^2 / 2 + <b, w>, as every quadratic is whose Hessian is at most L. */
const smooth = <A>(N: Divisible<A>, L: A, m: Grid<A>, b: Grid<A>) => (w: Grid<A>): A =>
  N.sub(N.add(half(N)(N.mul(L, normSquared(N)(w))), dot(N)(b, w)), half(N)(normSquared(N)(applied(N)(m, w))))

const quadratics = { L: positive, s: scalar, m: matrix(2, 2), b: vector(2), wt: vector(2) }

/** Such a quadratic, its gradient at w^t, and lambda = L + s^2. */
const onQuadratic = <A>(N: Divisible<A>, { L, s, m, b, wt }: Lifted<typeof quadratics, A>) => ({
  f: smooth(N, L, m, b),
  lambda: N.add(L, N.mul(s, s)),
  gradient: gradientOf(N)(smooth(dualDivisible(N), dual(L, N.of(0)), held(N)(m), held(N)(b)))(wt)
})

/** F - f at w^t + x: half of ||m x||^2 and of s^2 ||x||^2. */
const excess = <A>(
  N: Divisible<A>, { m, s }: { readonly m: Grid<A>; readonly s: A }, x: Grid<A>
): ReadonlyArray<readonly [A, A]> =>
  [...applied(N)(m, x).entries, ...scale(N)(s, x).entries].map(y => [half(N)(N.of(1)), y] as const)

const majorises: Claim = claim(
  {
    id: 'homework-1/proximal-step/majorises',
    title: 'For lambda >= L the surrogate lies above f, and the step descends, for quadratics in the plane',
    statement: String.raw`f(w) \le F(w), \quad f(w^{t+1}) \le F(w^{t+1}) = f(w^t) - \tfrac1{2\lambda}\|g\|^2, \quad \lambda \ge L > 0`,
    source,
    rows: ['HW1-GD-07', 'HW1-GD-08']
  },
  allOf('every L > 0, lambda = L + s^2, 2x2 matrix m, and real b, w^t and w of two coordinates', [
    {
      label: 'F is above f',
      judge: sumOfSquares({ ...quadratics, w: vector(2) }, (N, g) => {
        const { f, lambda, gradient } = onQuadratic(N, g)
        return atMost(f(g.w), surrogate(N)(lambda, { wt: g.wt, value: f(g.wt), gradient })(g.w))
      }, (N, g) => excess(N, g, minus(N)(g.w, g.wt)))
    },
    {
      label: 'the step descends by at least |g|^2 / (2 lambda)',
      judge: sumOfSquares(quadratics, (N, g) => {
        const { f, lambda, gradient } = onQuadratic(N, g)
        const gain = N.div(normSquared(N)(gradient), N.mul(N.of(2), lambda))
        return atMost(f(step(N, { lambda, wt: g.wt, gradient })), N.sub(f(g.wt), gain))
      }, (N, g) => {
        const { lambda, gradient } = onQuadratic(N, g)
        return excess(N, g, minus(N)(step(N, { lambda, wt: g.wt, gradient }), g.wt))
      })
    }
  ])
)

const majorisesOnlyThen: Claim = claim(
  {
    id: 'homework-1/proximal-step/majorises-only-then',
    title: 'Below L it does not: the surrogate of the parabola is above it by (lambda - L)/2 times a square',
    statement: String.raw`F(w) - f(w) = \tfrac{\lambda - L}2 (w - w^t)^2, \quad f(w) = \tfrac L2 w^2`,
    source,
    rows: ['HW1-GD-07', 'HW1-GD-08']
  },
  exactly({ L: positive, lambda: positive, w: scalar, wt: scalar }, (N, { L, lambda, w, wt }) => {
    const f = parabola(N, L)
    const F = surrogate(N)(lambda, { wt: vectorOf([wt]), value: f(wt), gradient: vectorOf([N.mul(L, wt)]) })
    const x = N.sub(w, wt)
    return equal(N.sub(F(vectorOf([w])), f(w)), N.mul(half(N)(N.sub(lambda, L)), N.mul(x, x)))
  })
)

export const claims: ReadonlyArray<Claim> = [
  minimisesF, descentLemma, descentIsTight, risesBelow, majorises, majorisesOnlyThen
]
