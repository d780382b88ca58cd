import { type Arithmetic, type Grid, mapGrid } from '../number/index.js'

/** y = max(slope x, x) for a slope from 0 to 1, entry by entry; the first wins a tie, so the derivative at 0 is the slope. */
export const leakyRelu = <A>(N: Arithmetic<A>) =>
  (slope: A) => (x: Grid<A>): Grid<A> => mapGrid((a: A) => N.max(N.mul(slope, a), a))(x)
