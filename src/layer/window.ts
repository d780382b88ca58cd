import { given, refuse } from '../prelude/index.js'
import { type Shape, showShape } from '../number/index.js'
import type { Sliding } from '../tensor/kernel/sliding.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/** One number for both axes of an image, or [down, across]: one for its rows and one for its columns. */
export type PerAxis = number | readonly [number, number]

/** Down, and across. */
export type Pair = readonly [number, number]

/** A whole number from `least` for each axis. */
export const givenPerAxis = (place: string, what: string, value: PerAxis, least: number): Pair => {
  if (!Array.isArray(value)) return [given.whole(place, what, value as number, least), value as number]
  const [down, across] = value as Pair
  if (value.length !== 2) refuse('input', place, `${what}: one number, or two: [down, across]`, `${value.length} numbers`)
  return [given.whole(place, `${what} down`, down, least), given.whole(place, `${what} across`, across, least)]
}

/** The size of a window, how far it moves, and the border around the image, each down and across. */
export interface Window {
  readonly size: Pair
  readonly stride: Pair
  readonly pad: Pair
}

/** How the window slides over an image of shape (C, H, W); refuses a window that has no place on it. */
export const sliding = (place: string, { size: [height, width], stride, pad }: Window, image: Shape): Sliding => {
  const [channels = 0, rows = 0, columns = 0] = image
  if (height < 1 || width < 1) refuse('domain', place, 'a window of at least 1x1', `${height}x${width}`)
  if (image.length !== 3) refuse('shape', place, 'images of shape (channels, height, width)', showShape(image))
  const [tall, wide] = [rows + 2 * pad[0], columns + 2 * pad[1]]
  if (height > tall || width > wide) {
    const within = pad[0] + pad[1] > 0 ? `the image with its pad of ${[...new Set(pad)].join('x')}` : 'the image'
    refuse('shape', place, `a window of at most ${tall}x${wide}, ${within}`, `${height}x${width}`)
  }
  return {
    channels,
    height: rows,
    width: columns,
    rows: height,
    columns: width,
    stride,
    pad,
    down: Math.floor((tall - height) / stride[0]) + 1,
    across: Math.floor((wide - width) / stride[1]) + 1
  }
}

/** The images of a batch (N, C, H, W): how many, and the shape of each. */
export const batchOf = (place: string, x: Tensor): { readonly examples: number; readonly image: Shape } => {
  const [examples = 0, ...image] = givenTensor(place, x).shape
  return image.length === 3 ? { examples, image }
    : refuse('shape', place, 'x of shape (N, C, H, W)', showShape(x.shape))
}
