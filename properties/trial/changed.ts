import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** The entries in another order: the k-th of n is that at `to(k, n)`. */
export const permuted = (t: Tensor, to: (k: number, n: number) => number): Tensor =>
  T.fromFlat(t.shape, Array.from(t.data, (_, k) => t.data[to(k, t.data.length)] ?? NaN))

/** Exchanges the first half of the entries and the second. */
export const half = (k: number, n: number): number => (k + n / 2) % n

/** Rounded to single precision. */
export const rounded = (t: Tensor): Tensor => T.map(t, Math.fround)

/** Writes over a tensor, as no function of ours does. */
export const write = (into: Tensor, from: Tensor): Tensor => {
  (into.data as unknown as Float64Array).set(Array.from(from.data))
  return into
}
