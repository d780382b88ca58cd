import { type Arithmetic, type Dual, dual, type Grid, grid, mapGrid } from '../number/index.js'

/**
 * The gradient of a formula at w: the formula run over duals, once along each axis. At a kink it is the subgradient of the branch that
 * the formula takes.
 */
export const gradientOf = <A>(N: Arithmetic<A>) => (f: (w: Grid<Dual<A>>) => Dual<A>) => (w: Grid<A>): Grid<A> =>
  grid(w.shape, (...axis) =>
    f(grid(w.shape, (...i) => dual(w.at(...i), N.of(i.every((k, d) => k === axis[d]) ? 1 : 0)))).tangent)

/** Numbers that do not vary, as duals: the data of a formula that is differentiated by something else. */
export const held = <A>(N: Arithmetic<A>) => (x: Grid<A>): Grid<Dual<A>> => mapGrid((a: A) => dual(a, N.of(0)))(x)
