import { doubles } from './gemm'

// An image with its border has `tall` lines a channel, of `part` * `stride` entries: its columns are split by what remains of them after
// division by the stride, so that column v stands at v % stride * part + v / stride. Where its inside begins is `into` of a line.

/** Copies `height` lines of each channel to the lines that begin at `image`. */
export function split(
  image: usize, x: usize, channels: i32, height: i32, tall: i32, width: i32, part: i32, stride: i32, into: i32
): void {
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < height; i++, x += doubles(width)) {
      const line = image + doubles((c * tall + i) * part * stride)
      for (let first = 0; first < min(stride, width); first++) {
        const v = into + first
        let to = line + doubles(v % stride * part + v / stride)
        for (let j = first; j < width; j += stride, to += 8) store<f64>(to, load<f64>(x + doubles(j)))
      }
    }
  }
}

/** The way back. */
export function joined(
  x: usize, image: usize, channels: i32, height: i32, tall: i32, width: i32, part: i32, stride: i32, into: i32
): void {
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < height; i++, x += doubles(width)) {
      const line = image + doubles((c * tall + i) * part * stride)
      for (let first = 0; first < min(stride, width); first++) {
        const v = into + first
        let from = line + doubles(v % stride * part + v / stride)
        for (let j = first; j < width; j += stride, from += 8) store<f64>(x + doubles(j), load<f64>(from))
      }
    }
  }
}

/**
 * Lines of `columns` doubles in groups of four: entry j of line i goes to place 4 j + i of its group. Two by two at a time; a line past
 * the last is the last again, for which its group has room.
 */
export function inFours(out: usize, x: usize, lines: i32, columns: i32): void {
  const even = doubles(columns & ~1)
  for (let i = 0; i < lines; i += 2) {
    const a = x + doubles(i * columns), b = x + doubles(min(i + 1, lines - 1) * columns)
    let to = out + doubles((i & ~3) * columns + (i & 3))
    for (let j: usize = 0; j < even; j += 16, to += 64) {
      const u = v128.load(a + j), v = v128.load(b + j)
      v128.store(to, v128.shuffle<f64>(u, v, 0, 2))
      v128.store(to, v128.shuffle<f64>(u, v, 1, 3), 32)
    }
    if (even < doubles(columns)) {
      store<f64>(to, load<f64>(a + even))
      store<f64>(to, load<f64>(b + even), 8)
    }
  }
}

/** Moves lines of `columns` doubles together, that stand `pitch` apart. */
export function close(x: usize, lines: i32, columns: i32, pitch: i32): void {
  let to = x + doubles(columns)
  for (let i = 1; i < lines; i++) {
    let from = x + doubles(i * pitch)
    for (const end = to + doubles(columns & ~1); to < end; to += 16, from += 16) v128.store(to, v128.load(from))
    if (columns & 1) {
      store<f64>(to, load<f64>(from))
      to += 8
    }
  }
}
