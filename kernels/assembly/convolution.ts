import { doubles } from './gemm'

// The three products of a convolution, for one image: y_fq = b_f + sum_t w_ft x_tq, dw_ft += sum_q dy_fq x_tq, and
// dx_tq += sum_f w_ft dy_fq, over filters f, taps t and places q of the window. x_tq is the image's entry under tap t at place q.
//
// The columns of an image with its border are split by what remains of them after division by the stride. So the entries under a tap at
// neighbouring places lie side by side, and a vector holds two of them: x_tq with q = (i, j) is at taps[t] + i * step + j.
// Rows of a tile past the last one are the last one again: what they store is the same.

/** y from x, for at least eight places across. Weights are packed in pairs of filters. */
export function convolve(
  y: usize, x: usize, weights: usize, bias: usize, taps: usize, filters: i32, depth: i32, down: i32, across: i32, step: i32
): void {
  const area = down * across
  for (let i = 0; i < down; i++) {
    for (let j = 0; j < across; j += 8) {
      // the last eight places of a line may have some in common with those before
      const place = min(j, across - 8)
      const corner = x + doubles(i * step + place)
      for (let f = 0; f < filters; f += 2) {
        const other = min(f + 1, filters - 1)
        const out = y + doubles(i * across + place)
        twoFilters(
          out + doubles(f * area), out + doubles(other * area), bias + doubles(f), bias + doubles(other),
          weights + doubles(f * depth), corner, taps, depth
        )
      }
    }
  }
}

function twoFilters(
  first: usize, second: usize, b0: usize, b1: usize, weights: usize, corner: usize, taps: usize, depth: i32
): void {
  let c00 = f64x2.splat(0), c01 = f64x2.splat(0), c02 = f64x2.splat(0), c03 = f64x2.splat(0)
  let c10 = f64x2.splat(0), c11 = f64x2.splat(0), c12 = f64x2.splat(0), c13 = f64x2.splat(0)
  for (const end = taps + (<usize>depth << 2); taps < end; taps += 4, weights += 16) {
    const at = corner + load<u32>(taps)
    const x0 = v128.load(at, 0), x1 = v128.load(at, 16), x2 = v128.load(at, 32), x3 = v128.load(at, 48)
    const w0 = v128.load64_splat(weights, 0)
    c00 = f64x2.add(c00, f64x2.mul(w0, x0))
    c01 = f64x2.add(c01, f64x2.mul(w0, x1))
    c02 = f64x2.add(c02, f64x2.mul(w0, x2))
    c03 = f64x2.add(c03, f64x2.mul(w0, x3))
    const w1 = v128.load64_splat(weights, 8)
    c10 = f64x2.add(c10, f64x2.mul(w1, x0))
    c11 = f64x2.add(c11, f64x2.mul(w1, x1))
    c12 = f64x2.add(c12, f64x2.mul(w1, x2))
    c13 = f64x2.add(c13, f64x2.mul(w1, x3))
  }
  // where there is no second filter, what it made is written over by the first
  const d1 = v128.load64_splat(b1)
  v128.store(second, f64x2.add(d1, c10), 0)
  v128.store(second, f64x2.add(d1, c11), 16)
  v128.store(second, f64x2.add(d1, c12), 32)
  v128.store(second, f64x2.add(d1, c13), 48)
  const d0 = v128.load64_splat(b0)
  v128.store(first, f64x2.add(d0, c00), 0)
  v128.store(first, f64x2.add(d0, c01), 16)
  v128.store(first, f64x2.add(d0, c02), 32)
  v128.store(first, f64x2.add(d0, c03), 48)
}

/**
 * dw goes on from x and dy. A vector holds two filters: dy is packed in groups of four, and dw by taps, in lines of `pitch` filters, a
 * multiple of four.
 */
export function filtersBack(
  dw: usize, x: usize, dy: usize, taps: usize, pitch: i32, depth: i32, down: i32, across: i32, step: i32
): void {
  for (let f = 0; f < pitch; f += 4) {
    const column = dw + doubles(f), group = dy + doubles(f * down * across)
    for (let t = 0; t < depth; t += 4) {
      const t1 = min(t + 1, depth - 1), t2 = min(t + 2, depth - 1), t3 = min(t + 3, depth - 1)
      fourTaps(
        column + doubles(t * pitch), column + doubles(t1 * pitch), column + doubles(t2 * pitch), column + doubles(t3 * pitch),
        x + tapAt(taps, t), x + tapAt(taps, t1), x + tapAt(taps, t2), x + tapAt(taps, t3), group, down, across, doubles(step)
      )
    }
  }
}

// @ts-ignore: decorator
@inline
function tapAt(taps: usize, t: i32): usize {
  return load<u32>(taps + (<usize>t << 2))
}

function fourTaps(
  first: usize, second: usize, third: usize, fourth: usize, x0: usize, x1: usize, x2: usize, x3: usize,
  dy: usize, down: i32, across: i32, step: usize
): void {
  let c00 = f64x2.splat(0), c01 = f64x2.splat(0), c10 = f64x2.splat(0), c11 = f64x2.splat(0)
  let c20 = f64x2.splat(0), c21 = f64x2.splat(0), c30 = f64x2.splat(0), c31 = f64x2.splat(0)
  for (let i = 0, line: usize = 0; i < down; i++, line += step) {
    for (let at = line, end = line + doubles(across); at < end; at += 8, dy += 32) {
      const d0 = v128.load(dy, 0), d1 = v128.load(dy, 16)
      const u0 = v128.load64_splat(x0 + at)
      c00 = f64x2.add(c00, f64x2.mul(d0, u0))
      c01 = f64x2.add(c01, f64x2.mul(d1, u0))
      const u1 = v128.load64_splat(x1 + at)
      c10 = f64x2.add(c10, f64x2.mul(d0, u1))
      c11 = f64x2.add(c11, f64x2.mul(d1, u1))
      const u2 = v128.load64_splat(x2 + at)
      c20 = f64x2.add(c20, f64x2.mul(d0, u2))
      c21 = f64x2.add(c21, f64x2.mul(d1, u2))
      const u3 = v128.load64_splat(x3 + at)
      c30 = f64x2.add(c30, f64x2.mul(d0, u3))
      c31 = f64x2.add(c31, f64x2.mul(d1, u3))
    }
  }
  // all are read before any is written: lines past the last are the last
  c00 = f64x2.add(v128.load(first, 0), c00)
  c01 = f64x2.add(v128.load(first, 16), c01)
  c10 = f64x2.add(v128.load(second, 0), c10)
  c11 = f64x2.add(v128.load(second, 16), c11)
  c20 = f64x2.add(v128.load(third, 0), c20)
  c21 = f64x2.add(v128.load(third, 16), c21)
  c30 = f64x2.add(v128.load(fourth, 0), c30)
  c31 = f64x2.add(v128.load(fourth, 16), c31)
  v128.store(first, c00, 0)
  v128.store(first, c01, 16)
  v128.store(second, c10, 0)
  v128.store(second, c11, 16)
  v128.store(third, c20, 0)
  v128.store(third, c21, 16)
  v128.store(fourth, c30, 0)
  v128.store(fourth, c31, 16)
}

/**
 * dx goes on from dy, of at least eight places. Taps are added to it in the order in which they are listed; weights are packed in pairs of
 * them. `sums` has room for two lines of places.
 */
export function imagesBack(
  dx: usize, dy: usize, weights: usize, taps: usize, sums: usize, filters: i32, depth: i32, down: i32, across: i32, step: i32
): void {
  const area = down * across
  const others = sums + doubles(area)
  for (let t = 0; t < depth; t += 2) {
    const packed = weights + doubles(t * filters)
    for (let q = 0; q < area; q += 8) {
      const place = min(q, area - 8)
      twoTaps(sums + doubles(place), others + doubles(place), packed, dy + doubles(place), doubles(area), filters)
    }
    addLines(dx + tapAt(taps, t), sums, down, across, step)
    if (t + 1 < depth) addLines(dx + tapAt(taps, t + 1), others, down, across, step)
  }
}

function twoTaps(first: usize, second: usize, weights: usize, dy: usize, pitch: usize, filters: i32): void {
  let c00 = f64x2.splat(0), c01 = f64x2.splat(0), c02 = f64x2.splat(0), c03 = f64x2.splat(0)
  let c10 = f64x2.splat(0), c11 = f64x2.splat(0), c12 = f64x2.splat(0), c13 = f64x2.splat(0)
  for (const end = weights + doubles(2 * filters); weights < end; weights += 16, dy += pitch) {
    const d0 = v128.load(dy, 0), d1 = v128.load(dy, 16), d2 = v128.load(dy, 32), d3 = v128.load(dy, 48)
    const w0 = v128.load64_splat(weights, 0)
    c00 = f64x2.add(c00, f64x2.mul(w0, d0))
    c01 = f64x2.add(c01, f64x2.mul(w0, d1))
    c02 = f64x2.add(c02, f64x2.mul(w0, d2))
    c03 = f64x2.add(c03, f64x2.mul(w0, d3))
    const w1 = v128.load64_splat(weights, 8)
    c10 = f64x2.add(c10, f64x2.mul(w1, d0))
    c11 = f64x2.add(c11, f64x2.mul(w1, d1))
    c12 = f64x2.add(c12, f64x2.mul(w1, d2))
    c13 = f64x2.add(c13, f64x2.mul(w1, d3))
  }
  v128.store(first, c00, 0)
  v128.store(first, c01, 16)
  v128.store(first, c02, 32)
  v128.store(first, c03, 48)
  v128.store(second, c10, 0)
  v128.store(second, c11, 16)
  v128.store(second, c12, 32)
  v128.store(second, c13, 48)
}

/** Adds lines of places to those of an image. */
function addLines(image: usize, sums: usize, down: i32, across: i32, step: i32): void {
  const even = across & ~1
  for (let i = 0; i < down; i++) {
    const to = image + doubles(i * step), from = sums + doubles(i * across)
    for (let at: usize = 0; at < doubles(even); at += 16) {
      v128.store(to + at, f64x2.add(v128.load(to + at), v128.load(from + at)))
    }
    if (even < across) {
      const last = doubles(even)
      store<f64>(to + last, load<f64>(to + last) + load<f64>(from + last))
    }
  }
}
