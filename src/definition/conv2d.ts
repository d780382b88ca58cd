import { type Arithmetic, type Grid, grid, sizes, sum } from '../number/index.js'

/** One number for both axes of an image, or one for its rows and one for its columns. */
export type PerAxis = number | readonly [number, number]

/** For rows, and for columns. */
export const perAxis = (value: PerAxis): readonly [number, number] => (typeof value === 'number' ? [value, value] : value)

/** How a window moves over an image: `stride` entries at a time, over an image with `pad` rows and columns of zeros on each side. */
export interface WindowSteps {
  readonly stride: PerAxis
  readonly pad: PerAxis
}

/** The filters w (F, C, HH, WW) of a convolution and its bias b (F). */
export interface FilterGrids<A> {
  readonly w: Grid<A>
  readonly b: Grid<A>
}

/** How many places a window of this size has on a line of so many entries, one place every `stride`. */
export const placesOf = (size: number, window: number, stride: number): number =>
  Math.floor((size - window) / stride) + 1

/** y_nfij = b_f + sum_ckl x_{n, c, is+k-p, jt+l-q} w_fckl for strides s, t and pads p, q, where x is 0 outside the image. */
export const conv2d = <A>(N: Arithmetic<A>) =>
  ({ stride, pad }: WindowSteps) => ({ w, b }: FilterGrids<A>) => (x: Grid<A>): Grid<A> => {
    const [examples, channels, height, width] = sizes(x, 4)
    const [filters, , rows, columns] = sizes(w, 4)
    const [[s, t], [p, q]] = [perAxis(stride), perAxis(pad)]
    const padded = (n: number, c: number, i: number, j: number): A =>
      (i >= 0 && i < height && j >= 0 && j < width ? x.at(n, c, i, j) : N.of(0))
    const output = [examples, filters, placesOf(height + 2 * p, rows, s), placesOf(width + 2 * q, columns, t)]
    return grid(output, (n, f, i, j) =>
      N.add(b.at(f), sum(N)([channels, rows, columns], (c, k, l) =>
        N.mul(padded(n, c, i * s + k - p, j * t + l - q), w.at(f, c, k, l)))))
  }
