export const mapEntries = (x: Float64Array, f: (a: number) => number): Float64Array => {
  const out = new Float64Array(x.length)
  for (let i = 0; i < x.length; i++) out[i] = f(x[i]!)
  return out
}

/** Numbers to be read one after the other, or with step 0 one that stands for all. */
export interface Read {
  readonly data: Float64Array
  readonly step: 0 | 1
}

/**
 * a where the condition is not zero, else b. A comparison as a number, 0 or 1, reads one of a pair: with entries in no order that
 * takes a third of the time of a branch.
 */
export const select = (condition: Float64Array, a: Read, b: Read): Float64Array => {
  const out = new Float64Array(condition.length)
  const pair = new Float64Array(2)
  const { data: x, step: s } = a
  const { data: y, step: t } = b
  for (let i = 0; i < condition.length; i++) {
    pair[0] = y[i * t]!
    pair[1] = x[i * s]!
    out[i] = pair[+(condition[i]! !== 0)]!
  }
  return out
}
