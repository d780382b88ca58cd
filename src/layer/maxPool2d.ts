import { sizeOf } from '../number/index.js'
import type { Tensor } from '../tensor/index.js'
import { argmaxPooled, maxPooled, scatter } from '../tensor/kernel/pool.js'
import { bufferOf, ofBuffer } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { parameterless } from './primitive.js'
import { traced } from './traced.js'
import { batchOf, sliding, windowOf } from './window.js'

/** A window of `height` x `width` entries that moves by `stride`. */
export interface PoolOptions {
  readonly height: number
  readonly width: number
  readonly stride: number
}

/**
 * The largest entry under a window, for each channel: y_ncij = max_kl x_{n, c, is+k, js+l} with 0 <= k < height, 0 <= l < width.
 *
 * Pullback: each dy_ncij goes to the entry that was the largest, the first in row-major order on a tie; where windows overlap, what they
 * send to one entry is added.
 * Domain: all finite numbers; x and dy up to 1e270 in size give finite results.
 * Shapes: x (N, C, H, W), y (N, C, H', W') with H' = floor((H - height) / s) + 1, and W' alike. Rows and columns that the last window does
 * not reach have no effect. A NaN under a window is its largest entry.
 * Refuses a window larger than the image, sizes and strides that are not whole numbers from 1, and dy of another shape than y.
 *
 * @example
 * const image = T.fromNested([[[[1, 5, 2], [5, 0, 3]]]])
 * const { y, pullback } = maxPool2d({ height: 2, width: 2, stride: 1 })(image)
 * T.toNested(y) // [[[[5, 5]]]]
 * T.toNested(pullback(T.fromNested([[[[10, 1]]]])).dx) // [[[[0, 11, 0], [0, 0, 0]]]]
 *
 * @source Notes on CS231n, max pooling layer
 */
export const maxPool2d = (options: PoolOptions): ((x: Tensor) => Traced<{ readonly dx: Tensor }>) => {
  const { height, width, stride } = windowOf('maxPool2d', options)
  return x => {
    const { examples, image } = batchOf('maxPool2d', x)
    const s = sliding('maxPool2d', { height, width, stride, pad: 0 }, image)
    const output = [examples, s.channels, s.down, s.across]
    const planes = examples * s.channels
    return traced('maxPool2d', ofBuffer(output, maxPooled(s, planes, bufferOf(x))), dy => ({
      dx: ofBuffer(x.shape, scatter(sizeOf(x.shape), argmaxPooled(s, planes, bufferOf(x)), bufferOf(dy)))
    }))
  }
}

/** Max pooling as a layer, each example of shape (C, H, W). */
export const MaxPool2d = (options: PoolOptions): Layer => parameterless('maxPool2d', image => {
  const { channels, down, across } = sliding('maxPool2d', { ...options, pad: 0 }, image)
  return [channels, down, across]
}, maxPool2d(options))
