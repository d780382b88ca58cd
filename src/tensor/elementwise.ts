import type { Shape } from '../number/Shape.js'
import { given, refuse } from '../prelude/index.js'
import { sameShape } from './axes.js'
import { jointShape, stretchedStrides } from './broadcast.js'
import { scalar } from './create.js'
import { maximumRun } from './kernel/chosen/entries.js'
import { mapEntries } from './kernel/map.js'
import { addRun, divRun, minimumRun, mulRun, type Run, runOf, subRun, zipRows, zipSame, zipStrided } from './kernel/zip.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

/** What entrywise operations take: a tensor, or a number that meets every entry. */
export type Operand = Tensor | number

export const tensorOf = (place: string, x: Operand): Tensor =>
  (typeof x === 'number' ? scalar(x) : givenTensor(place, x, 'operands', 'a number or '))

/** Two operands met by broadcasting, a run at a time; `place` is the function that a refusal names. */
export const meet = (place: string, run: Run) => (x: Operand, y: Operand): Tensor => {
  const a = tensorOf(place, x)
  const b = tensorOf(place, y)
  if (sameShape(a.shape, b.shape)) return ofBuffer(a.shape, zipSame(run, bufferOf(a), bufferOf(b)))
  if (b.shape.length === 0) return ofBuffer(
    a.shape, zipStrided(run, [a.data.length], bufferOf(a), [1], bufferOf(b), [0])
  )
  if (a.shape.length === 0) return ofBuffer(
    b.shape, zipStrided(run, [b.data.length], bufferOf(a), [0], bufferOf(b), [1])
  )
  if (isTail(b.shape, a.shape)) return ofBuffer(a.shape, zipRows(run, bufferOf(a), bufferOf(b)))
  const shape = jointShape(place, a.shape, b.shape)
  const [s, t] = [stretchedStrides(a.shape, shape), stretchedStrides(b.shape, shape)]
  return ofBuffer(shape, zipStrided(run, shape, bufferOf(a), s, bufferOf(b), t))
}

/** Whether a shape is the end of a longer one, as that of a bias is. */
const isTail = (tail: Shape, shape: Shape): boolean =>
  tail.length < shape.length && tail.every((size, axis) => size === shape[shape.length - tail.length + axis])

/**
 * f of every entry.
 * @example
 * T.toNested(T.map(T.fromNested([1, 2, 3]), a => a * a)) // [1, 4, 9]
 */
export const map = (x: Tensor, f: (a: number) => number): Tensor => mapped('map', x, given.callable('map', 'f', f))

const mapped = (place: string, x: Tensor, f: (a: number) => number): Tensor =>
  ofBuffer(givenTensor(place, x).shape, mapEntries(bufferOf(x), f))

/**
 * f of the entries of two arrays that meet by broadcasting; refuses shapes that do not.
 * @example
 * T.toNested(T.zip(T.fromNested([[1], [2]]), T.fromNested([10, 20]), (a, b) => a + b)) // [[11, 21], [12, 22]]
 */
export const zip = (x: Operand, y: Operand, f: (a: number, b: number) => number): Tensor =>
  meet('zip', runOf(given.callable('zip', 'f', f)))(x, y)

/**
 * x + y, entry by entry with broadcasting.
 * @example
 * T.toNested(T.add(T.fromNested([[1, 2, 3], [4, 5, 6]]), T.fromNested([1, 2, 3]))) // [[2, 4, 6], [5, 7, 9]]
 */
export const add: (x: Operand, y: Operand) => Tensor = meet('add', addRun)

/**
 * x - y, entry by entry with broadcasting.
 * @example
 * T.toNested(T.sub(T.fromNested([5, 7]), 2)) // [3, 5]
 */
export const sub: (x: Operand, y: Operand) => Tensor = meet('sub', subRun)

/**
 * x * y, entry by entry with broadcasting; the product of matrices is matmul.
 * @example
 * T.toNested(T.mul(T.fromNested([[1, 2], [3, 4]]), T.fromNested([[11, 12], [13, 14]]))) // [[11, 24], [39, 56]]
 */
export const mul: (x: Operand, y: Operand) => Tensor = meet('mul', mulRun)

/**
 * x / y, entry by entry with broadcasting; division by zero follows IEEE.
 * @example
 * T.toNested(T.div(T.fromNested([1, 3]), 2)) // [0.5, 1.5]
 */
export const div: (x: Operand, y: Operand) => Tensor = meet('div', divRun)

/**
 * The larger of x and y, entry by entry with broadcasting: the first of equals, NaN if either is NaN.
 * @example
 * T.toNested(T.maximum(T.fromNested([2, 3, 4]), T.fromNested([1, 5, 2]))) // [2, 5, 4]
 */
export const maximum: (x: Operand, y: Operand) => Tensor = meet('maximum', maximumRun)

/**
 * The smaller of x and y, entry by entry with broadcasting: the first of equals, NaN if either is NaN.
 * @example
 * T.toNested(T.minimum(T.fromNested([2, 3, 4]), T.fromNested([1, 5, 2]))) // [1, 3, 2]
 */
export const minimum: (x: Operand, y: Operand) => Tensor = meet('minimum', minimumRun)

/**
 * -x, entry by entry.
 * @example
 * T.toNested(T.neg(T.fromNested([1, -2]))) // [-1, 2]
 */
export const neg = (x: Tensor): Tensor => mapped('neg', x, a => -a)

/**
 * |x|, entry by entry.
 * @example
 * T.toNested(T.abs(T.fromNested([1, -2]))) // [1, 2]
 */
export const abs = (x: Tensor): Tensor => mapped('abs', x, Math.abs)

/**
 * The square root of every entry; NaN below zero.
 * @example
 * T.toNested(T.sqrt(T.fromNested([4, 9]))) // [2, 3]
 */
export const sqrt = (x: Tensor): Tensor => mapped('sqrt', x, Math.sqrt)

/**
 * e to every entry; Infinity beyond 709.78.
 * @example
 * T.toNested(T.exp(T.zeros([2]))) // [1, 1]
 */
export const exp = (x: Tensor): Tensor => mapped('exp', x, Math.exp)

/**
 * The natural logarithm of every entry; -Infinity at zero, NaN below.
 * @example
 * T.toNested(T.log(T.ones([2]))) // [0, 0]
 */
export const log = (x: Tensor): Tensor => mapped('log', x, Math.log)

/**
 * The hyperbolic tangent of every entry.
 * @example
 * T.toNested(T.tanh(T.zeros([2]))) // [0, 0]
 */
export const tanh = (x: Tensor): Tensor => mapped('tanh', x, Math.tanh)

/**
 * Every entry brought into [low, high]; NaN stays. Refuses low > high.
 * @example
 * T.toNested(T.clip(T.fromNested([-2, 0.5, 3]), 0, 1)) // [0, 0.5, 1]
 */
export const clip = (x: Tensor, low: number, high: number): Tensor => {
  if (!(given.real('clip', 'low', low) <= given.real('clip', 'high', high))) refuse(
    'domain', 'clip', 'low <= high', `${low} and ${high}`
  )
  return mapped('clip', x, a => (a < low ? low : a > high ? high : a))
}
