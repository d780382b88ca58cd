import fc, { type Arbitrary } from 'fast-check'
import type { Tensor } from '../../src/tensor/index.js'
import type { Named } from './subject.js'

/** One case for a layer of any shape: its options and inputs, a direction for each input, and a cotangent of the output. */
export interface LayerCase<Options> {
  readonly options: Options
  readonly inputs: Named
  readonly directions: Named
  readonly dy: Tensor
}

/** The largest whole k, at most 39, for which a sum of that many products of three numbers up to k stays exact in a double. */
export const largestNumerator = (terms: number): number =>
  Math.min(39, Math.floor(Math.cbrt(2 ** 52 / Math.max(1, terms))))

/** Exponents of scales, 0 where shrunk. */
export const exponents: Arbitrary<number> = fc.integer({ min: -40, max: 40 })
