import { showShape } from '../number/Shape.js'
import { refuse } from '../prelude/index.js'
import { sameShape } from './axes.js'
import { gemm } from './kernel/chosen/gemm.js'
import { innerProduct } from './kernel/reduce.js'
import { bufferOf, givenTensor, ofBuffer, type Tensor } from './Tensor.js'

interface Matrix {
  readonly rows: number
  readonly columns: number
}

const sides = { left: 'x', right: 'y' }

const matrix = (place: string, side: 'left' | 'right', x: Tensor): Matrix => {
  const [rows, columns, more] = givenTensor(place, x, sides[side]).shape
  return rows === undefined || columns === undefined || more !== undefined
    ? refuse('shape', place, `a matrix on the ${side}`, showShape(x.shape))
    : { rows, columns }
}

/** A vector on the left stands as a row, on the right as a column, and its axis is dropped from the product. */
const asMatrix = (place: string, side: 'left' | 'right', x: Tensor): Matrix => {
  const [n = 0] = givenTensor(place, x, sides[side]).shape
  if (x.shape.length === 1) return side === 'left' ? { rows: 1, columns: n } : { rows: n, columns: 1 }
  return matrix(place, side, x)
}

/**
 * The matrix product: sum over k of x_ik y_kj, in order from the left. Shapes (m, k) and (k, n) give (m, n); a vector counts as a
 * row on the left and as a column on the right, so (m, k) and (k) give (m). Refuses other ranks and inner sizes that differ.
 * @example
 * T.toNested(T.matmul(T.fromNested([[1, 2]]), T.fromNested([[3], [4]]))) // [[11]]
 * T.toNested(T.matmul(T.fromNested([[1, 2], [3, 4]]), T.fromNested([9, 10]))) // [29, 67]
 */
export const matmul = (x: Tensor, y: Tensor): Tensor => {
  const a = asMatrix('matmul', 'left', x)
  const b = asMatrix('matmul', 'right', y)
  if (a.columns !== b.rows) refuse('shape', 'matmul', `${a.columns} rows on the right`, `${b.rows}`)
  const left = { data: bufferOf(x), row: a.columns, column: 1 }
  const right = { data: bufferOf(y), row: b.columns, column: 1 }
  return ofBuffer([...x.shape.slice(0, -1), ...y.shape.slice(1)], gemm(a.rows, a.columns, b.columns, left, right))
}

/**
 * The product of x transposed with y, without forming the transpose: (k, m) and (k, n) give (m, n). The pullback of w in x w.
 * @example
 * T.toNested(T.matmulTN(T.fromNested([[1], [2]]), T.fromNested([[3], [4]]))) // [[11]]
 */
export const matmulTN = (x: Tensor, y: Tensor): Tensor => {
  const a = matrix('matmulTN', 'left', x)
  const b = matrix('matmulTN', 'right', y)
  if (a.rows !== b.rows) refuse('shape', 'matmulTN', `${a.rows} rows on the right`, `${b.rows}`)
  const left = { data: bufferOf(x), row: 1, column: a.columns }
  const right = { data: bufferOf(y), row: b.columns, column: 1 }
  return ofBuffer([a.columns, b.columns], gemm(a.columns, a.rows, b.columns, left, right))
}

/**
 * The product of x with y transposed, without forming the transpose: (m, k) and (n, k) give (m, n). The pullback of x in x w.
 * @example
 * T.toNested(T.matmulNT(T.fromNested([[1, 2]]), T.fromNested([[3, 4]]))) // [[11]]
 */
export const matmulNT = (x: Tensor, y: Tensor): Tensor => {
  const a = matrix('matmulNT', 'left', x)
  const b = matrix('matmulNT', 'right', y)
  if (a.columns !== b.columns) refuse('shape', 'matmulNT', `${a.columns} columns on the right`, `${b.columns}`)
  const left = { data: bufferOf(x), row: a.columns, column: 1 }
  const right = { data: bufferOf(y), row: 1, column: b.columns }
  return ofBuffer([a.rows, b.rows], gemm(a.rows, a.columns, b.rows, left, right))
}

/**
 * The inner product <x, y> of two arrays of one shape: the sum of x_i y_i, in order from the left.
 * @example
 * T.dot(T.fromNested([9, 10]), T.fromNested([11, 12])) // 219
 */
export const dot = (x: Tensor, y: Tensor): number =>
  sameShape(givenTensor('dot', x).shape, givenTensor('dot', y, 'y').shape)
    ? innerProduct(bufferOf(x), bufferOf(y))
    : refuse('shape', 'dot', `shape ${showShape(x.shape)} on the right`, showShape(y.shape))

/**
 * The outer product of two vectors: x_i y_j.
 * @example
 * T.toNested(T.outer(T.fromNested([1, 2, 3]), T.fromNested([4, 5]))) // [[4, 5], [8, 10], [12, 15]]
 */
export const outer = (x: Tensor, y: Tensor): Tensor => {
  if (givenTensor('outer', x).shape.length !== 1 || givenTensor('outer', y, 'y').shape.length !== 1) {
    refuse('shape', 'outer', 'two vectors', `${showShape(x.shape)} and ${showShape(y.shape)}`)
  }
  const [m, n] = [x.data.length, y.data.length]
  return ofBuffer(
    [m, n], gemm(m, 1, n, { data: bufferOf(x), row: 1, column: 1 }, { data: bufferOf(y), row: n, column: 1 })
  )
}

/**
 * The Euclidean length of all entries together: sqrt(sum of x_i^2). Where squares would overflow or vanish, x is scaled by a
 * power of two.
 * @example
 * T.norm(T.fromNested([3, 4])) // 5
 * T.norm(T.mul(T.fromNested([3, 4]), 2 ** 700)) === 5 * 2 ** 700 // true
 */
export const norm = (x: Tensor): number => {
  const data = bufferOf(givenTensor('norm', x))
  const squares = innerProduct(data, data)
  if (squares > 1e-270 && squares < Infinity) return Math.sqrt(squares)
  const largest = data.reduce((most, a) => Math.max(most, Math.abs(a)), 0)
  if (largest === 0 || !Number.isFinite(largest)) return largest
  const unit = 2 ** Math.max(-1000, Math.min(1000, Math.floor(Math.log2(largest))))
  const scaled = data.map(a => a / unit)
  return Math.sqrt(innerProduct(scaled, scaled)) * unit
}
