import type { Shape } from '../../number/Shape.js'
import { sizeOf } from '../../number/Shape.js'

/** One run of n entries: out[o + i] from a[p + i * s] and b[q + i * t], the steps s and t being 0 or 1. */
export type Run = (
  out: Float64Array, o: number, n: number, a: Float64Array, p: number, s: number, b: Float64Array, q: number, t: number,
) => void

// One written loop per operation: a loop that calls a function is three times slower once it has seen several functions.
// And no branch on an entry: a comparison as a number, 0 or 1, reads one of a pair (see map.ts).

export const addRun: Run = (out, o, n, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! + b[q + i * t]!
}

export const subRun: Run = (out, o, n, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! - b[q + i * t]!
}

export const mulRun: Run = (out, o, n, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! * b[q + i * t]!
}

export const divRun: Run = (out, o, n, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! / b[q + i * t]!
}

export const maximumRun: Run = (out, o, n, a, p, s, b, q, t) => {
  const pair = new Float64Array(2)
  for (let i = 0; i < n; i++) {
    const u = pair[0] = a[p + i * s]!
    const v = pair[1] = b[q + i * t]!
    out[o + i] = pair[+!(u >= v) & +(u === u)]!
  }
}

export const minimumRun: Run = (out, o, n, a, p, s, b, q, t) => {
  const pair = new Float64Array(2)
  for (let i = 0; i < n; i++) {
    const u = pair[0] = a[p + i * s]!
    const v = pair[1] = b[q + i * t]!
    out[o + i] = pair[+!(u <= v) & +(u === u)]!
  }
}

export const greaterRun: Run = (out, o, n, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = +(a[p + i * s]! > b[q + i * t]!)
}

/** A run that calls f on each pair. */
export const runOf = (f: (a: number, b: number) => number): Run => (out, o, n, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = f(a[p + i * s]!, b[q + i * t]!)
}

/** Two arrays of one shape, entry by entry. */
export const zipSame = (run: Run, a: Float64Array, b: Float64Array): Float64Array => {
  const out = new Float64Array(a.length)
  run(out, 0, a.length, a, 0, 1, b, 0, 1)
  return out
}

/** Rows of one array, each with the other. */
export const zipRows = (run: Run, a: Float64Array, b: Float64Array): Float64Array => {
  const out = new Float64Array(a.length)
  for (let o = 0; o < out.length; o += b.length) run(out, o, b.length, a, o, 1, b, 0, 1)
  return out
}

/** Two arrays read with strides over a common shape; the stride of an axis that is stretched is 0. */
export const zipStrided = (
  run: Run, shape: Shape, a: Float64Array, aStrides: ReadonlyArray<number>, b: Float64Array,
  bStrides: ReadonlyArray<number>,
): Float64Array => {
  const out = new Float64Array(sizeOf(shape))
  const last = shape.length - 1
  if (out.length === 0) return out
  const walk = (axis: number, o: number, p: number, q: number): number => {
    const size = shape[axis] ?? 1
    const s = aStrides[axis] ?? 0
    const t = bStrides[axis] ?? 0
    if (axis >= last) {
      run(out, o, size, a, p, s, b, q, t)
      return o + size
    }
    let next = o
    for (let i = 0; i < size; i++) next = walk(axis + 1, next, p + i * s, q + i * t)
    return next
  }
  walk(0, 0, 0, 0)
  return out
}
