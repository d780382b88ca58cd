import { type Arithmetic, type Grid, grid, mapGrid, maximum } from '../number/index.js'
import { placesOf } from './conv2d.js'

/** A window of `height` x `width` entries that moves by `stride`. */
export interface PoolWindow {
  readonly height: number
  readonly width: number
  readonly stride: number
}

/** The entries under the window at each place, in row-major order. */
export const windowsOf = ({ height, width, stride }: PoolWindow) => <A>(x: Grid<A>): Grid<ReadonlyArray<A>> => {
  const [examples = 0, channels = 0, rows = 0, columns = 0] = x.shape
  return grid([examples, channels, placesOf(rows, height, stride), placesOf(columns, width, stride)], (n = 0, c = 0, i = 0, j = 0) =>
    grid([height, width], (k = 0, l = 0) => x.at(n, c, i * stride + k, j * stride + l)).entries)
}

/** y_ncij = max_kl x_{n, c, is+k, js+l}, 0 <= k < height, 0 <= l < width; the first in row-major order wins a tie. */
export const maxPool2d = <A>(N: Arithmetic<A>) => (window: PoolWindow) => (x: Grid<A>): Grid<A> =>
  mapGrid(maximum(N))(windowsOf(window)(x))
