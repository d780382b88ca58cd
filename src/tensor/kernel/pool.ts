import { places, type Sliding } from './im2col.js'

// The window of each channel apart: `planes` is the number of examples times channels.

/** Where the largest entry under the window stands, for each place: the first of equals in row-major order, and the first NaN. */
export const argmaxPooled = (s: Sliding, planes: number, x: Float64Array): Int32Array => {
  const { height, width, rows, columns, stride, down, across } = s
  const where = new Int32Array(planes * places(s))
  for (let plane = 0, o = 0; plane < planes; plane++) {
    for (let i = 0; i < down; i++, o += across) {
      const corner = (plane * height + i * stride) * width
      for (let j = 0; j < across; j++) where[o + j] = corner + j * stride
      for (let k = 0; k < rows; k++) {
        for (let l = 0; l < columns; l++) {
          const line = corner + k * width + l
          for (let j = 0; j < across; j++) {
            const at = line + j * stride
            const best = where[o + j]!
            const old = x[best]!
            // 1 where x[at] is larger or a NaN, and old is no NaN: a product takes a third of the time of a branch
            const isLarger = +!(x[at]! <= old) & +(old === old)
            where[o + j] = best + (at - best) * isLarger
          }
        }
      }
    }
  }
  return where
}

/** The entries that stand at these positions. */
export const gather = (x: Float64Array, where: Int32Array): Float64Array => {
  const out = new Float64Array(where.length)
  for (let o = 0; o < where.length; o++) out[o] = x[where[o]!]!
  return out
}

/** The adjoint of `gather`: zeros, with each value added at its position. */
export const scatter = (size: number, where: Int32Array, values: Float64Array): Float64Array => {
  const out = new Float64Array(size)
  for (let o = 0; o < where.length; o++) out[where[o]!]! += values[o]!
  return out
}

/** The sum of the entries under the window, in row-major order, for each place. */
export const sumPooled = (s: Sliding, planes: number, x: Float64Array): Float64Array => {
  const { height, width, rows, columns, stride, down, across } = s
  const out = new Float64Array(planes * places(s))
  for (let plane = 0, o = 0; plane < planes; plane++) {
    for (let i = 0; i < down; i++, o += across) {
      for (let k = 0; k < rows; k++) {
        for (let l = 0; l < columns; l++) {
          const line = (plane * height + i * stride + k) * width + l
          for (let j = 0; j < across; j++) out[o + j]! += x[line + j * stride]!
        }
      }
    }
  }
  return out
}

/** The adjoint of `sumPooled`: each value is added to all entries under its window. */
export const spread = (s: Sliding, planes: number, values: Float64Array): Float64Array => {
  const { height, width, rows, columns, stride, down, across } = s
  const out = new Float64Array(planes * height * width)
  for (let plane = 0, o = 0; plane < planes; plane++) {
    for (let i = 0; i < down; i++, o += across) {
      for (let k = 0; k < rows; k++) {
        for (let l = 0; l < columns; l++) {
          const line = (plane * height + i * stride + k) * width + l
          for (let j = 0; j < across; j++) out[line + j * stride]! += values[o + j]!
        }
      }
    }
  }
  return out
}
