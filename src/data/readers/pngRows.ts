import { refuse } from '../../prelude/index.js'
import { place } from './pngChunks.js'

/** Pixels that are stored together, row by row: those of every so manieth row and column. */
export interface Pass {
  readonly top: number
  readonly left: number
  readonly down: number
  readonly right: number
  readonly rows: number
  readonly columns: number
}

// Interlaced images come in seven passes, after Adam M. Costello: where each begins, and its steps.
const interlaced = [
  [0, 0, 8, 8], [0, 4, 8, 8], [4, 0, 8, 4], [0, 2, 4, 4], [2, 0, 4, 2], [0, 1, 2, 2], [1, 0, 2, 1]
] as const

/** The passes of an image that have a pixel. */
export const passesOf = (height: number, width: number, interlace: boolean): ReadonlyArray<Pass> =>
  (interlace ? interlaced : [[0, 0, 1, 1]] as const)
    .map(([top, left, down, right]) => ({
      top, left, down, right, rows: Math.ceil((height - top) / down), columns: Math.ceil((width - left) / right)
    }))
    .filter(({ rows, columns }) => rows > 0 && columns > 0)

/** How many bytes a row has that holds so many bits. */
export const rowSize = (bits: number): number => Math.ceil(bits / 8)

/**
 * The rows of a pass, without the byte before each that says from which neighbours its bytes are predicted; `step` is how many bytes the
 * pixel to the left lies before. Also gives where the next pass begins.
 */
export const rowsOf = (
  data: Uint8Array, from: number, rows: number, size: number, step: number
): { readonly rows: Uint8Array; readonly next: number } => {
  const out = new Uint8Array(rows * size)
  for (let r = 0; r < rows; r++) {
    const at = from + r * (size + 1)
    const filter = data[at]!
    if (filter > 4) refuse('input', place, `a filter from 0 to 4 at byte ${at} of the unpacked rows`, `${filter}`)
    for (let k = 0; k < size; k++) {
      const left = k < step ? 0 : out[r * size + k - step]!
      const up = r === 0 ? 0 : out[(r - 1) * size + k]!
      const corner = r === 0 || k < step ? 0 : out[(r - 1) * size + k - step]!
      out[r * size + k] = data[at + 1 + k]! + predicted(filter, left, up, corner)
    }
  }
  return { rows: out, next: from + rows * (size + 1) }
}

const predicted = (filter: number, left: number, up: number, corner: number): number =>
  (filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? up
    : filter === 3 ? (left + up) >> 1 : nearest(left, up, corner))

/** Of three neighbours the nearest to left + up - corner, the first of equals: Paeth's predictor. */
const nearest = (left: number, up: number, corner: number): number => {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
}
