import { sizeOf } from '../number/index.js'
import type { Tensor } from '../tensor/index.js'
import { argmaxPooled, maxPooled, scatter } from '../tensor/kernel/pool.js'
import { bufferOf, ofBuffer } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { pooling, poolingLayer, type PoolOptions } from './pooling.js'
import { traced } from './traced.js'

/**
 * The largest entry under a window, for each channel: y_ncij = max_kl x_{n, c, is+k-p, jt+l-q} with 0 <= k < height, 0 <= l < width, for
 * strides s down and t across, and pads p above and below and q on either side, 0 unless given. What of the window lies on the border
 * does not count: it is as if it were minus infinity, and a tie with it is not won.
 *
 * Pullback: each dy_ncij goes to the entry that was the largest, the first in row-major order on a tie; where windows overlap, what they
 * send to one entry is added.
 * Domain: all finite numbers; x and dy up to 1e270 in size give finite results.
 * Shapes: x (N, C, H, W), y (N, C, H', W') with H' = floor((H + 2p - height) / s) + 1, and W' alike. Rows and columns that the last window
 * does not reach have no effect. A NaN under a window is its largest entry.
 * Refuses a window larger than the image with its border, a pad that is not smaller than the window, sizes and strides that are not whole
 * numbers from 1, pads that are not whole numbers from 0, and dy of another shape than y.
 *
 * @example
 * const image = T.fromNested([[[[1, 5, 2], [5, 0, 3]]]])
 * const { y, pullback } = maxPool2d({ height: 2, width: 2, stride: 1 })(image)
 * T.toNested(y) // [[[[5, 5]]]]
 * T.toNested(pullback(T.fromNested([[[[10, 1]]]])).dx) // [[[[0, 11, 0], [0, 0, 0]]]]
 * T.toNested(maxPool2d({ height: 2, width: 2, stride: [1, 2], pad: [0, 1] })(image).y) // [[[[5, 5]]]]
 * T.toNested(maxPool2d({ height: 2, width: 2, stride: 2, pad: 1 })(image).y) // [[[[1, 5], [5, 3]]]]
 *
 * @source Notes on CS231n, max pooling layer
 */
export const maxPool2d = (options: PoolOptions): ((x: Tensor) => Traced<{ readonly dx: Tensor }>) =>
  pooling('maxPool2d', options, (s, planes, output, x) =>
    traced('maxPool2d', ofBuffer(output, maxPooled(s, planes, bufferOf(x))), dy => ({
      dx: ofBuffer(x.shape, scatter(sizeOf(x.shape), argmaxPooled(s, planes, bufferOf(x)), bufferOf(dy)))
    })))

/** Max pooling as a layer, each example of shape (C, H, W). */
export const MaxPool2d = (options: PoolOptions): Layer => poolingLayer('maxPool2d', options, maxPool2d)
