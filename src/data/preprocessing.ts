import { refuse } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import { sameShape, showShape } from '../number/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/** Learns from examples in rows, and gives the map for these and others. */
export type Preprocessing = (fit: Tensor) => (x: Tensor) => Tensor

const columns = { axis: 0 }

const checked = (place: string, x: Tensor): Tensor =>
  givenTensor(place, x).shape.length === 2 && x.shape[0] !== 0
    ? x
    : refuse('shape', place, 'examples of shape (N, D), one at least', showShape(x.shape))

/** Other examples, with the features of those that were learned from. */
const alike = (place: string, fit: Tensor, x: Tensor): Tensor =>
  sameShape(givenTensor(place, x).shape.slice(1), fit.shape.slice(1)) && x.shape.length === 2
    ? x
    : refuse('shape', place, `examples of shape (N, ${fit.shape[1]})`, showShape(x.shape))

/** The power of two near the largest size in each feature: divided by it, squares neither overflow nor vanish, and no bit is lost. */
const unitOf = (x: Tensor): Tensor => T.map(T.max(T.abs(x), columns), largest =>
  (largest > 0 && largest < Infinity ? 2 ** Math.max(-1022, Math.floor(Math.log2(largest))) : 1))

/** Whether a feature has one value only. (Its computed deviation need not be 0, for its computed mean is rounded.) */
const constant = (x: Tensor): Tensor => T.equalEntries(T.min(x, columns), T.max(x, columns))

/** Its mean; the very value where a feature has one only. */
const meanOf = (x: Tensor): Tensor => T.where(constant(x), T.min(x, columns), T.mean(x, columns))

/**
 * Mean subtraction: x - mean, each feature by its mean over the examples given first.
 *
 * Shapes: (N, D). A constant feature becomes exactly 0.
 *
 * @example
 * T.toNested(centred(T.fromNested([[1, 5], [3, 5]]))(T.fromNested([[1, 5], [3, 5], [4, 6]]))) // [[-1, 0], [1, 0], [2, 1]]
 *
 * @source Notes on CS231n, data preprocessing
 */
export const centred: Preprocessing = fit => {
  const mean = meanOf(checked('centred', fit))
  return x => T.sub(alike('centred', fit, x), mean)
}

/**
 * Standardisation: (x - mean) / deviation, each feature by its mean and uncorrected deviation over the examples given first.
 *
 * Shapes: (N, D). A constant feature has no deviation to divide by and is only centred.
 *
 * @example
 * T.toNested(standardised(T.fromNested([[1, 5], [3, 5]]))(T.fromNested([[1, 5], [3, 5], [4, 6]]))) // [[-1, 0], [1, 0], [2, 1]]
 *
 * @source Notes on CS231n, data preprocessing
 */
export const standardised: Preprocessing = fit => {
  const unit = unitOf(checked('standardised', fit))
  const inUnits = T.div(fit, unit)
  const mean = meanOf(inUnits)
  const deviation = T.where(constant(fit), T.div(1, unit), T.sqrt(T.variance(inUnits, columns)))
  return x => T.div(T.sub(T.div(alike('standardised', fit, x), unit), mean), deviation)
}

/**
 * Min-max scaling to [-1, 1]: 2 (x - min) / (max - min) - 1, each feature by its range over the examples given first.
 *
 * Shapes: (N, D). A constant feature becomes 0.
 *
 * @example
 * T.toNested(scaledToRange(T.fromNested([[1, 5], [3, 5]]))(T.fromNested([[1, 5], [3, 5], [4, 5]]))) // [[-1, 0], [1, 0], [2, 0]]
 *
 * @source Notes on CS231n, data preprocessing
 */
export const scaledToRange: Preprocessing = fit => {
  const [low, high] = [T.min(checked('scaledToRange', fit), columns), T.max(fit, columns)]
  const range = T.where(constant(fit), 1, T.sub(high, low))
  const start = T.where(constant(fit), 0, -1)
  return x => T.add(T.mul(T.div(T.sub(alike('scaledToRange', fit, x), low), range), 2), start)
}

/**
 * The bias trick: a last feature of 1, so that x w + b = [x 1] w' with b as the last row of w'.
 *
 * @example
 * T.toNested(biasTrick(T.fromNested([[1, 2], [3, 4]]))) // [[1, 2, 1], [3, 4, 1]]
 *
 * @source Notes on CS231n, bias trick
 */
export const biasTrick = (x: Tensor): Tensor =>
  T.concatenate([x, T.ones([checked('biasTrick', x).shape[0] ?? 0, 1])], 1)
