import { type Divisible, type Grid, mapGrid } from '../number/index.js'
import { type PoolWindow, windowsOf } from './maxPool2d.js'

/**
 * y_ncij = the mean over k, l of x_{n, c, is+k-p, jt+l-q} for strides s, t and pads p, q, 0 <= k < height, 0 <= l < width, where x is 0
 * outside the image.
 */
export const averagePool2d = <A>(N: Divisible<A>) => (window: PoolWindow) => (x: Grid<A>): Grid<A> =>
  mapGrid((entries: ReadonlyArray<A>) => N.div(entries.reduce(N.add), N.of(window.height * window.width)))(
    windowsOf(window)(x)
  )
