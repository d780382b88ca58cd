import { type Divisible, type Grid, mapGrid } from '../number/index.js'
import { type PoolWindow, windowsOf } from './maxPool2d.js'

/** y_ncij = the mean over k, l of x_{n, c, is+k, js+l}, 0 <= k < height, 0 <= l < width. */
export const averagePool2d = <A>(N: Divisible<A>) => (window: PoolWindow) => (x: Grid<A>): Grid<A> =>
  mapGrid((entries: ReadonlyArray<A>) => N.div(entries.reduce(N.add), N.of(entries.length)))(windowsOf(window)(x))
