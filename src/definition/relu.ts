import { type Arithmetic, type Grid, mapGrid } from '../number/index.js'

/** y = max(0, x), entry by entry; the first wins a tie, so the derivative at 0 is that of 0. */
export const relu = <A>(N: Arithmetic<A>) => (x: Grid<A>): Grid<A> => mapGrid((a: A) => N.max(N.of(0), a))(x)
