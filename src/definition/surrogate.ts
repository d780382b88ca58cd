import { type Arithmetic, type Divisible, dot, type Grid, minus, normSquared } from '../number/index.js'

/** What gradient descent knows of a function f: its value and gradient at the present point w^t. */
export interface FirstOrder<A> {
  readonly wt: Grid<A>
  readonly value: A
  readonly gradient: Grid<A>
}

/** l(w) = f(w^t) + <w - w^t, grad f(w^t)>. */
export const linearisation = <A>(N: Arithmetic<A>) => ({ wt, value, gradient }: FirstOrder<A>) => (w: Grid<A>): A =>
  N.add(value, dot(N)(minus(N)(w, wt), gradient))

/** F(w) = l(w) + (lambda / 2) ||w - w^t||^2: the proximal step goes to where it is smallest. */
export const surrogate = <A>(N: Divisible<A>) => (lambda: A, known: FirstOrder<A>) => (w: Grid<A>): A =>
  N.add(linearisation(N)(known)(w), N.div(N.mul(lambda, normSquared(N)(minus(N)(w, known.wt))), N.of(2)))
