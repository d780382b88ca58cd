import { broadcastTo, jointShape } from './broadcast.js'
import { meet, type Operand, tensorOf } from './elementwise.js'
import { greaterRun, select } from './kernel/chosen/entries.js'
import type { Read } from './kernel/map.js'
import { runOf } from './kernel/zip.js'
import { bufferOf, ofBuffer, type Tensor } from './Tensor.js'

const indicator = (place: string, holds: (a: number, b: number) => boolean): (x: Operand, y: Operand) => Tensor =>
  meet(place, runOf((a, b) => +holds(a, b)))

/**
 * 1 where x > y, else 0: a mask, with broadcasting.
 * @example
 * T.toNested(T.greater(T.fromNested([[1, 2], [3, 4]]), 2)) // [[0, 0], [1, 1]]
 */
export const greater: (x: Operand, y: Operand) => Tensor = meet('greater', greaterRun)

/**
 * 1 where x >= y, else 0.
 * @example
 * T.toNested(T.greaterEqual(T.fromNested([1, 2, 3]), 2)) // [0, 1, 1]
 */
export const greaterEqual: (x: Operand, y: Operand) => Tensor = indicator('greaterEqual', (a, b) => a >= b)

/**
 * 1 where x < y, else 0.
 * @example
 * T.toNested(T.less(T.fromNested([1, 2, 3]), 2)) // [1, 0, 0]
 */
export const less: (x: Operand, y: Operand) => Tensor = indicator('less', (a, b) => a < b)

/**
 * 1 where x <= y, else 0.
 * @example
 * T.toNested(T.lessEqual(T.fromNested([1, 2, 3]), 2)) // [1, 1, 0]
 */
export const lessEqual: (x: Operand, y: Operand) => Tensor = indicator('lessEqual', (a, b) => a <= b)

/**
 * 1 where x === y, else 0: the mean of it is an accuracy.
 * @example
 * T.toNested(T.equalEntries(T.fromNested([1, 2, 3]), T.fromNested([1, 5, 3]))) // [1, 0, 1]
 */
export const equalEntries: (x: Operand, y: Operand) => Tensor = indicator('equalEntries', (a, b) => a === b)

/**
 * x where the condition is not zero, else y; all three meet by broadcasting.
 * @example
 * T.toNested(T.where(T.fromNested([1, 0, 1]), T.fromNested([1, 2, 3]), -1)) // [1, -1, 3]
 */
export const where = (condition: Operand, x: Operand, y: Operand): Tensor => {
  const [c, a, b] = [tensorOf('where', condition), tensorOf('where', x), tensorOf('where', y)]
  const shape = jointShape('where', c.shape, jointShape('where', a.shape, b.shape))
  // a number is not stretched: it is read again and again
  const read = (t: Tensor): Read =>
    (t.shape.length === 0 ? { data: bufferOf(t), step: 0 } : { data: bufferOf(broadcastTo(t, shape)), step: 1 })
  return ofBuffer(shape, select(bufferOf(broadcastTo(c, shape)), read(a), read(b)))
}
