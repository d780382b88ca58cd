import { type Arithmetic, type Grid, grid, mapGrid, maximum, sizes } from '../number/index.js'
import { placesOf } from './conv2d.js'

/** A window of `height` x `width` entries that moves by `stride`. */
export interface PoolWindow {
  readonly height: number
  readonly width: number
  readonly stride: number
}

/** The entries under the window at each place, in row-major order. */
export const windowsOf = ({ height, width, stride }: PoolWindow) => <A>(x: Grid<A>): Grid<ReadonlyArray<A>> => {
  const [examples, channels, rows, columns] = sizes(x, 4)
  return grid([examples, channels, placesOf(rows, height, stride), placesOf(columns, width, stride)], (n, c, i, j) =>
    grid([height, width], (k, l) => x.at(n, c, i * stride + k, j * stride + l)).entries)
}

/** y_ncij = max_kl x_{n, c, is+k, js+l}, 0 <= k < height, 0 <= l < width; the first in row-major order wins a tie. */
export const maxPool2d = <A>(N: Arithmetic<A>) => (window: PoolWindow) => (x: Grid<A>): Grid<A> =>
  mapGrid(maximum(N))(windowsOf(window)(x))
