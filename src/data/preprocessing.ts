import { refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'

// Each learns from the rows of one array, and gives the map that is then applied to it and to others. Nothing is divided by the spread of
// a constant column, whose entries become 0.

const checkedRows = (place: string, x: Tensor): Tensor =>
  x.shape.length === 2 && (x.shape[0] ?? 0) > 0 ? x : refuse('shape', place, 'x of shape (N, D) with at least one row', showShape(x.shape))

// The first row is taken off before anything is averaged: equal entries then give exactly 0, and a large mean drowns no digits.
const centring = (x: Tensor): ((y: Tensor) => Tensor) => {
  const first = T.row(x, 0)
  const offset = T.mean(T.sub(x, first), { axis: 0 })
  return y => T.sub(T.sub(y, first), offset)
}

const orOne = (spread: Tensor): Tensor => T.where(spread, spread, 1)

/**
 * Mean subtraction: y_id - mu_d, where mu_d is the mean of column d of x.
 *
 * Shapes: x (N, D), y (M, D), the result (M, D). Refuses an x without rows.
 *
 * @example
 * const x = T.fromNested([[1, 5], [3, 5]])
 * T.toNested(meanSubtraction(x)(x)) // [[-1, 0], [1, 0]]
 *
 * @source Notes on CS231n, data preprocessing
 */
export const meanSubtraction = (x: Tensor): ((y: Tensor) => Tensor) => centring(checkedRows('meanSubtraction', x))

/**
 * Standardisation: (y_id - mu_d) / sigma_d, with the mean and the standard deviation (divided by N) of column d of x. A constant column
 * is only centred.
 *
 * Shapes: x (N, D), y (M, D), the result (M, D). Refuses an x without rows.
 *
 * @example
 * const x = T.fromNested([[1, 5], [3, 5]])
 * T.toNested(standardisation(x)(x)) // [[-1, 0], [1, 0]]
 * T.toNested(standardisation(x)(T.fromNested([[6, 6]]))) // [[4, 1]]
 *
 * @source Notes on CS231n, data preprocessing
 */
export const standardisation = (x: Tensor): ((y: Tensor) => Tensor) => {
  const centred = centring(checkedRows('standardisation', x))
  const [rows = 0, columns = 0] = x.shape
  const apart = centred(x)
  // norm scales where squares would vanish or overflow
  const deviations = T.tabulate([columns], d => T.norm(T.slice(apart, [{}, d ?? 0])) / Math.sqrt(rows))
  return y => T.div(centred(y), orOne(deviations))
}

/**
 * Min-max scaling: ((y_id - min_d) - (max_d - y_id)) / (max_d - min_d), which takes the smallest entry of column d of x to -1 and the
 * largest to 1, exactly. A constant column has no range, and is divided by 1.
 *
 * Shapes: x (N, D), y (M, D), the result (M, D). Refuses an x without rows.
 *
 * @example
 * const x = T.fromNested([[1, 5], [2, 5], [5, 5]])
 * T.toNested(minMaxScaling(x)(x)) // [[-1, 0], [-0.5, 0], [1, 0]]
 *
 * @source Notes on CS231n, data preprocessing
 */
export const minMaxScaling = (x: Tensor): ((y: Tensor) => Tensor) => {
  const over = { axis: 0 }
  const [least, most] = [T.min(checkedRows('minMaxScaling', x), over), T.max(x, over)]
  return y => T.div(T.sub(T.sub(y, least), T.sub(most, y)), orOne(T.sub(most, least)))
}
