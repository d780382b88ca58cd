import type { Sliding } from '../sliding.js'

/**
 * An image with its border, whose columns are split by what remains of them after division by the stride: column v stands at
 * v % stride * part + v / stride of its line. So entries under one tap of the window lie side by side at neighbouring places: at
 * taps[t] + i * step + j for place (i, j).
 */
export interface Phases {
  readonly size: number
  readonly taps: Int32Array
  readonly step: number
  /** Lines of a channel, and entries of a line that share a remainder. */
  readonly tall: number
  readonly part: number
  /** Where the inside begins: its first line. */
  readonly top: number
}

export const phases = ({ channels, height, width, rows, columns, stride: [down, across], pad }: Sliding): Phases => {
  const tall = height + 2 * pad[0]
  const part = Math.ceil((width + 2 * pad[1]) / across)
  const line = part * across
  const taps = new Int32Array(channels * rows * columns)
  for (let c = 0, t = 0; c < channels; c++) {
    for (let k = 0; k < rows; k++) {
      const from = (c * tall + k) * line
      for (let l = 0; l < columns; l++, t++) taps[t] = from + l % across * part + Math.floor(l / across)
    }
  }
  return { size: channels * tall * line, taps, step: down * line, tall, part, top: pad[0] * line }
}
