import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

/** Evenly spaced from one end to the other, in this shape. */
export const spaced = (low: number, high: number, shape: ReadonlyArray<number>): Tensor =>
  T.reshape(T.linspace(low, high, shape.reduce((n, size) => n * size, 1)), shape)
