import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { parameterless } from './primitive.js'
import { traced } from './traced.js'

/**
 * The rectifier y = max(0, x), entry by entry.
 *
 * Pullback: dx = dy where x > 0, else 0. At the kink x = 0 the derivative is 0.
 * Domain: all finite numbers; x and dy up to 1e308 in size give finite results.
 * Shapes: any; dy has that of y, and any other is refused.
 *
 * @example
 * const { y, pullback } = relu(T.fromNested([-1, 0, 2]))
 * T.toNested(y) // [0, 0, 2]
 * T.toNested(pullback(T.fromNested([5, 5, 5])).dx) // [0, 0, 5]
 *
 * @source Notes on CS231n, relu layer
 */
export const relu = (x: Tensor): Traced<{ readonly dx: Tensor }> => {
  givenTensor('relu', x)
  return traced('relu', T.maximum(0, x), dy => ({ dx: T.where(T.greater(x, 0), dy, 0) }))
}

export const Relu: Layer = parameterless('relu', input => input, relu)
