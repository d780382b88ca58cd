import { linearisation, surrogate } from '../../../src/definition/index.js'
import { type Claim, derivation, equal, erratum, exactly, example, vector } from '../../../src/claim/index.js'
import {
  type Divisible, dot, dual, dualAnalytic, dualDivisible, type Grid, half, mapGrid, minus, norm, normSquared, scale,
  vectorOf, zipGrid
} from '../../../src/number/index.js'
import { type Given, setting, step } from './minimiser.js'

// The derivative of the surrogate, line by line as in the homework: each side is a derivative along d, run over duals or written out.

const source = 'Deep learning homework 1, question 1'

/** The derivative of a formula as w moves along d, and all else stays. */
const derivative = <A>(
  N: Divisible<A>, g: Given<A> & { readonly d: Grid<A> }, formula: <B>(D: Divisible<B>, g: Given<B>) => B
): A => {
  const fixed = (x: A) => dual(x, N.of(0))
  const [wt, gradient] = [mapGrid(fixed)(g.wt), mapGrid(fixed)(g.gradient)]
  const w = zipGrid((x: A, tangent: A) => dual(x, tangent))(g.w, g.d)
  return formula(dualDivisible(N), { lambda: fixed(g.lambda), value: fixed(g.value), wt, gradient, w }).tangent
}

const squaredDistance = <A>(N: Divisible<A>, { w, wt }: Given<A>): A => normSquared(N)(minus(N)(w, wt))
const away = <A>(N: Divisible<A>, { w, wt }: Given<A>): Grid<A> => minus(N)(w, wt)

const lines = derivation({
  id: 'homework-1/proximal-step/derivative',
  source,
  variables: { ...setting(3), d: vector(3) },
  from: (N, g) => derivative(N, g, (D, h) => surrogate(D)(h.lambda, h)(h.w)),
  lines: [
    {
      name: 'terms',
      statement: String.raw`F'(w)\,d = l'(w)\,d + \tfrac\lambda2 \left(\|w - w^t\|^2\right)'d`,
      reason: 'the linear part l and the square, each differentiated',
      rows: ['HW1-GD-02'],
      side: (N, g) => N.add(
        derivative(N, g, (D, h) => linearisation(D)(h)(h.w)),
        N.mul(half(N)(g.lambda), derivative(N, g, squaredDistance)))
    },
    {
      name: 'differentiated',
      statement: String.raw`= \langle \nabla f(w^t), d\rangle + \tfrac\lambda2 \langle 2 (w - w^t), d\rangle`,
      reason: 'f(w^t) and its gradient do not vary with w',
      rows: ['HW1-GD-02'],
      side: (N, g) => N.add(dot(N)(g.gradient, g.d), N.mul(
        half(N)(g.lambda), dot(N)(scale(N)(N.of(2), away(N, g)), g.d)
      ))
    },
    {
      name: 'collected',
      statement: String.raw`= \langle \nabla f(w^t) + \lambda (w - w^t), d\rangle`,
      reason: 'half of lambda, twice, is lambda',
      rows: ['HW1-GD-03'],
      side: (N, g) => N.add(dot(N)(g.gradient, g.d), N.mul(g.lambda, dot(N)(away(N, g), g.d)))
    },
    {
      name: 'solved',
      statement: String.raw`= \lambda \left\langle w - \left(w^t - \tfrac1\lambda \nabla f(w^t)\right), d\right\rangle`,
      reason: 'so that it vanishes at the gradient step and nowhere else',
      rows: ['HW1-GD-04'],
      side: (N, g) => N.mul(g.lambda, dot(N)(minus(N)(g.w, step(N, g)), g.d))
    }
  ]
})

/** F as it should read, and as it is in print: the square is added inside the inner product, to each coordinate. */
const closed = <A>(N: Divisible<A>, g: Given<A>): A => surrogate(N)(g.lambda, g)(g.w)
const leftOpen = <A>(N: Divisible<A>, g: Given<A>): A => {
  const square = N.mul(half(N)(g.lambda), squaredDistance(N, g))
  return linearisation(N)({ ...g, gradient: mapGrid((x: A) => N.add(x, square))(g.gradient) })(g.w)
}

const hasPrintedDerivative = (F: <A>(N: Divisible<A>, g: Given<A>) => A) =>
  exactly({ ...setting(2), d: vector(2) }, (N, g) =>
    equal(derivative(N, g, F), N.add(dot(N)(g.gradient, g.d), N.mul(g.lambda, dot(N)(away(N, g), g.d)))))

const openBracket: Claim = erratum(
  {
    id: 'homework-1/proximal-step/open-bracket',
    title: 'The printed surrogate never closes its bracket: with the square inside, it has another derivative',
    statement: String.raw`F(w) = f(w^t) + \langle w - w^t, \nabla f(w^t)\rangle + \tfrac\lambda2 \|w - w^t\|^2 \;\Rightarrow\; F'(w) = \nabla f(w^t) + \lambda (w - w^t)`,
    source,
    rows: ['HW1-GD-01']
  },
  {
    printed: {
      text: 'F(w) = f(w^t) + <w - w^t, grad f(w^t) + (lambda/2) ||w - w^t||^2>',
      tex: String.raw`F(w) = f(w^t) + \langle w - w^t, \nabla f(w^t) + \tfrac\lambda2 \|w - w^t\|^2 \rangle`,
      judge: hasPrintedDerivative(leftOpen)
    },
    corrected: {
      text: 'F(w) = f(w^t) + <w - w^t, grad f(w^t)> + (lambda/2) ||w - w^t||^2',
      tex: String.raw`F(w) = f(w^t) + \langle w - w^t, \nabla f(w^t) \rangle + \tfrac\lambda2 \|w - w^t\|^2`,
      judge: hasPrintedDerivative(closed)
    }
  }
)

const squareOutside: Claim = erratum(
  {
    id: 'homework-1/proximal-step/square-outside',
    title: 'In print the derivative of the norm is squared, where the squared norm is differentiated',
    statement: String.raw`\left(\|w - w^t\|^2\right)' d = \langle 2 (w - w^t), d\rangle`,
    source,
    rows: ['HW1-GD-02']
  },
  {
    printed: {
      text: "(||x||')^2 = 2 x, here for the one number x = w - w^t = 3",
      tex: String.raw`(\|x\|')^2 = 2 x \text{, here for the one number } x = w - w^t = 3`,
      judge: example(N => {
        const slope = norm(dualAnalytic(N))(vectorOf([dual(N.of(3), N.of(1))])).tangent
        return equal(N.mul(slope, slope), N.of(6))
      })
    },
    corrected: {
      text: "(||x||^2)' = 2 x, for every x = w - w^t",
      tex: String.raw`(\|x\|^2)' = 2 x \text{, for every } x = w - w^t`,
      judge: exactly({ ...setting(3), d: vector(3) }, (N, g) =>
        equal(derivative(N, g, squaredDistance), dot(N)(scale(N)(N.of(2), away(N, g)), g.d)))
    }
  }
)

export const claims: ReadonlyArray<Claim> = [openBracket, ...lines, squareOutside]
