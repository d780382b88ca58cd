import { gemm } from './gemm.js'
import { fold, places, type Sliding, taps, unfold } from './im2col.js'

// One image at a time, so that its unfolded matrix stays in the cache. Each entry of y is its sum over taps in order, as in gemm.

/** w over each of `examples` images, and b added. */
export const convolve = (
  s: Sliding, examples: number, filters: number, x: Float64Array, w: Float64Array, b: Float64Array
): Float64Array => {
  const [depth, area, image] = [taps(s), places(s), s.channels * s.height * s.width]
  const out = new Float64Array(examples * filters * area)
  const unfolded = new Float64Array(depth * area)
  for (let n = 0, o = 0; n < examples; n++) {
    unfold(s, x, n * image, unfolded)
    const y = gemm(filters, depth, area, { data: w, row: depth, column: 1 }, { data: unfolded, row: area, column: 1 })
    for (let f = 0, p = 0; f < filters; f++) {
      for (let q = 0; q < area; q++) out[o++] = y[p++]! + b[f]!
    }
  }
  return out
}

/** The cotangents of x and w, from that of y. */
export const convolveBack = (
  s: Sliding, examples: number, filters: number, x: Float64Array, w: Float64Array, dy: Float64Array
): { readonly dx: Float64Array; readonly dw: Float64Array } => {
  const [depth, area, image] = [taps(s), places(s), s.channels * s.height * s.width]
  const dx = new Float64Array(x.length)
  const dw = new Float64Array(w.length)
  const unfolded = new Float64Array(depth * area)
  for (let n = 0; n < examples; n++) {
    const part = dy.subarray(n * filters * area, (n + 1) * filters * area)
    unfold(s, x, n * image, unfolded)
    const dwOfImage = gemm(filters, area, depth, { data: part, row: area, column: 1 }, { data: unfolded, row: 1, column: area })
    for (let p = 0; p < dw.length; p++) dw[p]! += dwOfImage[p]!
    fold(s, gemm(depth, filters, area, { data: w, row: 1, column: depth }, { data: part, row: area, column: 1 }), dx, n * image)
  }
  return { dx, dw }
}
