import { type Arithmetic, type Dual, dual, fromEntries, type Grid, mapGrid } from '../number/index.js'

/**
 * The gradient of a formula at w: the formula run over duals, once along each axis. At a kink it is the subgradient of the branch that
 * the formula takes.
 */
export const gradientOf = <A>(N: Arithmetic<A>) => (f: (w: Grid<Dual<A>>) => Dual<A>) => (w: Grid<A>): Grid<A> =>
  fromEntries(w.shape, w.entries.map((_, axis) =>
    f(fromEntries(w.shape, w.entries.map((x, i) => dual(x, N.of(i === axis ? 1 : 0))))).tangent))

/** Numbers that do not vary, as duals: the data of a formula that is differentiated by something else. */
export const held = <A>(N: Arithmetic<A>) => (x: Grid<A>): Grid<Dual<A>> => mapGrid((a: A) => dual(a, N.of(0)))(x)
