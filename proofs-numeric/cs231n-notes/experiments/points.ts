import { run, type Seed, normals } from '../../../src/random/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

/** Points (N, 2) as a plot takes them. */
export const pointsOf = (x: Tensor): ReadonlyArray<{ readonly x: number; readonly y: number }> =>
  Array.from({ length: x.shape[0] ?? 0 }, (_, i) => ({ x: T.at(x, [i, 0]), y: T.at(x, [i, 1]) }))

/** Normal points (count, 2), rounded to multiples of 1/64: sums of them and of their products are exact. */
export const roundedNormals = (count: number, seed: Seed): Tensor =>
  T.map(run(normals([count, 2]), seed), a => Math.round(64 * a) / 64)
