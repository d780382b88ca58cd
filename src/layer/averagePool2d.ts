import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { spread, sumPooled } from '../tensor/kernel/pool.js'
import { bufferOf, ofBuffer } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import type { PoolOptions } from './maxPool2d.js'
import { parameterless } from './primitive.js'
import { traced } from './traced.js'
import { batchOf, sliding, windowOf } from './window.js'

/**
 * The mean of the entries under a window, for each channel: y_ncij = (1 / (h w)) sum_kl x_{n, c, is+k, js+l} with 0 <= k < h = height and
 * 0 <= l < w = width.
 *
 * Pullback: each entry under a window receives dy_ncij / (h w); where windows overlap, these are added.
 * Domain: all finite numbers; x and dy up to 1e270 in size give finite results.
 * Shapes: x (N, C, H, W), y (N, C, H', W') with H' = floor((H - h) / s) + 1, and W' alike.
 * Refuses a window larger than the image, sizes and strides that are not whole numbers from 1, and dy of another shape than y.
 *
 * @example
 * const image = T.fromNested([[[[1, 5, 3], [5, 1, 3]]]])
 * const { y, pullback } = averagePool2d({ height: 2, width: 2, stride: 1 })(image)
 * T.toNested(y) // [[[[3, 3]]]]
 * T.toNested(pullback(T.fromNested([[[[8, 4]]]])).dx) // [[[[2, 3, 1], [2, 3, 1]]]]
 *
 * @source The usual definition
 */
export const averagePool2d = (options: PoolOptions): ((x: Tensor) => Traced<{ readonly dx: Tensor }>) => {
  const { height, width, stride } = windowOf('averagePool2d', options)
  return x => {
    const { examples, image } = batchOf('averagePool2d', x)
    const s = sliding('averagePool2d', { height, width, stride, pad: 0 }, image)
    const output = [examples, s.channels, s.down, s.across]
    const planes = examples * s.channels
    return traced('averagePool2d', T.div(ofBuffer(output, sumPooled(s, planes, bufferOf(x))), height * width), dy => ({
      dx: ofBuffer(x.shape, spread(s, planes, bufferOf(T.div(dy, height * width))))
    }))
  }
}

/** Average pooling as a layer, each example of shape (C, H, W). */
export const AveragePool2d = (options: PoolOptions): Layer => parameterless('averagePool2d', image => {
  const { channels, down, across } = sliding('averagePool2d', { ...options, pad: 0 }, image)
  return [channels, down, across]
}, averagePool2d(options))
