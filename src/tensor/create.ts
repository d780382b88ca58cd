import { type Index, indicesOf, type Shape, showShape, sizeOf } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'
import { checkedShape } from './axes.js'
import { givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/** A number, or arrays of arrays of numbers to any depth. */
export type Nested = number | ReadonlyArray<Nested>

/**
 * The tensor that nested arrays spell out. Refuses ragged rows and entries that are not numbers, and says where.
 * @example
 * T.fromNested([[1, 2, 3], [4, 5, 6]]).shape // [2, 3]
 */
export const fromNested = (nested: Nested): Tensor => {
  const shape = leadingShape(nested)
  return ofBuffer(shape, Float64Array.from(entriesOf(shape, nested, [])))
}

const leadingShape = (nested: Nested): Shape =>
  !Array.isArray(nested) ? [] : nested.length === 0 ? [0] : [nested.length, ...leadingShape(nested[0] as Nested)]

const entriesOf = (shape: Shape, nested: unknown, place: ReadonlyArray<number>): ReadonlyArray<number> => {
  const [size, ...rest] = shape
  if (size === undefined && typeof nested === 'number') return [nested]
  if (size === undefined) return refuse('shape', 'fromNested', `a number ${showPlace(place)}`, given.kindOf(nested))
  if (!Array.isArray(nested)) return refuse(
    'shape', 'fromNested', `${size} entries ${showPlace(place)}`, given.kindOf(nested)
  )
  if (nested.length !== size) refuse('shape', 'fromNested', `${size} entries ${showPlace(place)}`, `${nested.length}`)
  return Array.from(nested as ReadonlyArray<unknown>).flatMap((inner, i) => entriesOf(rest, inner, [...place, i]))
}

const showPlace = (place: ReadonlyArray<number>): string =>
  (place.length === 0 ? 'at the top' : `at [${place.join('][')}]`)

/**
 * The entries as nested arrays; a scalar is a number.
 * @example
 * T.toNested(T.ones([2, 2])) // [[1, 1], [1, 1]]
 */
export const toNested = (x: Tensor): Nested => nestedFrom(givenTensor('toNested', x), 0, 0)

const nestedFrom = (x: Tensor, axis: number, position: number): Nested => {
  const size = x.shape[axis]
  if (size === undefined) return x.data[position] as number
  const stride = sizeOf(x.shape.slice(axis + 1))
  return Array.from({ length: size }, (_, i) => nestedFrom(x, axis + 1, position + i * stride))
}

/**
 * The tensor of this shape with these entries in row-major order; refuses another number of entries.
 * @example
 * T.toNested(T.fromFlat([2, 2], [1, 2, 3, 4])) // [[1, 2], [3, 4]]
 */
export const fromFlat = (shape: Shape, entries: ArrayLike<number>): Tensor => {
  const sizes = checkedShape('fromFlat', shape)
  const size = sizeOf(sizes)
  const data = numbers('fromFlat', entries)
  if (data.length !== size) refuse(
    'shape', 'fromFlat', `${size} entries for shape ${showShape(shape)}`, `${data.length}`
  )
  return ofBuffer(sizes, data)
}

/** A copy of the entries; what is no number would become one in silence. */
const numbers = (place: string, entries: ArrayLike<number>): Float64Array => {
  if (entries instanceof Float64Array) return new Float64Array(entries)
  if (!Array.isArray(entries) && !ArrayBuffer.isView(entries)) return refuse(
    'input', place, 'entries, an array', given.kindOf(entries)
  )
  const odd = Array.prototype.findIndex.call(entries, a => typeof a !== 'number')
  return odd < 0 ? new Float64Array(entries)
    : refuse('input', place, `a number at entry ${odd}`, given.kindOf(entries[odd]))
}

/**
 * The tensor of rank 0 that holds one number.
 * @example
 * T.scalar(7).shape // []
 */
export const scalar = (value: number): Tensor => ofBuffer(noAxes, Float64Array.of(given.real('scalar', 'value', value)))

const noAxes: Shape = Object.freeze([])

/**
 * The number in a tensor that has one entry; refuses any other.
 * @example
 * T.item(T.sum(T.fromNested([1, 2, 3]))) // 6
 */
export const item = (x: Tensor): number =>
  givenTensor('item', x).data.length === 1 ? x.data[0] as number
    : refuse('shape', 'item', 'one entry', `${x.data.length} (${showShape(x.shape)})`)

/**
 * An array of this shape filled with one value.
 * @example
 * T.toNested(T.full([2, 2], 7)) // [[7, 7], [7, 7]]
 */
export const full = (shape: Shape, value: number): Tensor => filled('full', shape, given.real('full', 'value', value))

const filled = (place: string, shape: Shape, value: number): Tensor => {
  const sizes = checkedShape(place, shape)
  return ofBuffer(sizes, new Float64Array(sizeOf(sizes)).fill(value))
}

/**
 * An array of zeros.
 * @example
 * T.toNested(T.zeros([2, 2])) // [[0, 0], [0, 0]]
 */
export const zeros = (shape: Shape): Tensor => filled('zeros', shape, 0)

/**
 * An array of ones.
 * @example
 * T.toNested(T.ones([1, 2])) // [[1, 1]]
 */
export const ones = (shape: Shape): Tensor => filled('ones', shape, 1)

/**
 * The n x n identity matrix.
 * @example
 * T.toNested(T.eye(2)) // [[1, 0], [0, 1]]
 */
export const eye = (n: number): Tensor => {
  const shape = checkedShape('eye', [n, n])
  return ofBuffer(shape, Float64Array.from({ length: n * n }, (_, position) => (position % (n + 1) === 0 ? 1 : 0)))
}

/**
 * The array whose entry at (i, j, ...) the rule gives.
 * @example
 * T.toNested(T.tabulate([2, 3], (i, j) => 10 * i + j)) // [[0, 1, 2], [10, 11, 12]]
 */
export const tabulate = <const S extends Shape>(shape: S, rule: (...index: Index<S>) => number): Tensor => {
  given.callable('tabulate', 'rule', rule)
  const [sizes, index] = [checkedShape('tabulate', shape), indicesOf(shape)]
  const out = new Float64Array(sizeOf(sizes))
  for (let position = 0; position < out.length; position++) out[position] = rule(...index(position))
  return ofBuffer(sizes, out)
}
