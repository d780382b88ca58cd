import { derivativeAlong, gradientStep, linearisation, surrogate } from '../src/definition/index.js'
import {
  allOf, type ArrayOf, type Claim, claim, derivation, equal, equalGrids, erratum, exactly, example, type Lifted, positive, type Scalar,
  scalar, sumOfSquares, atMost, vector
} from '../src/claim/index.js'
import {
  type Arithmetic, type Divisible, dot, type Dual, dual, dualAnalytic, dualArithmetic, dualDivisible, type Grid, mapGrid, minus, norm, normSquared,
  scale, vectorOf
} from '../src/number/index.js'

// The proximal step: the surrogate F(w) = f(w^t) + <w - w^t, g> + (lambda / 2) ||w - w^t||^2, with g the gradient of f at w^t, is
// smallest at w^t - g / lambda, for every lambda > 0.

const source = 'Deep learning homework 1, question 1'

/** f has the value f(w^t) and the gradient g at w^t; w is any point. */
export interface Setting {
  readonly lambda: Scalar
  readonly value: Scalar
  readonly wt: ArrayOf
  readonly gradient: ArrayOf
  readonly w: ArrayOf
}

export const setting = (n: number): Setting =>
  ({ lambda: positive, value: scalar, wt: vector(n), gradient: vector(n), w: vector(n) })

type Given<A> = Lifted<Setting, A>

/** The gradient step with eta = 1 / lambda. */
export const step = <A>(N: Divisible<A>, { lambda, wt, gradient }: Pick<Given<A>, 'lambda' | 'wt' | 'gradient'>): Grid<A> =>
  gradientStep(N)(N.div(N.of(1), lambda))(wt, gradient)

export const half = <A>(N: Divisible<A>, x: A): A => N.div(x, N.of(2))

const squaredDistance = <A>(N: Arithmetic<A>, w: Grid<A>, wt: Grid<A>): A => normSquared(N)(minus(N)(w, wt))

const fixed = <A>(N: Arithmetic<A>) => (x: A): Dual<A> => dual(x, N.of(0))
const fixedAll = <A>(N: Arithmetic<A>, x: Grid<A>): Grid<Dual<A>> => mapGrid(fixed(N))(x)

/** f at w^t as numbers that do not vary with w. */
const known = <A>(N: Arithmetic<A>, { wt, value, gradient }: Given<A>) =>
  ({ wt: fixedAll(N, wt), value: fixed(N)(value), gradient: fixedAll(N, gradient) })

const derivative = derivation({
  id: 'proximal-step/derivative',
  source,
  variables: { ...setting(3), d: vector(3) },
  from: (N, g) => derivativeAlong(surrogate(dualDivisible(N))(fixed(N)(g.lambda), known(N, g)))(g.w, g.d),
  lines: [
    {
      name: '1-terms',
      statement: String.raw`F'(w)\,d = l'(w)\,d + \tfrac\lambda2 \left(\|w - w^t\|^2\right)'d`,
      reason: 'the linear part l and the square, each differentiated',
      rows: ['HW1-GD-02'],
      side: (N, g) => {
        const D = dualArithmetic(N)
        const linear = derivativeAlong(linearisation(D)(known(N, g)))
        const square = derivativeAlong((w: Grid<Dual<typeof g.value>>) => squaredDistance(D, w, fixedAll(N, g.wt)))
        return N.add(linear(g.w, g.d), half(N, N.mul(g.lambda, square(g.w, g.d))))
      }
    },
    {
      name: '2-differentiated',
      statement: String.raw`= \langle \nabla f(w^t), d\rangle + \tfrac\lambda2 \langle 2 (w - w^t), d\rangle`,
      reason: 'f(w^t) and its gradient do not vary with w',
      rows: ['HW1-GD-02'],
      side: (N, g) => N.add(
        dot(N)(g.gradient, g.d),
        half(N, N.mul(g.lambda, dot(N)(scale(N)(N.of(2), minus(N)(g.w, g.wt)), g.d))))
    },
    {
      name: '3-collected',
      statement: String.raw`= \langle \nabla f(w^t) + \lambda (w - w^t), d\rangle`,
      reason: 'half of lambda, twice, is lambda',
      rows: ['HW1-GD-03'],
      side: (N, g) => N.add(dot(N)(g.gradient, g.d), N.mul(g.lambda, dot(N)(minus(N)(g.w, g.wt), g.d)))
    },
    {
      name: '4-solved',
      statement: String.raw`= \lambda \left\langle w - \left(w^t - \tfrac1\lambda \nabla f(w^t)\right), d\right\rangle`,
      reason: 'so that it vanishes at the gradient step and nowhere else',
      rows: ['HW1-GD-04'],
      side: (N, g) => N.mul(g.lambda, dot(N)(minus(N)(g.w, step(N, g)), g.d))
    }
  ]
})

const surrogatePrinted: Claim = erratum(
  {
    id: 'proximal-step/inner-product-left-open',
    title: 'The printed surrogate leaves the inner product open; read as it stands its derivative is not the one in print',
    statement: String.raw`F(w) = f(w^t) + \langle w - w^t, \nabla f(w^t)\rangle + \tfrac\lambda2 \|w - w^t\|^2 \;\Rightarrow\; F'(w) = \nabla f(w^t) + \lambda (w - w^t)`,
    source,
    rows: ['HW1-GD-01']
  },
  {
    printed: {
      text: 'F(w) = f(w^t) + <w - w^t, grad f(w^t) + (lambda/2) ||w - w^t||^2>',
      judge: exactly({ lambda: positive, gradient: scalar, x: scalar }, (N, { lambda, gradient, x }) => {
        const D = dualDivisible(N)
        const asPrinted = (w: Dual<typeof x>): Dual<typeof x> =>
          D.mul(w, D.add(fixed(N)(gradient), half(D, D.mul(fixed(N)(lambda), D.mul(w, w)))))
        return equal(asPrinted(dual(x, N.of(1))).tangent, N.add(gradient, N.mul(lambda, x)))
      })
    },
    corrected: {
      text: 'F(w) = f(w^t) + <w - w^t, grad f(w^t)> + (lambda/2) ||w - w^t||^2',
      judge: exactly(setting(1), (N, g) => equal(
        derivativeAlong(surrogate(dualDivisible(N))(fixed(N)(g.lambda), known(N, g)))(g.w, vectorOf([N.of(1)])),
        N.add(g.gradient.at(0), N.mul(g.lambda, N.sub(g.w.at(0), g.wt.at(0))))))
    }
  }
)

const squarePrinted: Claim = erratum(
  {
    id: 'proximal-step/square-outside',
    title: 'In print the derivative is squared, where it is the square that is differentiated',
    statement: String.raw`\left(\|w - w^t\|^2\right)' d = \langle 2 (w - w^t), d\rangle`,
    source,
    rows: ['HW1-GD-02']
  },
  {
    printed: {
      text: "(||w - w^t||')^2 = 2 (w - w^t), for one number w with w - w^t = 3",
      judge: example(N => {
        const slope = norm(dualAnalytic(N))(vectorOf([dual(N.of(3), N.of(1))])).tangent
        return equal(N.mul(slope, slope), N.of(6))
      })
    },
    corrected: {
      text: "(||w - w^t||^2)' = 2 (w - w^t)",
      judge: exactly({ w: vector(3), wt: vector(3), d: vector(3) }, (N, { w, wt, d }) => equal(
        derivativeAlong((v: Grid<Dual<ReturnType<typeof N.of>>>) => squaredDistance(dualArithmetic(N), v, fixedAll(N, wt)))(w, d),
        dot(N)(scale(N)(N.of(2), minus(N)(w, wt)), d)))
    }
  }
)

/** How far the surrogate at w is above its value at the gradient step. */
const excess = <A>(N: Divisible<A>, g: Given<A>): A => {
  const F = surrogate(N)(g.lambda, g)
  return N.sub(F(g.w), F(step(N, g)))
}
