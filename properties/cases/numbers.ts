import fc, { type Arbitrary } from 'fast-check'
import { type Shape, sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { hashed } from './hashed.js'

/** Tensors of multiples of a quarter, with a power of two of their own: few digits to print, and sums and products are exact. */
export const tensors = (shape: Shape, numerator: Arbitrary<number>): Arbitrary<Tensor> =>
  fc.tuple(fc.array(numerator, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }), fc.integer(
    { min: -2, max: 2 }
  ))
    .map(([entries, e]) => T.fromFlat(shape, entries.map(k => (k / 4) * 2 ** e)))

/** Numerators of one digit or two. */
export const numerators: Arbitrary<number> = fc.integer({ min: -24, max: 24 })

/** Numerators of three digits: two of them are seldom equal, and sums of them seldom 0. */
export const wholeNumbers: Arbitrary<number> = fc.integer({ min: -999, max: 999 })

/** Numerators that are never zero. */
export const odd: Arbitrary<number> = fc.integer({ min: -12, max: 11 }).map(k => 2 * k + 1)

/** Numbers below 32 with this many bits: single precision has no room for more than 24. */
export const longNumbers = (shape: Shape, bits: number): Arbitrary<Tensor> => {
  const most = 2 ** (bits - 1)
  return fc.array(fc.noBias(fc.integer({ min: -most, max: most })), {
    minLength: sizeOf(shape), maxLength: sizeOf(shape)
  })
    .map(entries => T.fromFlat(shape, entries.map(k => k * 2 ** (6 - bits))))
}

/** Tensors of one digit with any power of ten, from the least to those near `largest`, where they shrink to. */
export const sizesUpTo = (largest: number, shape: Shape): Arbitrary<Tensor> => {
  const exponent = Math.floor(Math.log10(largest)) - 1
  return fc.tuple(
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: sizeOf(shape), maxLength: sizeOf(shape) }),
    fc.oneof(fc.constant(0), fc.nat(3), fc.nat(exponent + 320))
  ).map(([digits, down]) => T.fromFlat(shape, digits.map(k => Number(`${k}e${exponent - down}`))))
}

/** What a tensor is changed into where special cases are visited, from what it is and a seed. */
type Change = (t: Tensor, seed: number) => Tensor

const entries = (t: Tensor, entry: (a: number, position: number) => number): Tensor =>
  T.fromFlat(t.shape, Array.from(t.data, entry))

const rowLength = ({ shape, data }: Tensor): number => Math.max(1, data.length / Math.max(1, shape[0] ?? 1))

/** Zeros, a row of zeros, equal rows, ties, negative zeros, and 53 bits. */
export const changes: ReadonlyArray<Change> = [
  t => entries(t, () => 0),
  (t, seed) => entries(t, (a, i) => (Math.floor(i / rowLength(t)) === seed % Math.max(1, t.shape[0] ?? 1) ? 0 : a)),
  t => entries(t, (_, i) => t.data[i % rowLength(t)] ?? 0),
  t => entries(t, a => Math.sign(a)),
  (t, seed) => entries(t, (a, i) => (hashed(seed, '-0', i) % 2 === 0 ? -0 : a)),
  (t, seed) => entries(
    t, (a, i) => a + (hashed(seed, '53 bits', i) * 2 ** 21 + hashed(seed, 'more', i) % 2 ** 21) * 2 ** -52
  )
]

/** The whole tensor at another scale. */
export const scaled = (by: number): Change => t => T.mul(t, by)

// Half of them up to 2^12, where much of what overflows or is cut off lies.
const exponents = (most: number): Arbitrary<number> =>
  fc.oneof(fc.integer({ min: 5, max: 12 }), fc.integer({ min: 5, max: most }))

/** Numbers of many sizes in one tensor, from 2^5 to 2^most, and quarters among them. */
export const largeNumbers = (shape: Shape, most: number): Arbitrary<Tensor> => {
  const one = fc.tuple(fc.integer({ min: -7, max: 7 }), exponents(most)).map(([k, e]) => (k / 4) * 2 ** e)
  return fc.array(one, { minLength: sizeOf(shape), maxLength: sizeOf(shape) }).map(
    entries => T.fromFlat(shape, entries)
  )
}

/**
 * Large numbers close together: quarters, and in each row one number that is added to all, up to 2^17. Beyond, the squares of their
 * differences would be known to less than half of their digits.
 */
export const closeNumbers = (shape: Shape): Arbitrary<Tensor> =>
  fc.tuple(tensors(shape, numerators), fc.integer({ min: 9, max: 16 }), fc.nat(999)).map(([t, e, seed]) =>
    entries(t, (a, i) => a + (hashed(seed, 'row', Math.floor(i / rowLength(t))) % 15 - 7) / 4 * 2 ** e))
