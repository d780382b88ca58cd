// Each kernel reduces the middle of three axes, (outer, n, inner) -> (outer, inner), in order from the left.

export const sumMiddle = (x: Float64Array, outer: number, n: number, inner: number): Float64Array => {
  const out = new Float64Array(outer * inner)
  if (inner === 1) {
    for (let o = 0; o < outer; o++) {
      let total = 0
      for (let k = 0; k < n; k++) total += x[o * n + k]!
      out[o] = total
    }
    return out
  }
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < n; k++) {
      const from = (o * n + k) * inner
      for (let i = 0; i < inner; i++) out[o * inner + i]! += x[from + i]!
    }
  }
  return out
}

/** Where along the middle axis the largest of sign * x stands: the first of equals, and the first NaN if there is one. */
export const argExtreme = (x: Float64Array, outer: number, n: number, inner: number, sign: 1 | -1): Float64Array => {
  const out = new Float64Array(outer * inner)
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      let best = x[o * n * inner + i]!
      let where = 0
      for (let k = 1; k < n; k++) {
        const v = x[(o * n + k) * inner + i]!
        if (sign * v > sign * best || (v !== v && best === best)) {
          best = v
          where = k
        }
      }
      out[o * inner + i] = where
    }
  }
  return out
}

/** The entries of (outer, n, inner) that stand at these places of the middle axis. */
export const pickMiddle = (x: Float64Array, n: number, inner: number, where: Float64Array): Float64Array => {
  const out = new Float64Array(where.length)
  for (let p = 0; p < where.length; p++) {
    const i = p % inner
    out[p] = x[((p - i) / inner * n + where[p]!) * inner + i]!
  }
  return out
}

/** The sum of a[i] * b[i], in order from the left. */
export const innerProduct = (a: Float64Array, b: Float64Array): number => {
  let total = 0
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!
  return total
}

/** How often each of 0 .. length - 1 occurs. */
export const countsOf = (x: Float64Array, length: number): Float64Array => {
  const out = new Float64Array(length)
  for (let i = 0; i < x.length; i++) out[x[i]!]! += 1
  return out
}
