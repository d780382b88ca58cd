import { conv2d, type FilterGrids, type WindowSteps } from '../src/definition/index.js'
import { type Arithmetic, type Grid, grid } from '../src/number/index.js'

// Small images and filters, and convolutions with them.

type Image<A> = (channel: number, row: number, column: number) => A

/** One image by its entries. */
export const image = <A>(channels: number, height: number, width: number, rule: Image<A>): Grid<A> =>
  grid([1, channels, height, width], (_n, c, i, j) => rule(c, i, j))

export const noBias = <A>(N: Arithmetic<A>, w: Grid<A>): FilterGrids<A> =>
  ({ w, b: grid([w.shape[0] ?? 0], () => N.of(0)) })

/** One filter with the same 3x3 weights in each channel. */
export const inEveryChannel = <A>(
  N: Arithmetic<A>, channels: number, weights: ReadonlyArray<ReadonlyArray<number>>
): Grid<A> =>
  grid([1, channels, 3, 3], (_f, _c, k, l) => N.of(weights[k]?.[l] ?? NaN))

/** A stride of 1, and nothing around the image. */
export const inside: WindowSteps = { stride: 1, pad: 0 }

/** y for an image and a filter that is the same in each channel. */
export const valid = <A>(N: Arithmetic<A>, weights: ReadonlyArray<ReadonlyArray<number>>, x: Grid<A>): Grid<A> =>
  conv2d(N)(inside)(noBias(N, inEveryChannel(N, x.shape[1] ?? 0, weights)))(x)
