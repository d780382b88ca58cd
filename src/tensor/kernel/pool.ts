import { places, type Sliding } from './sliding.js'

// The window of each channel apart: `planes` is the number of examples times channels.

/** The largest entry under the window, for each place; NaN if there is one. */
export const maxPooled = (s: Sliding, planes: number, x: Float64Array): Float64Array => {
  const out = new Float64Array(planes * places(s))
  for (let plane = 0, o = 0; plane < planes; plane++) {
    for (let i = 0; i < s.down; i++) {
      const line = (plane * s.height + i * s.stride) * s.width
      for (let j = 0; j < s.across; j++) out[o++] = x[largest(s, x, line + j * s.stride)]!
    }
  }
  return out
}

/** Where it stands: the first of equals in row-major order, and the first NaN. */
export const argmaxPooled = (s: Sliding, planes: number, x: Float64Array): Int32Array => {
  const out = new Int32Array(planes * places(s))
  for (let plane = 0, o = 0; plane < planes; plane++) {
    for (let i = 0; i < s.down; i++) {
      const line = (plane * s.height + i * s.stride) * s.width
      for (let j = 0; j < s.across; j++) out[o++] = largest(s, x, line + j * s.stride)
    }
  }
  return out
}

const largest = (s: Sliding, x: Float64Array, corner: number): number =>
  s.rows === 2 && s.columns === 2 ? largestOfFour(s, x, corner) : largestInTurn(s, x, corner)

// A comparison as a number, 0 or 1, moves a position: with entries in no order that takes a third of the time of a branch.

const largestInTurn = ({ width, rows, columns }: Sliding, x: Float64Array, corner: number): number => {
  let best = corner
  for (let k = 0, line = corner; k < rows; k++, line += width) {
    for (let at = line; at < line + columns; at++) {
      const old = x[best]!
      const isLarger = +!(x[at]! <= old) & +(old === old)
      best += (at - best) * isLarger
    }
  }
  return best
}

/** The same by two rounds; a sum that is NaN shows that there may be one. */
const largestOfFour = (s: Sliding, x: Float64Array, corner: number): number => {
  const below = corner + s.width
  const a = x[corner]!, b = x[corner + 1]!, c = x[below]!, d = x[below + 1]!
  const sum = a + b + c + d
  if (sum !== sum) return largestInTurn(s, x, corner)
  const upper = corner + +(b > a)
  const lower = below + +(d > c)
  return upper + (lower - upper) * +(x[lower]! > x[upper]!)
}

/** The adjoint of reading the entries at these positions: zeros, with each value added at its position. */
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
