import { addProducts, every, packed } from './product.js'
import { bordered, intoBorder, outOfBorder, places, type Sliding } from './sliding.js'

// One image at a time, with its border of zeros. The three products of a convolution, for each image:
// y_fq += sum_t w_ft x_tq, dw_ft += sum_q dy_fq x_tq, dx_tq += sum_f w_ft dy_fq, over filters f, taps t and places q of the window,
// where x_tq is the image's entry under tap t of the window at place q.

/** w over each of `examples` images, and b added. */
export const convolve = (
  s: Sliding, examples: number, filters: number, x: Float64Array, w: Float64Array, b: Float64Array
): Float64Array => {
  const { size, taps, corners } = bordered(s)
  const area = places(s)
  const left = packed({ data: w, from: 0, lines: every(taps.length, filters), steps: every(1, taps.length) })
  const image = { data: new Float64Array(size), from: 0, lines: corners, steps: taps }
  const [maps, entries] = [every(area, filters), every(1, area)]
  const out = new Float64Array(examples * filters * area)
  for (let n = 0; n < examples; n++) {
    const from = n * filters * area
    for (let f = 0; f < filters; f++) out.fill(b[f]!, from + f * area, from + (f + 1) * area)
    intoBorder(s, x, n * s.channels * s.height * s.width, image.data)
    addProducts(out, from, maps, entries, left, image)
  }
  return out
}

/** The cotangent of w, from that of y. */
export const filtersBack = (
  s: Sliding, examples: number, filters: number, x: Float64Array, dy: Float64Array
): Float64Array => {
  const { size, taps, corners } = bordered(s)
  const area = places(s)
  const image = { data: new Float64Array(size), from: 0, lines: taps, steps: corners }
  const [lines, steps] = [every(area, filters), every(1, area)]
  const [rows, columns] = [every(taps.length, filters), every(1, taps.length)]
  const dw = new Float64Array(filters * taps.length)
  for (let n = 0; n < examples; n++) {
    intoBorder(s, x, n * s.channels * s.height * s.width, image.data)
    addProducts(dw, 0, rows, columns, packed({ data: dy, from: n * filters * area, lines, steps }), image)
  }
  return dw
}

/** The cotangent of x, from that of y. */
export const imagesBack = (
  s: Sliding, examples: number, filters: number, w: Float64Array, dy: Float64Array
): Float64Array => {
  const { size, taps, corners } = bordered(s)
  const [area, pixels] = [places(s), s.channels * s.height * s.width]
  const left = packed({ data: w, from: 0, lines: every(1, taps.length), steps: every(taps.length, filters) })
  const [lines, steps] = [every(1, area), every(area, filters)]
  const image = new Float64Array(size)
  const dx = new Float64Array(examples * pixels)
  for (let n = 0; n < examples; n++) {
    image.fill(0)
    addProducts(image, 0, taps, corners, left, { data: dy, from: n * filters * area, lines, steps })
    outOfBorder(s, image, dx, n * pixels)
  }
  return dx
}
