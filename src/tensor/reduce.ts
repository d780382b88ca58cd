import { type Shape, showShape, sizeOf } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'
import { axesOf, axisOf, sizeAt } from './axes.js'
import { transpose } from './arrange.js'
import { div, mul, sub } from './elementwise.js'
import { argExtreme, pickMiddle, sumMiddle } from './kernel/reduce.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/** Which axes a reduction runs over (all, if not said; negative ones count from the end), and whether they stay with size 1. */
export interface Over {
  readonly axis?: number | ReadonlyArray<number>
  readonly keepdims?: boolean
}

/** An array seen as (outer, n, inner), the middle being what is reduced, and the shape of the result. */
interface Split {
  readonly data: Float64Array
  readonly outer: number
  readonly n: number
  readonly inner: number
  readonly shape: Shape
}

const split = (place: string, x: Tensor, over: Over): Split => {
  givenTensor(place, x)
  const { axis, keepdims = false } = given.options(place, over, ['axis', 'keepdims'])
  given.flag(place, 'keepdims', keepdims)
  if (axis === undefined) return {
    data: bufferOf(x), outer: 1, n: x.data.length, inner: 1, shape: keepdims ? x.shape.map(() => 1) : []
  }
  if (typeof axis === 'number') {
    const at = axisOf(place, x.shape, axis)
    const [before, after] = [x.shape.slice(0, at), x.shape.slice(at + 1)]
    return {
      data: bufferOf(x), outer: sizeOf(before), n: sizeAt(x.shape, at), inner: sizeOf(after),
      shape: [...before, ...keepdims ? [1] : [], ...after]
    }
  }
  const axes = axesOf(place, x.shape, axis)
  const kept = x.shape.map((_, i) => i).filter(i => !axes.includes(i))
  const shape = keepdims ? x.shape.map((size, i) => (axes.includes(i) ? 1 : size)) : kept.map(i => sizeAt(x.shape, i))
  const [first = 0] = axes
  const adjacent = axes.every((a, i) => a === first + i)
  const lined = adjacent ? x : transpose(x, [...kept, ...axes])
  const start = adjacent ? first : kept.length
  const n = sizeOf(axes.map(a => sizeAt(x.shape, a)))
  const outer = sizeOf(lined.shape.slice(0, start))
  return { data: bufferOf(lined), outer, n, inner: sizeOf(lined.shape.slice(start + axes.length)), shape }
}

/** The split, refused when nothing would be reduced to each entry of the result. */
const filled = (place: string, x: Tensor, over: Over): Split => {
  const parts = split(place, x, over)
  return parts.n > 0 ? parts : refuse('domain', place, 'at least one entry to reduce', `shape ${showShape(x.shape)}`)
}

/**
 * The sum over axes, each in row-major order from the left; of nothing it is 0.
 * @example
 * T.toNested(T.sum(T.fromNested([[1, 2], [3, 4]]))) // 10
 * T.toNested(T.sum(T.fromNested([[1, 2], [3, 4]]), { axis: 0 })) // [4, 6]
 * T.toNested(T.sum(T.fromNested([[1, 2], [3, 4]]), { axis: 1, keepdims: true })) // [[3], [7]]
 */
export const sum = (x: Tensor, over: Over = {}): Tensor => {
  const { data, outer, n, inner, shape } = split('sum', x, over)
  return ofBuffer(shape, sumMiddle(data, outer, n, inner))
}

/**
 * The mean over axes: the sum divided by how many; refuses the mean of nothing.
 * @example
 * T.toNested(T.mean(T.fromNested([[1, 2], [3, 4]]), { axis: 1 })) // [1.5, 3.5]
 */
export const mean = (x: Tensor, over: Over = {}): Tensor => {
  const { data, outer, n, inner, shape } = filled('mean', x, over)
  return div(ofBuffer(shape, sumMiddle(data, outer, n, inner)), n)
}

/**
 * The uncorrected variance over axes: the mean of (x - mean)^2; refuses the variance of nothing.
 * @example
 * T.toNested(T.variance(T.fromNested([[1, 5], [3, 4]]), { axis: 0 })) // [1, 0.25]
 */
export const variance = (x: Tensor, over: Over = {}): Tensor => {
  filled('variance', x, over)
  const centred = sub(x, mean(x, { ...over, keepdims: true }))
  return mean(mul(centred, centred), over)
}

const extreme = (place: string, sign: 1 | -1) => (x: Tensor, over: Over = {}): Tensor => {
  const { data, outer, n, inner, shape } = filled(place, x, over)
  return ofBuffer(shape, pickMiddle(data, n, inner, argExtreme(data, outer, n, inner, sign)))
}

const argument = (place: string, sign: 1 | -1) => (x: Tensor, over: Over = {}): Tensor => {
  const { data, outer, n, inner, shape } = filled(place, x, over)
  return ofBuffer(shape, argExtreme(data, outer, n, inner, sign))
}

/**
 * The largest entry over axes, NaN if one is NaN; refuses the largest of nothing.
 * @example
 * T.toNested(T.max(T.fromNested([[1, 5], [3, 4]]), { axis: 1 })) // [5, 4]
 */
export const max: (x: Tensor, over?: Over) => Tensor = extreme('max', 1)

/**
 * The smallest entry over axes, NaN if one is NaN; refuses the smallest of nothing.
 * @example
 * T.toNested(T.min(T.fromNested([[1, 5], [3, 4]]), { axis: 0 })) // [1, 4]
 */
export const min: (x: Tensor, over?: Over) => Tensor = extreme('min', -1)

/**
 * Where the largest entry stands along an axis, counted in row-major order if there are several axes: the first of equals, and
 * the first NaN if there is one. Refuses the largest of nothing.
 * @example
 * T.toNested(T.argmax(T.fromNested([[1, 5, 5], [3, 2, 1]]), { axis: 1 })) // [1, 0]
 */
export const argmax: (x: Tensor, over?: Over) => Tensor = argument('argmax', 1)

/**
 * Where the smallest entry stands: as argmax.
 * @example
 * T.toNested(T.argmin(T.fromNested([2, 1, 1]))) // 1
 */
export const argmin: (x: Tensor, over?: Over) => Tensor = argument('argmin', -1)
