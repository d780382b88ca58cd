import { sizeOf } from '../number/Shape.js'
import { sizeAt } from './axes.js'
import { givenTensor, type Tensor } from './Tensor.js'

/** Longer axes show three entries at each end. */
const longest = 8
const atEachEnd = 3

/**
 * The entries in nested brackets, with at most six significant digits; the middle of long axes is left out.
 * @example
 * T.show(T.fromNested([[1, 2], [3, 4]])) // '[[1, 2], [3, 4]]'
 * T.show(T.div(T.arange(10), 3)) // '[0, 0.333333, 0.666667, ..., 2.33333, 2.66667, 3]'
 */
export const show = (x: Tensor): string => showFrom(givenTensor('show', x), 0, 0)

const showFrom = (x: Tensor, axis: number, position: number): string => {
  if (axis === x.shape.length) return showNumber(x.data[position] as number)
  const size = sizeAt(x.shape, axis)
  const stride = sizeOf(x.shape.slice(axis + 1))
  const part = (i: number): string => showFrom(x, axis + 1, position + i * stride)
  const range = (from: number, to: number): ReadonlyArray<string> =>
    Array.from({ length: to - from }, (_, i) => part(from + i))
  const parts = size <= longest ? range(0, size) : [...range(0, atEachEnd), '...', ...range(size - atEachEnd, size)]
  return `[${parts.join(', ')}]`
}

const showNumber = (a: number): string => (Object.is(a, -0) ? '-0' : `${Number(a.toPrecision(6))}`)
