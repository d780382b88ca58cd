import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Layer, Traced } from './Layer.js'
import { parameterless } from './primitive.js'
import { checkedRows, row, rowShape } from './rows.js'
import { traced } from './traced.js'

/**
 * Each row as probabilities: y_j = exp(x_j) / sum_k exp(x_k), with the largest x of the row taken off first, so that nothing overflows.
 *
 * Pullback: dx_j = y_j (dy_j - sum_k dy_k y_k). A constant added to dy changes nothing, so dy at the largest x is taken off first: no
 * digits are lost where y is near 1.
 * Domain: all finite numbers; x and dy up to 1e307 in size give finite results.
 * Shapes: x, y (N, C) with C >= 1; others are refused. To train a classifier use the loss softmaxCrossEntropy.
 *
 * @example
 * const { y, pullback } = softmax(T.fromNested([[0, 0], [1000, 0]]))
 * T.toNested(y) // [[0.5, 0.5], [1, 0]]
 * T.toNested(pullback(T.fromNested([[1, 0], [1, 0]])).dx) // [[0.25, -0.25], [0, 0]]
 *
 * @source Notes on CS231n, softmax
 */
export const softmax = (x: Tensor): Traced<{ readonly dx: Tensor }> => {
  const largest = T.argmax(checkedRows('softmax', x), row)
  const e = T.exp(T.sub(x, T.takeAlong(x, largest, 1)))
  const y = T.div(e, T.sum(e, row))
  return traced('softmax', y, dy => {
    const apart = T.sub(dy, T.takeAlong(dy, largest, 1))
    return { dx: T.mul(y, T.sub(apart, T.sum(T.mul(apart, y), row))) }
  })
}

export const Softmax: Layer = parameterless('softmax', rowShape('softmax'), softmax)
