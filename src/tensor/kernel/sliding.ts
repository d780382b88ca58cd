/** A window that slides over an image of several channels, with a border of zeros. */
export interface Sliding {
  readonly channels: number
  readonly height: number
  readonly width: number
  /** The size of the window. */
  readonly rows: number
  readonly columns: number
  /** How far it moves, and how wide the border is: down, and across. */
  readonly stride: readonly [number, number]
  readonly pad: readonly [number, number]
  /** How many places the window has. */
  readonly down: number
  readonly across: number
}

/** How many places the window has in all. */
export const places = ({ down, across }: Sliding): number => down * across

/** The image with its border has this many entries; an entry of a window is at taps[t] + corners[q] among them. */
export interface Bordered {
  readonly size: number
  /** The entries of the window, by channel, row and column, from its corner. */
  readonly taps: Int32Array
  /** The corners of the window's places, row by row. */
  readonly corners: Int32Array
}

export const bordered = ({ channels, height, width, rows, columns, stride, pad, down, across }: Sliding): Bordered => {
  const [tall, wide] = [height + 2 * pad[0], width + 2 * pad[1]]
  return {
    size: channels * tall * wide,
    taps: positions(channels, tall * wide, rows, wide, columns, 1),
    corners: positions(1, 0, down, stride[0] * wide, across, stride[1])
  }
}

const positions = (c: number, cStep: number, h: number, hStep: number, w: number, wStep: number): Int32Array => {
  const out = new Int32Array(c * h * w)
  for (let k = 0, o = 0; k < c; k++) {
    for (let i = 0; i < h; i++) {
      for (let j = 0; j < w; j++) out[o++] = k * cStep + i * hStep + j * wStep
    }
  }
  return out
}

/** Copies the image that starts at `from` into one with a border, whose zeros stay. */
export const intoBorder = (s: Sliding, x: Float64Array, from: number, image: Float64Array): void => {
  for (let line = 0; line < s.channels * s.height; line++) {
    const [a, b] = [from + line * s.width, inside(s, line)]
    for (let j = 0; j < s.width; j++) image[b + j] = x[a + j]!
  }
}

/** Copies the inside of an image with a border to the image that starts at `from`. */
export const outOfBorder = (s: Sliding, image: Float64Array, x: Float64Array, from: number): void => {
  for (let line = 0; line < s.channels * s.height; line++) {
    const [a, b] = [from + line * s.width, inside(s, line)]
    for (let j = 0; j < s.width; j++) x[a + j] = image[b + j]!
  }
}

/** Where the first entry of a line (channel by channel, row by row) stands in the image with its border. */
const inside = ({ height, width, pad }: Sliding, line: number): number => {
  const row = line % height
  return ((line - row) / height * (height + 2 * pad[0]) + row + pad[0]) * (width + 2 * pad[1]) + pad[1]
}
