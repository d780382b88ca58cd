// General matrix product. Every entry is its sum over k in order, from the left, whatever the sizes: so a row of a batch has the
// same bits as the row alone, and the float run of the definition has the same bits as the kernel. Blocks only save memory
// traffic: a tile goes on from what the previous block of k left in it.

const tileRows = 4
const tileColumns = 4
export const blockDepth = 256
/** Below this many products packing costs more than it saves. */
const smallProducts = 2048

/** How to read a matrix from a buffer: entry (i, j) is data[i * row + j * column]; a transpose swaps the two. */
export interface Operand {
  readonly data: Float64Array
  readonly row: number
  readonly column: number
}

/** The m x n product of a (m x k) and b (k x n). */
export const gemm = (m: number, k: number, n: number, a: Operand, b: Operand): Float64Array =>
  m * k * n < smallProducts || m < tileRows || n < tileColumns ? direct(m, k, n, a, b) : tiled(m, k, n, a, b)

const direct = (m: number, k: number, n: number, a: Operand, b: Operand): Float64Array => {
  const { data: x, row: xr, column: xc } = a
  const { data: y, row: yr, column: yc } = b
  const out = new Float64Array(m * n)
  for (let i = 0, o = 0; i < m; i++) {
    for (let j = 0; j < n; j++, o++) {
      let total = 0
      for (let p = 0, u = i * xr, v = j * yc; p < k; p++, u += xc, v += yr) total += x[u]! * y[v]!
      out[o] = total
    }
  }
  return out
}

const tiled = (m: number, k: number, n: number, a: Operand, b: Operand): Float64Array => {
  const rows = Math.ceil(m / tileRows) * tileRows
  const columns = Math.ceil(n / tileColumns) * tileColumns
  const depth = Math.min(k, blockDepth)
  const out = new Float64Array(rows * columns)
  const left = new Float64Array(rows * depth)
  const right = new Float64Array(columns * depth)
  for (let from = 0; from < k; from += depth) {
    const length = Math.min(depth, k - from)
    pack(left, tileRows, m, a.data, a.row, a.column, from, length)
    pack(right, tileColumns, n, b.data, b.column, b.row, from, length)
    for (let j = 0; j < columns; j += tileColumns) {
      for (let i = 0; i < rows; i += tileRows) tile(
        out, i * columns + j, columns, left, i * length, right, j * length, length
      )
    }
  }
  return rows === m && columns === n ? out : cropped(out, columns, m, n)
}

/**
 * Lays lines (rows of a, columns of b) in groups of `width`, so that a tile reads both in storage order. The last group
 * may lack lines; whatever stands there reaches only entries that are cropped.
 */
const pack = (
  into: Float64Array, width: number, lines: number, data: Float64Array, line: number, step: number, from: number,
  length: number,
): void => {
  let o = 0
  for (let first = 0; first < lines; first += width) {
    const real = Math.min(width, lines - first)
    for (let p = 0; p < length; p++) {
      const at = first * line + (from + p) * step
      for (let q = 0; q < real; q++) into[o++] = data[at + q * line]!
      o += width - real
    }
  }
}

const tile = (
  out: Float64Array, o: number, columns: number, left: Float64Array, l: number, right: Float64Array, r: number,
  length: number,
): void => {
  const o1 = o + columns
  const o2 = o1 + columns
  const o3 = o2 + columns
  let c00 = out[o]!, c01 = out[o + 1]!, c02 = out[o + 2]!, c03 = out[o + 3]!
  let c10 = out[o1]!, c11 = out[o1 + 1]!, c12 = out[o1 + 2]!, c13 = out[o1 + 3]!
  let c20 = out[o2]!, c21 = out[o2 + 1]!, c22 = out[o2 + 2]!, c23 = out[o2 + 3]!
  let c30 = out[o3]!, c31 = out[o3 + 1]!, c32 = out[o3 + 2]!, c33 = out[o3 + 3]!
  for (let p = 0; p < length; p++) {
    const b0 = right[r]!, b1 = right[r + 1]!, b2 = right[r + 2]!, b3 = right[r + 3]!
    const a0 = left[l]!
    c00 += a0 * b0; c01 += a0 * b1; c02 += a0 * b2; c03 += a0 * b3
    const a1 = left[l + 1]!
    c10 += a1 * b0; c11 += a1 * b1; c12 += a1 * b2; c13 += a1 * b3
    const a2 = left[l + 2]!
    c20 += a2 * b0; c21 += a2 * b1; c22 += a2 * b2; c23 += a2 * b3
    const a3 = left[l + 3]!
    c30 += a3 * b0; c31 += a3 * b1; c32 += a3 * b2; c33 += a3 * b3
    l += 4
    r += 4
  }
  out[o] = c00; out[o + 1] = c01; out[o + 2] = c02; out[o + 3] = c03
  out[o1] = c10; out[o1 + 1] = c11; out[o1 + 2] = c12; out[o1 + 3] = c13
  out[o2] = c20; out[o2 + 1] = c21; out[o2 + 2] = c22; out[o2 + 3] = c23
  out[o3] = c30; out[o3 + 1] = c31; out[o3 + 2] = c32; out[o3 + 3] = c33
}

const cropped = (x: Float64Array, columns: number, m: number, n: number): Float64Array => {
  const out = new Float64Array(m * n)
  for (let i = 0; i < m; i++) out.set(x.subarray(i * columns, i * columns + n), i * n)
  return out
}
