import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { parameterless } from './primitive.js'
import { traced } from './traced.js'

/**
 * The logistic function y = 1 / (1 + exp(-x)), entry by entry.
 *
 * Pullback: dx = dy y (1 - y), computed as dy e / (1 + e)^2 with e = exp(-|x|), which loses no digits where y is near 1.
 * No power is above 1, so nothing overflows: y = 1 / (1 + e) for x >= 0, and e / (1 + e) below.
 * Domain: all finite numbers; x and dy up to 1e308 in size give finite results.
 * Shapes: any; dy has that of y, and any other is refused. y rounds to 1 from x = 37 on.
 *
 * @example
 * const { y, pullback } = sigmoid(T.fromNested([0, -1000, 1000]))
 * T.toNested(y) // [0.5, 0, 1]
 * T.toNested(pullback(T.fromNested([1, 1, 1])).dx) // [0.25, 0, 0]
 *
 * @source Notes on CS231n, activation functions
 */
export const sigmoid = (x: Tensor): Traced<{ readonly dx: Tensor }> => {
  const e = T.exp(T.neg(T.abs(givenTensor('sigmoid', x))))
  const whole = T.add(1, e)
  return traced('sigmoid', T.div(T.where(T.greaterEqual(x, 0), 1, e), whole), dy => ({
    dx: T.mul(dy, T.div(e, T.mul(whole, whole)))
  }))
}

export const Sigmoid: Layer = parameterless('sigmoid', input => input, sigmoid)
