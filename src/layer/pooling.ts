import { given, refuse } from '../prelude/index.js'
import { type Shape, showShape } from '../number/index.js'
import type { Sliding } from '../tensor/kernel/sliding.js'
import type { Tensor } from '../tensor/index.js'
import type { Layer, Traced } from './Layer.js'
import { parameterless } from './primitive.js'
import { batchOf, givenPerAxis, type PerAxis, sliding, type Window } from './window.js'

// What both poolings share: their options, and that every window has an entry of the image in it.

/** A window of `height` x `width` entries. */
export interface PoolOptions {
  readonly height: number
  readonly width: number
  /** How far the window moves: one number for both axes, or [down, across]. */
  readonly stride: PerAxis
  /** How many rows and columns lie around the image, on each side: 0 unless said, one number or [down, across], smaller than the window. */
  readonly pad?: PerAxis
}

/** The window of a pooling, at the door of a function that is given one. */
export const givenPool = (place: string, options: PoolOptions): Window => {
  const { height, width, stride, pad = 0 } = given.options(place, options, ['height', 'width', 'stride', 'pad'])
  const size = [given.whole(place, 'height', height, 1), given.whole(place, 'width', width, 1)] as const
  const steps = givenPerAxis(place, 'stride', stride, 1)
  const [above, beside] = givenPerAxis(place, 'pad', pad, 0)
  if (above >= height || beside >= width) {
    refuse('domain', place, `a pad smaller than the window of ${height}x${width}`, `${above}x${beside}`)
  }
  return { size, stride: steps, pad: [above, beside] }
}

/** How the window of a pooling slides over an image, which must have entries: a border has none that count. */
const slidingOver = (place: string, window: Window, image: Shape): Sliding =>
  (image.length === 3 && image.slice(1).includes(0)
    ? refuse('shape', place, 'images of at least one row and one column', showShape(image))
    : sliding(place, window, image))

/** A pooling of batches, from what it does with the channels of all examples once it is known how the window slides. */
export const pooling = (
  place: string, options: PoolOptions,
  pool: (slide: Sliding, planes: number, output: Shape, x: Tensor) => Traced<{ readonly dx: Tensor }>
): ((x: Tensor) => Traced<{ readonly dx: Tensor }>) => {
  const window = givenPool(place, options)
  return x => {
    const { examples, image } = batchOf(place, x)
    const s = slidingOver(place, window, image)
    return pool(s, examples * s.channels, [examples, s.channels, s.down, s.across], x)
  }
}

/** A pooling as a layer, each example of shape (C, H, W). */
export const poolingLayer = (
  place: string, options: PoolOptions, pool: (options: PoolOptions) => (x: Tensor) => Traced<{ readonly dx: Tensor }>
): Layer => {
  const window = givenPool(place, options)
  return parameterless(place, image => {
    const { channels, down, across } = slidingOver(place, window, image)
    return [channels, down, across]
  }, pool(options))
}
