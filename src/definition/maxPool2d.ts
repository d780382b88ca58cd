import { type Arithmetic, type Grid, grid, mapGrid, maximum, sizes } from '../number/index.js'
import { type PerAxis, perAxis, placesOf } from './conv2d.js'

/** A window of `height` x `width` entries that moves by `stride`, over an image with a border of `pad` rows and columns: 0 unless said. */
export interface PoolWindow {
  readonly height: number
  readonly width: number
  readonly stride: PerAxis
  readonly pad?: PerAxis
}

/** The entries of the image under the window at each place, in row-major order: what of the window lies on the border is left out. */
export const windowsOf = ({ height, width, stride, pad = 0 }: PoolWindow) =>
  <A>(x: Grid<A>): Grid<ReadonlyArray<A>> => {
    const [examples, channels, rows, columns] = sizes(x, 4)
    const [[s, t], [p, q]] = [perAxis(stride), perAxis(pad)]
    const output = [examples, channels, placesOf(rows + 2 * p, height, s), placesOf(columns + 2 * q, width, t)]
    return grid(output, (n, c, i, j) => grid([height, width], (k, l) => [i * s + k - p, j * t + l - q] as const).entries
      .filter(([u, v]) => u >= 0 && u < rows && v >= 0 && v < columns)
      .map(([u, v]) => x.at(n, c, u, v)))
  }

/**
 * y_ncij = max_kl x_{n, c, is+k-p, jt+l-q} for strides s, t and pads p, q, over 0 <= k < height and 0 <= l < width that lie on the image;
 * the first in row-major order wins a tie.
 */
export const maxPool2d = <A>(N: Arithmetic<A>) => (window: PoolWindow) => (x: Grid<A>): Grid<A> =>
  mapGrid(maximum(N))(windowsOf(window)(x))
