import { type Arithmetic, type Dual, dual, type Grid, grid, zipGrid } from '../number/index.js'

/** A formula of an array, evaluated over duals. */
export type Varied<A> = (w: Grid<Dual<A>>) => Dual<A>

/** The derivative of f at w along a direction: the formula run over duals, with no step size. */
export const derivativeAlong = <A>(f: Varied<A>) => (w: Grid<A>, direction: Grid<A>): A =>
  f(zipGrid((value: A, tangent: A) => dual(value, tangent))(w, direction)).tangent

/** The gradient of f: its derivative along each axis. At a kink it is the subgradient of the branch that the formula takes. */
export const gradientOf = <A>(N: Arithmetic<A>) => (f: Varied<A>) => (w: Grid<A>): Grid<A> =>
  grid(w.shape, (...axis) => derivativeAlong(f)(w, grid(w.shape, (...i) => N.of(i.every((k, d) => k === axis[d]) ? 1 : 0))))
