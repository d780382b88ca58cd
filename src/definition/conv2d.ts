import { type Arithmetic, type Grid, grid, sizes, sum } from '../number/index.js'

/** How a window moves over an image: `stride` entries at a time, over an image with `pad` rows and columns of zeros on each side. */
export interface WindowSteps {
  readonly stride: number
  readonly pad: number
}

/** The filters w (F, C, HH, WW) of a convolution and its bias b (F). */
export interface FilterGrids<A> {
  readonly w: Grid<A>
  readonly b: Grid<A>
}

/** How many places a window of this size has on a line of so many entries, one place every `stride`. */
export const placesOf = (size: number, window: number, stride: number): number =>
  Math.floor((size - window) / stride) + 1

/** y_nfij = b_f + sum_ckl x_{n, c, is+k-p, js+l-p} w_fckl, where x is 0 outside the image. */
export const conv2d = <A>(N: Arithmetic<A>) =>
  ({ stride, pad }: WindowSteps) => ({ w, b }: FilterGrids<A>) => (x: Grid<A>): Grid<A> => {
    const [examples, channels, height, width] = sizes(x, 4)
    const [filters, , rows, columns] = sizes(w, 4)
    const padded = (n: number, c: number, i: number, j: number): A =>
      (i >= 0 && i < height && j >= 0 && j < width ? x.at(n, c, i, j) : N.of(0))
    const output = [examples, filters, placesOf(height + 2 * pad, rows, stride), placesOf(
      width + 2 * pad, columns, stride
    )]
    return grid(output, (n, f, i, j) =>
      N.add(b.at(f), sum(N)([channels, rows, columns], (c, k, l) =>
        N.mul(padded(n, c, i * stride + k - pad, j * stride + l - pad), w.at(f, c, k, l)))))
  }
