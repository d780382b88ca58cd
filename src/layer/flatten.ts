import { refuse } from '../prelude/index.js'
import { sizeOf } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { parameterless } from './primitive.js'
import { traced } from './traced.js'

/**
 * Each example as one row, its entries in row-major order: y_np = the entry of example n at position p.
 *
 * Pullback: dx is dy in the shape of x.
 * Shapes: x (N, d_1, ..., d_k), y (N, d_1 ... d_k). Refuses a scalar, which has no examples, and dy of another shape than y.
 *
 * @example
 * const { y, pullback } = flatten(T.fromNested([[[1, 2], [3, 4]], [[5, 6], [7, 8]]]))
 * T.toNested(y) // [[1, 2, 3, 4], [5, 6, 7, 8]]
 * pullback(y).dx.shape // [2, 2, 2]
 *
 * @source Notes on CS231n, affine layer, which does this to its input
 */
export const flatten = (x: Tensor): Traced<{ readonly dx: Tensor }> => {
  const [examples, ...example] = givenTensor('flatten', x).shape
  if (examples === undefined) return refuse('shape', 'flatten', 'a batch of examples', 'a scalar')
  return traced('flatten', T.reshape(x, [examples, sizeOf(example)]), dy => ({ dx: T.reshape(dy, x.shape) }))
}

export const Flatten: Layer = parameterless('flatten', example => [sizeOf(example)], flatten)
