import { type Shape, showShape, sizeOf } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'

// Checks that every file of this room shares. `place` is the function that a refusal names.

/** An axis or an index with negative ones counted from the end. */
export const fromEnd = (place: string, what: string, size: number, i: number): number => {
  if (!(Number.isInteger(i) && i >= -size && i < size)) {
    refuse('shape', place, size === 0 ? `${what}, of which there is none`
      : `${what} from ${-size} to ${size - 1}`, given.kindOf(i))
  }
  return i < 0 ? i + size : i
}

export const axisOf = (place: string, shape: Shape, axis: number): number =>
  fromEnd(place, 'an axis', shape.length, axis)

/** The axes meant, in ascending order: one, several, or all. */
export const axesOf = (place: string, shape: Shape, axis?: number | ReadonlyArray<number>): ReadonlyArray<number> => {
  if (axis === undefined) return shape.map((_, i) => i)
  const axes = (typeof axis === 'number' ? [axis] : given.list(place, 'an axis or several', axis)).map(
    a => axisOf(place, shape, a)
  )
  if (new Set(axes).size !== axes.length) refuse('shape', place, 'each axis once', `axes ${axes.join(', ')}`)
  return [...axes].sort((a, b) => a - b)
}

export const sizeAt = (shape: Shape, axis: number): number => shape[axis] ?? 1

/** A shape made of sizes that arrays can have: a copy, for the list that was given may change. */
export const checkedShape = (place: string, shape: Shape): Shape => {
  const valid = given.list(place, 'a shape', shape).every(size => Number.isInteger(size) && size >= 0)
    && sizeOf(shape) <= 2 ** 32
  return valid ? [...shape]
    : refuse('shape', place, 'whole sizes from 0, at most 2^32 entries in all', showShape(shape))
}

export { sameShape } from '../number/Shape.js'

/** The position of an entry in row-major order. */
export const positionOf = (place: string, shape: Shape, index: ReadonlyArray<number>): number => {
  const rank = shape.length
  if (given.list(place, 'indices', index).length !== rank) refuse(
    'shape', place, `${rank} indices for shape ${showShape(shape)}`, `${index.length}`
  )
  return index.reduce((position, i, axis) => {
    const size = sizeAt(shape, axis)
    return position * size + fromEnd(place, `an index on axis ${axis}`, size, i)
  }, 0)
}
