import fc, { type Arbitrary } from 'fast-check'
import { type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

// Multiples of 1/4 print in few digits, and doubles hold their sums and products exactly.

/** A multiple of 1/4, up to largest / 4. */
export const quarter = (largest: number): Arbitrary<number> =>
  fc.integer({ min: -largest, max: largest }).map(k => k / 4)

/** So many of them. */
export const quarterList = (length: number, largest: number): Arbitrary<ReadonlyArray<number>> =>
  fc.array(quarter(largest), { minLength: length, maxLength: length })

/** A tensor of them, times 2^e. */
export const quarters = (shape: Shape, largest: number, e = 0): Arbitrary<Tensor> =>
  quartersOf(shape, fc.integer({ min: -largest, max: largest }), e)

/** The same with odd numerators, so that no entry is multiplied by zero; only a shrunk case has zeros. */
export const oddQuarters = (shape: Shape, largest: number, e = 0): Arbitrary<Tensor> => {
  const half = Math.ceil(largest / 2)
  const odd = fc.integer({ min: -half, max: half - 1 }).map(i => 2 * i + 1)
  const zero = { weight: 1, arbitrary: fc.constant(0) }
  return quartersOf(shape, fc.oneof({ withCrossShrink: true }, zero, { weight: 2 ** 30, arbitrary: odd }), e)
}

const quartersOf = (shape: Shape, numerators: Arbitrary<number>, e: number): Arbitrary<Tensor> =>
  fc.array(numerators, { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map(ks => T.fromFlat(shape, ks.map(k => (k / 4) * 2 ** e)))
