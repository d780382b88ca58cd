import { given } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { parameterless } from './primitive.js'
import { traced } from './traced.js'

export interface LeakyReluOptions {
  /** The slope on the left, from 0 to 1; 0.01 unless said. */
  readonly slope?: number
}

/**
 * The leaky rectifier y = max(slope x, x), entry by entry.
 *
 * Pullback: dx = dy where x > 0, else slope dy. At the kink x = 0 the derivative is the slope.
 * Domain: all finite numbers; x and dy up to 1e308 in size give finite results.
 * Shapes: any. Refuses a slope outside [0, 1], and dy of another shape than y.
 *
 * @example
 * const { y, pullback } = leakyRelu({ slope: 0.25 })(T.fromNested([-1, 0, 2]))
 * T.toNested(y) // [-0.25, 0, 2]
 * T.toNested(pullback(T.fromNested([4, 4, 4])).dx) // [1, 1, 4]
 *
 * @source Notes on CS231n, activation functions
 */
export const leakyRelu = (options: LeakyReluOptions = {}): ((x: Tensor) => Traced<{ readonly dx: Tensor }>) => {
  const { slope = 0.01 } = given.options('leakyRelu', options, ['slope'])
  given.number('leakyRelu', 'a slope from 0 to 1', slope, slope >= 0 && slope <= 1)
  return x => {
    const positive = T.greater(givenTensor('leakyRelu', x), 0)
    return traced('leakyRelu', T.where(positive, x, T.mul(x, slope)), dy =>
      ({ dx: T.where(positive, dy, T.mul(dy, slope)) }))
  }
}

export const LeakyRelu = (options: LeakyReluOptions = {}): Layer =>
  parameterless('leakyRelu', input => input, leakyRelu(options))
