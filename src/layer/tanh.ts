import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { parameterless } from './primitive.js'
import { traced } from './traced.js'

/**
 * The hyperbolic tangent y = tanh(x), entry by entry.
 *
 * Pullback: dx = dy (1 - y^2), computed as dy 4 e / (1 + e)^2 with e = exp(-2 |x|), which loses no digits where y is near 1.
 * Domain: all finite numbers; x and dy up to 1e308 in size give finite results.
 * Shapes: any; dy has that of y, and any other is refused.
 *
 * @example
 * const { y, pullback } = tanh(T.fromNested([0, 1000]))
 * T.toNested(y) // [0, 1]
 * T.toNested(pullback(T.fromNested([3, 3])).dx) // [3, 0]
 *
 * @source Notes on CS231n, activation functions
 */
export const tanh = (x: Tensor): Traced<{ readonly dx: Tensor }> =>
  traced('tanh', T.tanh(givenTensor('tanh', x)), dy => {
    const e = T.exp(T.mul(T.abs(x), -2))
    const whole = T.add(1, e)
    return { dx: T.mul(dy, T.div(T.mul(e, 4), T.mul(whole, whole))) }
  })

export const Tanh: Layer = parameterless('tanh', input => input, tanh)
