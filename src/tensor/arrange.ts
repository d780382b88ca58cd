import { type Shape, showShape, sizeOf, stridesOf } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'
import { axesOf, axisOf, sizeAt } from './axes.js'
import { readStrided } from './kernel/copy.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/**
 * The same entries in row-major order under another shape; one size may be -1 and is then worked out. Refuses a shape of
 * another number of entries. Both share one buffer, which nobody may write to.
 * @example
 * T.toNested(T.reshape(T.arange(6), [2, -1])) // [[0, 1, 2], [3, 4, 5]]
 */
export const reshape = (x: Tensor, shape: Shape): Tensor => {
  givenTensor('reshape', x)
  const known = sizeOf(given.list('reshape', 'a shape', shape).filter(size => size !== -1))
  const open = shape.filter(size => size === -1).length
  const sizes = open === 1 && known > 0 ? shape.map(size => (size === -1 ? x.data.length / known : size)) : shape
  if (open > 1 || sizes.some(size => !Number.isInteger(size) || size < 0) || sizeOf(sizes) !== x.data.length) {
    refuse('shape', 'reshape', `a shape of ${x.data.length} entries (from ${showShape(x.shape)})`, showShape(shape))
  }
  return ofBuffer([...sizes], bufferOf(x))
}

/**
 * All entries as one vector, in row-major order.
 * @example
 * T.toNested(T.flatten(T.fromNested([[1, 2], [3, 4]]))) // [1, 2, 3, 4]
 */
export const flatten = (x: Tensor): Tensor => reshape(x, [givenTensor('flatten', x).data.length])

/**
 * The axes in another order: axis k of the result is axis axes[k] of x; reversed, if not said. Refuses what is no permutation.
 * @example
 * T.toNested(T.transpose(T.fromNested([[1, 2, 3], [4, 5, 6]]))) // [[1, 4], [2, 5], [3, 6]]
 * T.transpose(T.zeros([2, 3, 4]), [1, 2, 0]).shape // [3, 4, 2]
 */
export const transpose = (x: Tensor, axes?: ReadonlyArray<number>): Tensor => {
  const rank = givenTensor('transpose', x).shape.length
  const order = axes === undefined
    ? x.shape.map((_, i) => rank - 1 - i)
    : given.list('transpose', 'axes', axes).map(a => axisOf('transpose', x.shape, a))
  if (order.length !== rank || new Set(order).size !== rank) {
    refuse('shape', 'transpose', `each of ${rank} axes once`, `axes ${order.join(', ')}`)
  }
  const strides = stridesOf(x.shape)
  const shape = order.map(a => sizeAt(x.shape, a))
  return ofBuffer(shape, readStrided(bufferOf(x), shape, order.map(a => strides[a] ?? 0), 0))
}

/**
 * One axis moved to another place, the others keeping their order.
 * @example
 * T.moveaxis(T.zeros([2, 3, 4]), 0, -1).shape // [3, 4, 2]
 */
export const moveaxis = (x: Tensor, source: number, destination: number): Tensor => {
  const from = axisOf('moveaxis', givenTensor('moveaxis', x).shape, source)
  const to = axisOf('moveaxis', x.shape, destination)
  const others = x.shape.map((_, i) => i).filter(i => i !== from)
  return transpose(x, [...others.slice(0, to), from, ...others.slice(to)])
}

/**
 * The entries in reverse order along axes (all, if not said).
 * @example
 * T.toNested(T.flip(T.fromNested([[1, 2], [3, 4]]), 0)) // [[3, 4], [1, 2]]
 */
export const flip = (x: Tensor, axis?: number | ReadonlyArray<number>): Tensor => {
  const axes = axesOf('flip', givenTensor('flip', x).shape, axis)
  const strides = stridesOf(x.shape)
  const offset = axes.reduce((total, a) => total + (sizeAt(x.shape, a) - 1) * (strides[a] ?? 0), 0)
  return ofBuffer(x.shape, readStrided(
    bufferOf(x), x.shape, strides.map((s, a) => (axes.includes(a) ? -s : s)), offset
  ))
}

/**
 * A new axis of size 1 at this place.
 * @example
 * T.expandDims(T.zeros([4]), 0).shape // [1, 4]
 * T.expandDims(T.zeros([4]), -1).shape // [4, 1]
 */
export const expandDims = (x: Tensor, axis: number): Tensor => {
  const at = axisOf('expandDims', [...givenTensor('expandDims', x).shape, 1], axis)
  return reshape(x, [...x.shape.slice(0, at), 1, ...x.shape.slice(at)])
}

/**
 * Axes of size 1 dropped: those named, or all of them. Refuses to drop another size.
 * @example
 * T.squeeze(T.zeros([1, 4, 1])).shape // [4]
 */
export const squeeze = (x: Tensor, axis?: number | ReadonlyArray<number>): Tensor => {
  givenTensor('squeeze', x)
  const axes = axis === undefined ? x.shape.flatMap((size, a) => (size === 1 ? [a] : []))
    : axesOf('squeeze', x.shape, axis)
  const odd = axes.find(a => x.shape[a] !== 1)
  if (odd !== undefined) refuse('shape', 'squeeze', `size 1 on axis ${odd}`, `${x.shape[odd]}`)
  return reshape(x, x.shape.filter((_, a) => !axes.includes(a)))
}
