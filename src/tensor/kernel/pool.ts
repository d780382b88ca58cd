import { places, type Sliding } from './sliding.js'

// The window of each channel apart: `planes` is the number of examples times channels. There is no border in memory: of each window only
// what lies on the image is read.

/** The largest entry under the window, for each place; NaN if there is one. */
export const maxPooled = (s: Sliding, planes: number, x: Float64Array): Float64Array => {
  const out = new Float64Array(planes * places(s))
  if (isOfFours(s)) {
    const { width, across, stride: [, step] } = s
    for (let o = 0, line = 0; o < out.length; line++) {
      for (let j = 0, at = cornerOf(s, line); j < across; j++, at += step) out[o++] = x[largestOfFour(width, x, at)]!
    }
    return out
  }
  for (let o = 0, line = 0; o < out.length; line++) {
    const { corner, rows } = rowsUnder(s, line)
    for (let j = 0; j < s.across; j++) out[o++] = x[largest(s, x, corner, rows, j)]!
  }
  return out
}

/** Where it stands: the first of equals in row-major order, and the first NaN. */
export const argmaxPooled = (s: Sliding, planes: number, x: Float64Array): Int32Array => {
  const out = new Int32Array(planes * places(s))
  if (isOfFours(s)) {
    const { width, across, stride: [, step] } = s
    for (let o = 0, line = 0; o < out.length; line++) {
      for (let j = 0, at = cornerOf(s, line); j < across; j++, at += step) out[o++] = largestOfFour(width, x, at)
    }
    return out
  }
  for (let o = 0, line = 0; o < out.length; line++) {
    const { corner, rows } = rowsUnder(s, line)
    for (let j = 0; j < s.across; j++) out[o++] = largest(s, x, corner, rows, j)
  }
  return out
}

/** Windows of two by two on an image without a border: where each lies is known beforehand, which takes half the time. */
const isOfFours = ({ rows, columns, pad: [above, beside] }: Sliding): boolean =>
  rows === 2 && columns === 2 && above === 0 && beside === 0

/** For a line of places, plane by plane: where its first window begins. */
const cornerOf = ({ height, width, down, stride: [step] }: Sliding, line: number): number => {
  const i = line % down
  return ((line - i) / down * height + i * step) * width
}

/** For a line of places, plane by plane: how many rows of the image their windows cover, and where the first of these begins. */
const rowsUnder = (
  { height, width, rows, down, stride: [step], pad: [above] }: Sliding, line: number
): { readonly corner: number; readonly rows: number } => {
  const i = line % down
  const top = i * step - above
  const from = Math.max(0, top)
  return { corner: ((line - i) / down * height + from) * width, rows: Math.min(height, top + rows) - from }
}

/** Where the largest entry stands under the window at place j of a line, of what it covers of the image. */
const largest = (
  { width, columns, stride: [, step], pad: [, beside] }: Sliding, x: Float64Array, line: number, rows: number, j: number
): number => {
  const left = j * step - beside
  const from = left < 0 ? 0 : left, to = left + columns > width ? width : left + columns
  return rows === 2 && to - from === 2 ? largestOfFour(width, x, line + from)
    : largestInTurn(width, rows, to - from, x, line + from)
}

// A comparison as a number, 0 or 1, moves a position: with entries in no order that takes a third of the time of a branch.

const largestInTurn = (width: number, rows: number, columns: number, x: Float64Array, corner: number): number => {
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
const largestOfFour = (width: number, x: Float64Array, corner: number): number => {
  const below = corner + width
  const a = x[corner]!, b = x[corner + 1]!, c = x[below]!, d = x[below + 1]!
  const sum = a + b + c + d
  if (sum !== sum) return largestInTurn(width, 2, 2, x, corner)
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
  const { columns, across, stride: [, step], pad: [, beside] } = s
  const [first, end] = placesOn(s)
  const out = new Float64Array(planes * places(s))
  for (let line = 0, o = 0; o < out.length; line++, o += across) {
    const { corner, rows } = rowsUnder(s, line)
    for (let k = 0; k < rows; k++) {
      for (let l = 0; l < columns; l++) {
        const from = corner + k * s.width + l - beside
        for (let j = first[l]!, last = end[l]!; j < last; j++) out[o + j]! += x[from + j * step]!
      }
    }
  }
  return out
}

/** The adjoint of `sumPooled`: each value is added to all entries under its window. */
export const spread = (s: Sliding, planes: number, values: Float64Array): Float64Array => {
  const { columns, across, stride: [, step], pad: [, beside] } = s
  const [first, end] = placesOn(s)
  const out = new Float64Array(planes * s.height * s.width)
  for (let line = 0, o = 0; o < values.length; line++, o += across) {
    const { corner, rows } = rowsUnder(s, line)
    for (let k = 0; k < rows; k++) {
      for (let l = 0; l < columns; l++) {
        const from = corner + k * s.width + l - beside
        for (let j = first[l]!, last = end[l]!; j < last; j++) out[from + j * step]! += values[o + j]!
      }
    }
  }
  return out
}

/** For each column of the window, the places of a line where it lies on the image: from the first to before the last. */
const placesOn = (
  { width, columns, across, stride: [, step], pad: [, beside] }: Sliding
): readonly [Int32Array, Int32Array] => [
  Int32Array.from({ length: columns }, (_, l) => Math.max(0, Math.ceil((beside - l) / step))),
  Int32Array.from({ length: columns }, (_, l) => Math.min(across, Math.floor((width - 1 - l + beside) / step) + 1))
]
