import fc, { type Arbitrary } from 'fast-check'
import { type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
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

/** Quarters up to k / 4, times 2^e. */
export const quarters = (shape: Shape, k: number, e: number): Arbitrary<Tensor> =>
  tensorOf(shape, fc.integer({ min: -k, max: k }), e)

/** The same with odd numerators, so that no entry is multiplied by zero; only a shrunk case has zeros. */
export const oddQuarters = (shape: Shape, k: number, e: number): Arbitrary<Tensor> => {
  const half = Math.ceil(k / 2)
  const odd = fc.integer({ min: -half, max: half - 1 }).map(i => 2 * i + 1)
  const zero = { weight: 1, arbitrary: fc.constant(0) }
  return tensorOf(shape, fc.oneof({ withCrossShrink: true }, zero, { weight: 2 ** 30, arbitrary: odd }), e)
}

const tensorOf = (shape: Shape, numerators: Arbitrary<number>, e: number): Arbitrary<Tensor> =>
  fc.array(numerators, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map(ks => T.fromFlat(shape, ks.map(k => (k / 4) * 2 ** e)))

/** Exponents of scales, 0 where shrunk. */
export const exponents: Arbitrary<number> = fc.integer({ min: -40, max: 40 })
