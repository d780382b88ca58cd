import {
  type Analytic, type Arithmetic, type Dual, dual, dualsAlongAll, fromEntries, type Grid, mapGrid
} from '../number/index.js'

/**
 * The gradient of a formula at w: the formula run over duals, once along each axis. At a kink it is the subgradient of the branch that
 * the formula takes.
 */
export const gradientOf = <A>(N: Arithmetic<A>) => (f: (w: Grid<Dual<A>>) => Dual<A>) => (w: Grid<A>): Grid<A> =>
  fromEntries(w.shape, w.entries.map((_, axis) =>
    f(fromEntries(w.shape, w.entries.map((x, i) => dual(x, N.of(i === axis ? 1 : 0))))).tangent))

/** Numbers that do not vary, as duals: the data of a formula that is differentiated by something else. */
export const held = <A>(N: Arithmetic<A>) => (x: Grid<A>): Grid<Dual<A>> => mapGrid((a: A) => dual(a, N.of(0)))(x)

/** The same for a formula over any number system, along all axes in one run. */
export const partials = <A>(N: Analytic<A>) =>
  (f: <B>(M: Analytic<B>) => (w: Grid<B>) => B) => (w: Grid<A>): Grid<A> => {
    const axes = w.entries.map((_, axis) => axis)
    const [zero, one] = [N.of(0), N.of(1)]
    const varied = fromEntries(w.shape, w.entries.map((x, i) => dual(x, axes.map(axis => (axis === i ? one : zero)))))
    const { tangent } = f(dualsAlongAll(N))(varied)
    return fromEntries(w.shape, axes.map(axis => tangent[axis] ?? zero))
  }
