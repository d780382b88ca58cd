import { pack, tile, tileColumns, tileRows } from './gemm.js'
import { fold, places, type Sliding, taps, unfold } from './im2col.js'

// One image at a time, so that its unfolded matrix and the packed operands stay in the cache and are laid out once for the batch.
// Every sum runs in order from the left, as in gemm.

const upTo = (n: number, multiple: number): number => Math.ceil(n / multiple) * multiple

/** Adds the product of packed operands of this depth to a matrix of rows x columns, which are whole tiles. */
const addProduct = (out: Float64Array, rows: number, columns: number, left: Float64Array, right: Float64Array, depth: number): void => {
  for (let j = 0; j < columns; j += tileColumns) {
    for (let i = 0; i < rows; i += tileRows) tile(out, i * columns + j, columns, left, i * depth, right, j * depth, depth)
  }
}

/** w over each of `examples` images, and b added. */
export const convolve = (
  s: Sliding, examples: number, filters: number, x: Float64Array, w: Float64Array, b: Float64Array
): Float64Array => {
  const [depth, area, image] = [taps(s), places(s), s.channels * s.height * s.width]
  const [rows, columns] = [upTo(filters, tileRows), upTo(area, tileColumns)]
  const out = new Float64Array(examples * filters * area)
  const unfolded = new Float64Array(depth * area)
  const left = new Float64Array(rows * depth)
  const right = new Float64Array(columns * depth)
  const y = new Float64Array(rows * columns)
  pack(left, tileRows, filters, w, depth, 1, 0, depth)
  for (let n = 0, o = 0; n < examples; n++) {
    unfold(s, x, n * image, unfolded)
    pack(right, tileColumns, area, unfolded, 1, area, 0, depth)
    y.fill(0)
    addProduct(y, rows, columns, left, right, depth)
    for (let f = 0; f < filters; f++) {
      for (let q = 0, p = f * columns; q < area; q++) out[o++] = y[p++]! + b[f]!
    }
  }
  return out
}

/** The cotangents of x and w, from that of y. */
export const convolveBack = (
  s: Sliding, examples: number, filters: number, x: Float64Array, w: Float64Array, dy: Float64Array
): { readonly dx: Float64Array; readonly dw: Float64Array } => {
  const dx = new Float64Array(x.length)
  foldedBack(s, examples, filters, w, dy, dx)
  return { dx, dw: correlated(s, examples, filters, x, dy) }
}

/** dx: the transpose of w times dy, folded. */
const foldedBack = (s: Sliding, examples: number, filters: number, w: Float64Array, dy: Float64Array, dx: Float64Array): void => {
  const [depth, area, image] = [taps(s), places(s), s.channels * s.height * s.width]
  const [rows, columns] = [upTo(depth, tileRows), upTo(area, tileColumns)]
  const left = new Float64Array(rows * filters)
  const right = new Float64Array(columns * filters)
  const unfolded = new Float64Array(rows * columns)
  pack(left, tileRows, depth, w, 1, depth, 0, filters)
  for (let n = 0; n < examples; n++) {
    pack(right, tileColumns, area, dy.subarray(n * filters * area), 1, area, 0, filters)
    unfolded.fill(0)
    addProduct(unfolded, rows, columns, left, right, filters)
    fold(s, unfolded, columns, dx, n * image)
  }
}

/** dw: dy times the unfolded images transposed, summed over images. */
const correlated = (s: Sliding, examples: number, filters: number, x: Float64Array, dy: Float64Array): Float64Array => {
  const [depth, area, image] = [taps(s), places(s), s.channels * s.height * s.width]
  const [rows, columns] = [upTo(filters, tileRows), upTo(depth, tileColumns)]
  const unfolded = new Float64Array(depth * area)
  const left = new Float64Array(rows * area)
  const right = new Float64Array(columns * area)
  const total = new Float64Array(rows * columns)
  for (let n = 0; n < examples; n++) {
    unfold(s, x, n * image, unfolded)
    pack(left, tileRows, filters, dy.subarray(n * filters * area), area, 1, 0, area)
    pack(right, tileColumns, depth, unfolded, area, 1, 0, area)
    addProduct(total, rows, columns, left, right, area)
  }
  const dw = new Float64Array(filters * depth)
  for (let f = 0; f < filters; f++) dw.set(total.subarray(f * columns, f * columns + depth), f * depth)
  return dw
}
