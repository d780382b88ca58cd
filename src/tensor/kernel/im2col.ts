/** A window that slides over an image of several channels, with a border of zeros. */
export interface Sliding {
  readonly channels: number
  readonly height: number
  readonly width: number
  /** The size of the window. */
  readonly rows: number
  readonly columns: number
  readonly stride: number
  readonly pad: number
  /** How many places the window has. */
  readonly down: number
  readonly across: number
}

export const taps = ({ channels, rows, columns }: Sliding): number => channels * rows * columns
export const places = ({ down, across }: Sliding): number => down * across

/** The first place at which this tap of the window is inside the image, along one axis. */
const firstInside = (tap: number, pad: number, stride: number): number => Math.max(0, Math.ceil((pad - tap) / stride))

/** The first place after the last one at which it is. */
const endInside = (tap: number, pad: number, stride: number, size: number, count: number): number =>
  Math.min(count, Math.floor((size - 1 + pad - tap) / stride) + 1)

/** The image that starts at `from`, laid out as a matrix: one row a tap (channel, row, column), one column a place of the window. */
export const unfold = (s: Sliding, x: Float64Array, from: number, out: Float64Array): void => {
  const { channels, height, width, rows, columns, stride, pad, down, across } = s
  let o = 0
  for (let c = 0; c < channels; c++) {
    for (let k = 0; k < rows; k++) {
      const top = firstInside(k, pad, stride)
      const bottom = endInside(k, pad, stride, height, down)
      for (let l = 0; l < columns; l++) {
        const left = firstInside(l, pad, stride)
        const right = endInside(l, pad, stride, width, across)
        for (let i = 0; i < down; i++, o += across) {
          const line = from + (c * height + i * stride + k - pad) * width + l - pad
          const isInside = i >= top && i < bottom
          const first = isInside ? left : across
          const end = isInside ? right : across
          for (let j = 0; j < first; j++) out[o + j] = 0
          for (let j = first; j < end; j++) out[o + j] = x[line + j * stride]!
          for (let j = end; j < across; j++) out[o + j] = 0
        }
      }
    }
  }
}

/** The adjoint of `unfold`: adds each entry of the matrix to the entry of the image that it is a copy of. */
export const fold = (s: Sliding, matrix: Float64Array, out: Float64Array, from: number): void => {
  const { channels, height, width, rows, columns, stride, pad, down, across } = s
  let m = 0
  for (let c = 0; c < channels; c++) {
    for (let k = 0; k < rows; k++) {
      const top = firstInside(k, pad, stride)
      const bottom = endInside(k, pad, stride, height, down)
      for (let l = 0; l < columns; l++, m += down * across) {
        const left = firstInside(l, pad, stride)
        const right = endInside(l, pad, stride, width, across)
        for (let i = top; i < bottom; i++) {
          const line = from + (c * height + i * stride + k - pad) * width + l - pad
          for (let j = left; j < right; j++) out[line + j * stride]! += matrix[m + i * across + j]!
        }
      }
    }
  }
}
