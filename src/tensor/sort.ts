import { sizeOf } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'
import { moveaxis } from './arrange.js'
import { axisOf, sizeAt } from './axes.js'
import { countsOf } from './kernel/reduce.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/**
 * The indices that sort along an axis (the last, if not said), ascending: equals keep their order, and NaN comes last.
 * @example
 * T.toNested(T.argsort(T.fromNested([3, 1, NaN, 1]))) // [1, 3, 0, 2]
 */
export const argsort = (x: Tensor, axis: number = -1): Tensor => {
  const along = axisOf('argsort', givenTensor('argsort', x).shape, axis)
  const last = x.shape.length - 1
  if (along !== last) return moveaxis(argsort(moveaxis(x, along, last)), last, along)
  const n = sizeAt(x.shape, last)
  const data = bufferOf(x)
  const count = sizeOf(x.shape.slice(0, last))
  const lanes = Array.from({ length: count }, (_, lane) => sortedIndices(data.subarray(lane * n, (lane + 1) * n)))
  return ofBuffer(x.shape, Float64Array.from(lanes.flat()))
}

const sortedIndices = (lane: Float64Array): ReadonlyArray<number> =>
  Array.from(lane, (_, i) => i).sort((i, j) => ascending(lane[i] as number, lane[j] as number))

/** Array.prototype.sort is stable, so equal answers keep the order; a - b would be NaN for two infinities. */
const ascending = (a: number, b: number): number =>
  a < b ? -1 : a > b ? 1 : a === b ? 0 : Number(Number.isNaN(a)) - Number(Number.isNaN(b))

/** How many bins to give at least. */
export interface Bins {
  readonly minLength?: number
}

/**
 * How often 0, 1, 2, ... occur in a vector. Refuses entries that are negative or not whole, and arrays of another rank.
 * @example
 * T.toNested(T.bincount(T.fromNested([1, 1, 3]))) // [0, 2, 0, 1]
 */
export const bincount = (x: Tensor, bins: Bins = {}): Tensor => {
  const { minLength = 0 } = given.options('bincount', bins, ['minLength'])
  given.whole('bincount', 'minLength', minLength, 0)
  if (givenTensor('bincount', x).shape.length !== 1) refuse('shape', 'bincount', 'a vector', `${x.shape.length} axes`)
  const data = bufferOf(x)
  const odd = data.find(a => !(Number.isInteger(a) && a >= 0 && a < 2 ** 32))
  if (odd !== undefined) refuse('domain', 'bincount', 'whole numbers from 0', `${odd}`)
  const length = data.reduce((most, a) => Math.max(most, a + 1), minLength)
  return ofBuffer([length], countsOf(data, length))
}
