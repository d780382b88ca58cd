import { type Shape, showShape, sizeOf } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'
import { flatten } from './arrange.js'
import { axisOf, fromEnd, sameShape, sizeAt } from './axes.js'
import { broadcastTo, jointShape } from './broadcast.js'
import { scalar } from './create.js'
import { addBlocks, takeBlocks } from './kernel/copy.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/** A list of indices: whole numbers, in a list or in a tensor (read as a vector). Negative ones count from the end. */
export type Indices = ReadonlyArray<number> | Tensor

const listOf = (place: string, indices: Indices): ReadonlyArray<number> => (Array.isArray(indices)
  ? indices as ReadonlyArray<number>
  : Array.from(givenTensor(place, indices as Tensor, 'indices', 'an array or ').data))

/**
 * The subarrays at a list of indices along an axis (0, if not said), in the order of the list.
 * @example
 * T.toNested(T.take(T.fromNested([[1, 2], [3, 4], [5, 6]]), [2, 0, 2])) // [[5, 6], [1, 2], [5, 6]]
 */
export const take = (x: Tensor, indices: Indices, axis: number = 0): Tensor => {
  const along = axisOf('take', givenTensor('take', x).shape, axis)
  const size = sizeAt(x.shape, along)
  const list = listOf('take', indices).map(i => fromEnd('take', 'an index', size, i))
  const outer = Array.from({ length: sizeOf(x.shape.slice(0, along)) }, (_, o) => o)
  const positions = outer.flatMap(o => list.map(i => o * size + i))
  const shape = x.shape.map((s, a) => (a === along ? list.length : s))
  return ofBuffer(shape, takeBlocks(bufferOf(x), positions, sizeOf(x.shape.slice(along + 1))))
}

/** Blocks of an array that lists of indices name, one list for each of the first axes. */
interface Blocks {
  readonly positions: ReadonlyArray<number>
  readonly rest: Shape
}

const blocksOf = (place: string, x: Tensor, lists: ReadonlyArray<Indices>): Blocks => {
  givenTensor(place, x)
  const [first, ...others] = given.list(place, 'lists', lists).map(list => listOf(place, list))
  if (first === undefined || lists.length > x.shape.length) {
    return refuse(
      'shape', place, `one list of indices for each of at most ${x.shape.length} axes`, `${lists.length} lists`
    )
  }
  const odd = others.find(list => list.length !== first.length)
  if (odd !== undefined) refuse('shape', place, `lists of ${first.length} indices`, `${odd.length}`)
  const all = [first, ...others]
  const position = (k: number): number =>
    all.reduce((total, list, axis) => {
      const size = sizeAt(x.shape, axis)
      return total * size + fromEnd(place, `an index on axis ${axis}`, size, list[k] as number)
    }, 0)
  return { positions: first.map((_, k) => position(k)), rest: x.shape.slice(lists.length) }
}

/**
 * Integer-array indexing: the entries at (rows[k], columns[k], ...), one list for each of the first axes; axes without a list
 * stay. Refuses lists of different lengths, and indices outside.
 * @example
 * T.toNested(T.pick(T.fromNested([[1, 2], [3, 4], [5, 6]]), [[0, 1, 2], [0, 1, 0]])) // [1, 4, 5]
 */
export const pick = (x: Tensor, lists: ReadonlyArray<Indices>): Tensor => {
  const { positions, rest } = blocksOf('pick', x, lists)
  return ofBuffer([positions.length, ...rest], takeBlocks(bufferOf(x), positions, sizeOf(rest)))
}

/**
 * A copy with values added at the places that pick would read; a place that is named twice receives both. The adjoint of pick.
 * @example
 * T.toNested(T.addAt(T.zeros([2, 2]), [[0, 1, 1], [1, 0, 0]], 10)) // [[0, 10], [20, 0]]
 */
export const addAt = (x: Tensor, lists: ReadonlyArray<Indices>, values: Tensor | number): Tensor => {
  const { positions, rest } = blocksOf('addAt', x, lists)
  const added = typeof values === 'number' ? scalar(values) : givenTensor('addAt', values, 'values', 'a number or ')
  const shape = [positions.length, ...rest]
  if (!sameShape(jointShape('addAt', added.shape, shape), shape)) {
    refuse('shape', 'addAt', `values that stretch to ${showShape(shape)}`, showShape(added.shape))
  }
  const blocks = broadcastTo(added, shape)
  return ofBuffer(x.shape, addBlocks(bufferOf(x), positions, sizeOf(rest), bufferOf(blocks)))
}

const whereTrue = (condition: Iterable<number | boolean>): ReadonlyArray<number> =>
  Array.from(condition).flatMap((a, i) => (a === 0 || a === false ? [] : [i]))

/**
 * Boolean indexing: the entries where the mask is not zero, in row-major order, as a vector. A mask over the first axes selects
 * whole subarrays. Refuses a mask whose shape is not the beginning of x's.
 * @example
 * const a = T.fromNested([[1, 2], [3, 4], [5, 6]])
 * T.toNested(T.mask(a, T.greater(a, 2))) // [3, 4, 5, 6]
 */
export const mask = (x: Tensor, where: Tensor): Tensor => {
  const rank = givenTensor('mask', where, 'the mask').shape.length
  if (!sameShape(where.shape, givenTensor('mask', x).shape.slice(0, rank))) {
    refuse('shape', 'mask', `a mask over the first axes of ${showShape(x.shape)}`, showShape(where.shape))
  }
  const positions = whereTrue(where.data)
  const rest = x.shape.slice(rank)
  return ofBuffer([positions.length, ...rest], takeBlocks(bufferOf(x), positions, sizeOf(rest)))
}

/**
 * The subarrays along an axis where the condition holds (of all entries as one vector, if no axis is said); a condition that is
 * too short leaves the rest out, one that is too long is refused.
 * @example
 * T.toNested(T.compress(T.fromNested([[1, 2], [3, 4], [5, 6]]), [false, true, true], 0)) // [[3, 4], [5, 6]]
 */
export const compress = (x: Tensor, condition: ReadonlyArray<number | boolean> | Tensor, axis?: number): Tensor => {
  givenTensor('compress', x)
  if (axis === undefined) return compress(flatten(x), condition, 0)
  const size = sizeAt(x.shape, axisOf('compress', x.shape, axis))
  const list = Array.isArray(condition)
    ? condition as ReadonlyArray<number | boolean>
    : Array.from(givenTensor('compress', condition as Tensor, 'a condition', 'an array or ').data)
  if (list.length > size) refuse('shape', 'compress', `at most ${size} conditions`, `${list.length}`)
  return take(x, whereTrue(list), axis)
}
