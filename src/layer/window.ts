import { given, refuse } from '../prelude/index.js'
import { type Shape, showShape } from '../number/index.js'
import type { Sliding } from '../tensor/kernel/sliding.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/** The size of a window, how far it moves, and the border of zeros around the image. */
export interface Window {
  readonly height: number
  readonly width: number
  readonly stride: number
  readonly pad: number
}

/** The window of a pooling, its sizes and stride whole numbers from 1. */
export const windowOf = <W extends Omit<Window, 'pad'>>(place: string, window: W): W => {
  const { height, width, stride } = given.options(place, window, ['height', 'width', 'stride'])
  given.whole(place, 'height', height, 1)
  given.whole(place, 'width', width, 1)
  given.whole(place, 'stride', stride, 1)
  return window
}

/** How the window slides over an image of shape (C, H, W); refuses a window that has no place on it. */
export const sliding = (place: string, { height, width, stride, pad }: Window, image: Shape): Sliding => {
  const [channels = 0, rows = 0, columns = 0] = image
  if (height < 1 || width < 1) refuse('domain', place, 'a window of at least 1x1', `${height}x${width}`)
  if (image.length !== 3) refuse('shape', place, 'images of shape (channels, height, width)', showShape(image))
  const [tall, wide] = [rows + 2 * pad, columns + 2 * pad]
  if (height > tall || width > wide) {
    const within = pad > 0 ? `the image with its pad of ${pad}` : 'the image'
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
    down: Math.floor((tall - height) / stride) + 1,
    across: Math.floor((wide - width) / stride) + 1
  }
}

/** The images of a batch (N, C, H, W): how many, and the shape of each. */
export const batchOf = (place: string, x: Tensor): { readonly examples: number; readonly image: Shape } => {
  const [examples = 0, ...image] = givenTensor(place, x).shape
  return image.length === 3 ? { examples, image }
    : refuse('shape', place, 'x of shape (N, C, H, W)', showShape(x.shape))
}
