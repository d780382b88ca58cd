import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { spread, sumPooled } from '../tensor/kernel/pool.js'
import { bufferOf, ofBuffer } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { pooling, poolingLayer, type PoolOptions } from './pooling.js'
import { traced } from './traced.js'

/**
 * The mean of the entries under a window, for each channel: y_ncij = (1 / (h w)) sum_kl x_{n, c, is+k-p, jt+l-q} with 0 <= k < h = height
 * and 0 <= l < w = width, for strides s down and t across, and pads p above and below and q on either side, 0 unless given. The border is
 * of zeros that count, as for conv2d with filters of 1 / (h w): a window that lies half on it has half the mean.
 *
 * Pullback: each entry under a window receives dy_ncij / (h w); where windows overlap, these are added.
 * Domain: all finite numbers; x and dy up to 1e270 in size give finite results.
 * Shapes: x (N, C, H, W), y (N, C, H', W') with H' = floor((H + 2p - h) / s) + 1, and W' alike.
 * Refuses a window larger than the image with its border, a pad that is not smaller than the window, sizes and strides that are not whole
 * numbers from 1, pads that are not whole numbers from 0, and dy of another shape than y.
 *
 * @example
 * const image = T.fromNested([[[[1, 5, 3], [5, 1, 3]]]])
 * const { y, pullback } = averagePool2d({ height: 2, width: 2, stride: 1 })(image)
 * T.toNested(y) // [[[[3, 3]]]]
 * T.toNested(pullback(T.fromNested([[[[8, 4]]]])).dx) // [[[[2, 3, 1], [2, 3, 1]]]]
 * T.toNested(averagePool2d({ height: 2, width: 2, stride: [1, 2], pad: [0, 1] })(image).y) // [[[[1.5, 3]]]]
 *
 * @source The usual definition
 */
export const averagePool2d = (options: PoolOptions): ((x: Tensor) => Traced<{ readonly dx: Tensor }>) =>
  pooling('averagePool2d', options, (s, planes, output, x) => {
    const area = s.rows * s.columns
    return traced('averagePool2d', T.div(ofBuffer(output, sumPooled(s, planes, bufferOf(x))), area), dy => ({
      dx: ofBuffer(x.shape, spread(s, planes, bufferOf(T.div(dy, area))))
    }))
  })

/** Average pooling as a layer, each example of shape (C, H, W). */
export const AveragePool2d = (options: PoolOptions): Layer => poolingLayer('averagePool2d', options, averagePool2d)
