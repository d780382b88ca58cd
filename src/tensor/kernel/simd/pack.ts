// The pack of the plain kernel with its inner loop written out, for the two widths of tiles: two or three times as fast.

/**
 * Lays lines (rows of a, columns of b) in groups of two, or of eight, so that a tile reads them in storage order: entry k of a line is
 * data[line * i + step * (from + k)]. The last group may lack lines; what stands there reaches no result.
 */
export const packed = (
  into: Float64Array, width: 2 | 8, lines: number, data: Float64Array, line: number, step: number, from: number,
  length: number
): void => {
  const whole = lines - lines % width
  const lay = width === 2 ? pair : eight
  for (let i = 0; i < whole; i += width) lay(into, i * length, data, i * line + from * step, line, step, length)
  for (let i = whole; i < lines; i++) {
    let at = i * line + from * step
    for (let k = 0, o = whole * length + i - whole; k < length; k++, o += width, at += step) into[o] = data[at]!
  }
}

const pair = (
  into: Float64Array, o: number, data: Float64Array, at: number, line: number, step: number, length: number
): void => {
  for (let k = 0; k < length; k++, o += 2, at += step) {
    into[o] = data[at]!
    into[o + 1] = data[at + line]!
  }
}

const eight = (
  into: Float64Array, o: number, data: Float64Array, at: number, line: number, step: number, length: number
): void => {
  const second = 2 * line, third = 3 * line, fourth = 4 * line, fifth = 5 * line, sixth = 6 * line, seventh = 7 * line
  for (let k = 0; k < length; k++, o += 8, at += step) {
    into[o] = data[at]!
    into[o + 1] = data[at + line]!
    into[o + 2] = data[at + second]!
    into[o + 3] = data[at + third]!
    into[o + 4] = data[at + fourth]!
    into[o + 5] = data[at + fifth]!
    into[o + 6] = data[at + sixth]!
    into[o + 7] = data[at + seventh]!
  }
}
