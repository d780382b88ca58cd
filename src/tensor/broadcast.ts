import { type Shape, showShape, stridesOf } from '../number/Shape.js'
import { given, refuse, tabulate } from '../prelude/index.js'
import { checkedShape, sameShape } from './axes.js'
import { readStrided } from './kernel/copy.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/**
 * The shape in which arrays of two shapes meet: axes are aligned on the right, a missing axis counts as 1, equal sizes stay, and
 * of two unequal sizes one must be 1 and the other is taken (so 1 and 0 give 0). Refuses any other pair.
 * @example
 * T.broadcastShapes([2, 1, 4], [3, 1]) // [2, 3, 4]
 * T.broadcastShapes([0], [1]) // [0]
 */
export const broadcastShapes = (a: Shape, b: Shape): Shape =>
  jointShape('broadcastShapes', checkedShape('broadcastShapes', a), checkedShape('broadcastShapes', b))

export const jointShape = (place: string, a: Shape, b: Shape): Shape => {
  const rank = Math.max(a.length, b.length)
  return tabulate(rank, axis => {
    const u = a[axis - rank + a.length] ?? 1
    const v = b[axis - rank + b.length] ?? 1
    if (u !== v && u !== 1 && v !== 1) {
      refuse('shape', place, 'shapes whose sizes, aligned on the right, are equal or 1', `${showShape(a)} and ${showShape(b)}`)
    }
    return u === 1 ? v : u
  })
}

/** How to read an array as if it had a larger shape: the stride of a stretched or missing axis is 0. */
export const stretchedStrides = (from: Shape, to: Shape): ReadonlyArray<number> => {
  const strides = stridesOf(from)
  return to.map((_, axis) => {
    const own = axis - to.length + from.length
    return own < 0 || from[own] === 1 ? 0 : strides[own] ?? 0
  })
}

/**
 * The array repeated along missing axes and axes of size 1 until it has this shape; refuses what broadcasting does not reach.
 * @example
 * T.toNested(T.broadcastTo(T.fromNested([1, 2]), [2, 2])) // [[1, 2], [1, 2]]
 */
export const broadcastTo = (x: Tensor, shape: Shape): Tensor => {
  if (sameShape(givenTensor('broadcastTo', x).shape, given.list('broadcastTo', 'a shape', shape))) return x
  const sizes = checkedShape('broadcastTo', shape)
  if (!sameShape(jointShape('broadcastTo', x.shape, shape), shape)) {
    refuse('shape', 'broadcastTo', `an array that stretches to ${showShape(shape)}`, showShape(x.shape))
  }
  return ofBuffer(sizes, readStrided(bufferOf(x), sizes, stretchedStrides(x.shape, sizes), 0))
}
