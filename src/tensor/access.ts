import { type Shape, showShape, sizeOf, stridesOf } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'
import { axisOf, fromEnd, positionOf, sameShape, sizeAt } from './axes.js'
import { changed, readStrided } from './kernel/copy.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/**
 * The entry at an index; negative indices count from the end. Refuses another number of indices, and indices outside.
 * @example
 * T.at(T.fromNested([[1, 2, 3], [4, 5, 6]]), [1, 0]) // 4
 */
export const at = (x: Tensor, index: ReadonlyArray<number>): number =>
  givenTensor('at', x).data[positionOf('at', x.shape, index)] as number

/**
 * A copy with one entry changed. The namespace calls it T.with.
 * @example
 * T.toNested(T.with(T.fromNested([1, 2, 3]), [0], 5)) // [5, 2, 3]
 */
export const withEntry = (x: Tensor, index: ReadonlyArray<number>, value: number): Tensor => {
  const position = positionOf('with', givenTensor('with', x).shape, index)
  return ofBuffer(x.shape, changed(bufferOf(x), position, given.real('with', 'value', value)))
}

/**
 * The subarray at one index of the first axis, which is dropped.
 * @example
 * T.toNested(T.row(T.fromNested([[1, 2], [3, 4]]), -1)) // [3, 4]
 */
export const row = (x: Tensor, index: number): Tensor => {
  const [size, ...rest] = givenTensor('row', x).shape
  if (size === undefined) return refuse('shape', 'row', 'at least one axis', 'a scalar')
  const width = sizeOf(rest)
  const start = fromEnd('row', 'an index', size, index) * width
  return ofBuffer(rest, bufferOf(x).slice(start, start + width))
}

/** Every step-th index from start up to, not including, stop; negative ends count from the end, ends outside are cut off. */
export interface Range {
  readonly start?: number
  readonly stop?: number
  readonly step?: number
}

/**
 * A part of an array: for each axis, from the first on, a range that stays, or an index that drops the axis; axes not named stay
 * whole. The result is a copy. Refuses a step of 0, an index outside, and more ranges than axes.
 * @example
 * const a = T.fromNested([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
 * T.toNested(T.slice(a, [{ stop: 2 }, { start: 1, stop: 3 }])) // [[2, 3], [6, 7]]
 * T.toNested(T.slice(a, [{}, 1])) // [2, 6, 10]
 * T.toNested(T.slice(a, [0, { step: -1 }])) // [4, 3, 2, 1]
 */
export const slice = (x: Tensor, parts: ReadonlyArray<Range | number>): Tensor => {
  givenTensor('slice', x)
  if (given.list('slice', 'parts', parts).length > x.shape.length) refuse(
    'shape', 'slice', `at most ${x.shape.length} ranges`, `${parts.length}`
  )
  const strides = stridesOf(x.shape)
  const runs = x.shape.map((size, axis) => ({ ...runOf(size, parts[axis] ?? {}), stride: strides[axis] ?? 0 }))
  const kept = runs.filter(run => run.count !== undefined)
  const offset = runs.reduce((total, run) => total + run.first * run.stride, 0)
  const shape = kept.map(run => run.count ?? 1)
  return ofBuffer(shape, readStrided(bufferOf(x), shape, kept.map(run => run.step * run.stride), offset))
}

interface Run {
  readonly first: number
  readonly step: number
  /** Nothing for an index, whose axis is dropped. */
  readonly count: number | undefined
}

const runOf = (size: number, part: Range | number): Run => {
  if (typeof part === 'number') return { first: fromEnd('slice', 'an index', size, part), step: 0, count: undefined }
  const { step = 1 } = given.options('slice', part, ['start', 'stop', 'step'])
  const up = step > 0
  const { start = up ? 0 : size, stop = up ? size : -size - 1 } = part
  if (![start, stop, step].every(Number.isInteger) || step === 0) {
    refuse('domain', 'slice', 'whole numbers, and a step other than 0', `${start}, ${stop}, ${step}`)
  }
  const cut = (end: number): number => Math.min(Math.max(end < 0 ? end + size : end, up ? 0 : -1), up ? size : size - 1)
  return { first: cut(start), step, count: Math.max(0, Math.ceil((cut(stop) - cut(start)) / step)) }
}

/**
 * Along an axis, for every other index, the entries at that lane's own indices: with argsort's result it sorts. Refuses indices
 * whose shape differs from x's on another axis.
 * @example
 * T.toNested(T.takeAlong(T.fromNested([[3, 1], [5, 9]]), T.fromNested([[1, 0], [0, 1]]), 1)) // [[1, 3], [5, 9]]
 */
export const takeAlong = (x: Tensor, indices: Tensor, axis: number): Tensor => {
  givenTensor('takeAlong', indices, 'indices')
  const along = axisOf('takeAlong', givenTensor('takeAlong', x).shape, axis)
  const others = (shape: Shape): Shape => shape.map((size, a) => (a === along ? -1 : size))
  if (!sameShape(others(x.shape), others(indices.shape))) {
    refuse('shape', 'takeAlong', `indices of shape ${showShape(x.shape)} apart from axis ${along}`, showShape(
      indices.shape
    ))
  }
  const inner = sizeOf(x.shape.slice(along + 1))
  const [size, lanes] = [sizeAt(x.shape, along), sizeAt(indices.shape, along)]
  const data = bufferOf(indices).map((i, position) => {
    const lane = Math.floor(position / (lanes * inner))
    return x.data[(lane * size + fromEnd('takeAlong', 'an index', size, i)) * inner + (position % inner)] as number
  })
  return ofBuffer(indices.shape, data)
}
