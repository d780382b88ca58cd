// Sums of products between entries of two buffers that lie at any positions: a convolution and its two adjoints are such sums over
// the images as they stand, so nothing is unfolded. Each sum goes over its steps in order, from the left, and is then added to what
// its place in `out` holds.
//
// Ten sums at a time, five lines of the left by two of the right, are as many as the sixteen registers of a processor keep.

export const group = 5

/** A matrix as it lies in a buffer: line i has its k-th entry at data[from + lines[i] + steps[k]]. */
export interface Placed {
  readonly data: Float64Array
  readonly from: number
  readonly lines: Int32Array
  readonly steps: Int32Array
}

/** 0, step, 2 step, ...: the positions of n rows, or columns, of an ordinary matrix. */
export const every = (step: number, n: number): Int32Array => {
  const out = new Int32Array(n)
  for (let i = 0; i < n; i++) out[i] = i * step
  return out
}

/** The lines of a matrix copied by fives, in the order in which a tile reads them; those left over stand alone at the end. */
export const packed = ({ data, from, lines, steps }: Placed): Float64Array => {
  const out = new Float64Array(lines.length * steps.length)
  const whole = lines.length - lines.length % group
  let o = 0
  for (let i = 0; i < whole; i += group) {
    const p0 = from + lines[i]!, p1 = from + lines[i + 1]!, p2 = from + lines[i + 2]!
    const p3 = from + lines[i + 3]!, p4 = from + lines[i + 4]!
    for (let k = 0; k < steps.length; k++, o += group) {
      const at = steps[k]!
      out[o] = data[p0 + at]!; out[o + 1] = data[p1 + at]!; out[o + 2] = data[p2 + at]!
      out[o + 3] = data[p3 + at]!; out[o + 4] = data[p4 + at]!
    }
  }
  for (let i = whole; i < lines.length; i++) {
    for (let k = 0; k < steps.length; k++) out[o++] = data[from + lines[i]! + steps[k]!]!
  }
  return out
}

/** out[from + rows[i] + columns[j]] += sum_k left_ik right_jk, where left is packed. */
export const addProducts = (
  out: Float64Array, from: number, rows: Int32Array, columns: Int32Array, left: Float64Array, right: Placed
): void => {
  const depth = right.steps.length
  const whole = rows.length - rows.length % group
  for (let i = 0; i < whole; i += group) {
    for (let j = 0; j < columns.length; j += 2) tile(out, from, rows, i, columns, j, left, i * depth, right)
  }
  for (let i = whole; i < rows.length; i++) {
    for (let j = 0; j < columns.length; j += 4) strip(out, from + rows[i]!, columns, j, left, i * depth, right)
  }
}

/** Five rows by two columns, or by the last one. */
const tile = (
  out: Float64Array, from: number, rows: Int32Array, i: number, columns: Int32Array, j: number,
  left: Float64Array, l: number, { data, from: start, lines, steps }: Placed
): void => {
  const isPair = j + 1 < columns.length
  const p = start + lines[j]!
  const q = isPair ? start + lines[j + 1]! : p
  let a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0
  let b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0
  for (let k = 0; k < steps.length; k++) {
    const at = steps[k]!
    const u = data[p + at]!, v = data[q + at]!
    const w0 = left[l]!
    a0 += w0 * u; b0 += w0 * v
    const w1 = left[l + 1]!
    a1 += w1 * u; b1 += w1 * v
    const w2 = left[l + 2]!
    a2 += w2 * u; b2 += w2 * v
    const w3 = left[l + 3]!
    a3 += w3 * u; b3 += w3 * v
    const w4 = left[l + 4]!
    a4 += w4 * u; b4 += w4 * v
    l += group
  }
  addColumn(out, from + columns[j]!, rows, i, a0, a1, a2, a3, a4)
  if (isPair) addColumn(out, from + columns[j + 1]!, rows, i, b0, b1, b2, b3, b4)
}

const addColumn = (
  out: Float64Array, from: number, rows: Int32Array, i: number, a0: number, a1: number, a2: number, a3: number,
  a4: number
): void => {
  out[from + rows[i]!]! += a0
  out[from + rows[i + 1]!]! += a1
  out[from + rows[i + 2]!]! += a2
  out[from + rows[i + 3]!]! += a3
  out[from + rows[i + 4]!]! += a4
}

/** One row by four columns, or by those that are left. */
const strip = (
  out: Float64Array, from: number, columns: Int32Array, j: number,
  left: Float64Array, l: number, { data, from: start, lines, steps }: Placed
): void => {
  const count = Math.min(4, columns.length - j)
  const p0 = start + lines[j]!
  const p1 = count > 1 ? start + lines[j + 1]! : p0
  const p2 = count > 2 ? start + lines[j + 2]! : p0
  const p3 = count > 3 ? start + lines[j + 3]! : p0
  let a0 = 0, a1 = 0, a2 = 0, a3 = 0
  for (let k = 0; k < steps.length; k++) {
    const at = steps[k]!
    const w = left[l + k]!
    a0 += w * data[p0 + at]!; a1 += w * data[p1 + at]!; a2 += w * data[p2 + at]!; a3 += w * data[p3 + at]!
  }
  out[from + columns[j]!]! += a0
  if (count > 1) out[from + columns[j + 1]!]! += a1
  if (count > 2) out[from + columns[j + 2]!]! += a2
  if (count > 3) out[from + columns[j + 3]!]! += a3
}
