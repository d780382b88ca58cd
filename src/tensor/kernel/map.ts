export const mapEntries = (x: Float64Array, f: (a: number) => number): Float64Array => {
  const out = new Float64Array(x.length)
  for (let i = 0; i < x.length; i++) out[i] = f(x[i]!)
  return out
}

/** a where the condition is not zero, else b. */
export const select = (condition: Float64Array, a: Float64Array, b: Float64Array): Float64Array => {
  const out = new Float64Array(condition.length)
  for (let i = 0; i < condition.length; i++) out[i] = condition[i]! !== 0 ? a[i]! : b[i]!
  return out
}
