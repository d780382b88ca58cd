import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Layer, Traced } from './Layer.js'
import { parameterless } from './primitive.js'
import { checkedRows, row, rowShape } from './rows.js'
import { traced } from './traced.js'

/**
 * The logarithm of the softmax of each row: y_j = x_j - log sum_k exp(x_k), with the largest x of the row taken off first, so that nothing
 * overflows, and log(1 + the other terms) by log1p: where a probability rounds to 0 or 1, its logarithm keeps its digits.
 *
 * Pullback: dx_j = dy_j - p_j sum_k dy_k with p = softmax(x). The entries of a row add up to 0: that at the largest x is minus the sum of
 * the others, so that no digits are lost where p is near 1.
 * Domain: all finite numbers; x and dy up to 1e307 in size give finite results.
 * Shapes: x, y (N, C) with C >= 1; others are refused, and dy of another shape than y.
 *
 * @example
 * const { y, pullback } = logSoftmax(T.fromNested([[1000, 0]]))
 * T.toNested(y) // [[0, -1000]]
 * T.toNested(pullback(T.fromNested([[0, 1]])).dx) // [[-1, 1]]
 *
 * @source Notes on CS231n, softmax
 */
export const logSoftmax = (x: Tensor): Traced<{ readonly dx: Tensor }> => {
  const largest = T.argmax(checkedRows('logSoftmax', x), row)
  const isLargest = T.equalEntries(T.reshape(T.arange(x.shape[1] ?? 0), [1, -1]), largest)
  const apart = T.sub(x, T.takeAlong(x, largest, 1))
  const e = T.exp(apart)
  const beside = (t: Tensor): Tensor => T.sum(T.where(isLargest, 0, t), row)
  const y = T.sub(apart, T.map(beside(e), Math.log1p))
  return traced('logSoftmax', y, dy => {
    const p = T.div(e, T.sum(e, row))
    const dx = T.sub(dy, T.mul(p, T.sum(dy, row)))
    return { dx: T.where(isLargest, T.neg(beside(dx)), dx) }
  })
}

export const LogSoftmax: Layer = parameterless('logSoftmax', rowShape('logSoftmax'), logSoftmax)
