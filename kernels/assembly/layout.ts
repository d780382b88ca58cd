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

/** Lines become columns: out, in lines of `pitch`, has entry (j, i) of x, which has `lines` lines of `columns`. */
export function transposed(out: usize, x: usize, lines: i32, columns: i32, pitch: i32): void {
  for (let i = 0; i < lines; i++) {
    let to = out + doubles(i)
    for (const end = x + doubles(columns); x < end; x += 8, to += doubles(pitch)) store<f64>(to, load<f64>(x))
  }
}
