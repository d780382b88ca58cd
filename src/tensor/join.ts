import { type Shape, showShape, sizeOf } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'
import { expandDims, flatten, reshape } from './arrange.js'
import { axisOf, checkedShape, sameShape, sizeAt } from './axes.js'
import { broadcastTo } from './broadcast.js'
import { joined, padded } from './kernel/copy.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/**
 * Arrays one after the other along an axis (0, if not said); null flattens them first. Refuses an empty list, and shapes that
 * differ on another axis.
 * @example
 * T.toNested(T.concatenate([T.fromNested([[1, 2], [3, 4]]), T.fromNested([[5, 6]])])) // [[1, 2], [3, 4], [5, 6]]
 * T.toNested(T.concatenate([T.fromNested([[1, 2], [3, 4]]), T.fromNested([[5, 6]])], null)) // [1, 2, 3, 4, 5, 6]
 */
export const concatenate = (parts: ReadonlyArray<Tensor>, axis: number | null = 0): Tensor => {
  for (const part of given.list('concatenate', 'parts', parts)) givenTensor('concatenate', part, 'each part')
  if (axis === null) return concatenate(parts.map(flatten), 0)
  const [head] = parts
  if (head === undefined) return refuse('shape', 'concatenate', 'at least one array', 'none')
  const at = axisOf('concatenate', head.shape, axis)
  const others = (shape: Shape): Shape => shape.map((size, a) => (a === at ? -1 : size))
  const odd = parts.find(part => !sameShape(others(part.shape), others(head.shape)))
  if (odd !== undefined) refuse(
    'shape', 'concatenate', `${showShape(head.shape)} apart from axis ${at}`, showShape(odd.shape)
  )
  const length = parts.reduce((total, part) => total + sizeAt(part.shape, at), 0)
  const shape = head.shape.map((size, a) => (a === at ? length : size))
  return ofBuffer(shape, joined(parts.map(bufferOf), sizeOf(head.shape.slice(0, at))))
}

/**
 * Arrays of one shape side by side along a new axis (the first, if not said). Refuses an empty list, and shapes that differ.
 * @example
 * T.toNested(T.stack([T.fromNested([1, 2]), T.fromNested([3, 4])])) // [[1, 2], [3, 4]]
 */
export const stack = (parts: ReadonlyArray<Tensor>, axis: number = 0): Tensor => {
  for (const part of given.list('stack', 'parts', parts)) givenTensor('stack', part, 'each part')
  const [head] = parts
  if (head === undefined) return refuse('shape', 'stack', 'at least one array', 'none')
  const odd = parts.find(part => !sameShape(part.shape, head.shape))
  if (odd !== undefined) refuse('shape', 'stack', `arrays of shape ${showShape(head.shape)}`, showShape(odd.shape))
  const at = axisOf('stack', [1, ...head.shape], axis)
  return concatenate(parts.map(part => expandDims(part, at)), at)
}

/**
 * The array with a border of one value (0, if not said): one width for every side, or a pair (before, after) for each axis.
 * @example
 * T.toNested(T.pad(T.fromNested([[1, 2]]), 1)) // [[0, 0, 0, 0], [0, 1, 2, 0], [0, 0, 0, 0]]
 * T.toNested(T.pad(T.fromNested([1, 2]), [[0, 2]], 7)) // [1, 2, 7, 7]
 */
export const pad = (
  x: Tensor, widths: number | ReadonlyArray<readonly [number, number]>, value: number = 0
): Tensor => {
  givenTensor('pad', x)
  given.real('pad', 'value', value)
  const pairs = typeof widths === 'number'
    ? x.shape.map((): readonly [number, number] => [widths, widths])
    : given.list('pad', 'widths, if they are no number,', widths).map(
      pair => given.list('pad', 'a pair of widths', pair)
    )
  if (pairs.length !== x.shape.length) refuse('shape', 'pad', `${x.shape.length} pairs of widths`, `${pairs.length}`)
  const before = checkedShape('pad', pairs.map(([first]) => first))
  const after = checkedShape('pad', pairs.map(([, second]) => second))
  const outer = x.shape.map((size, axis) => size + sizeAt(before, axis) + sizeAt(after, axis))
  return ofBuffer(outer, padded(bufferOf(x), x.shape, outer, before, value))
}

/**
 * The array repeated so often along each axis; missing axes count as 1 on the left, on either side.
 * @example
 * T.toNested(T.tile(T.fromNested([1, 2]), [2, 2])) // [[1, 2, 1, 2], [1, 2, 1, 2]]
 */
export const tile = (x: Tensor, repeats: number | Shape): Tensor => {
  givenTensor('tile', x)
  const asked = checkedShape('tile', typeof repeats === 'number' ? [repeats] : repeats)
  const rank = Math.max(asked.length, x.shape.length)
  const full = (sizes: Shape): Shape => [...Array.from({ length: rank - sizes.length }, () => 1), ...sizes]
  const [times, sizes] = [full(asked), full(x.shape)]
  const apart = reshape(x, sizes.flatMap(size => [1, size]))
  const stretched = broadcastTo(apart, sizes.flatMap((size, axis) => [sizeAt(times, axis), size]))
  return reshape(stretched, sizes.map((size, axis) => size * sizeAt(times, axis)))
}
