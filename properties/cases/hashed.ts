import fc, { type Arbitrary } from 'fast-check'
import type { Shape } from '../../src/number/index.js'
import { sizeOf } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** Seeds of directions and cotangents, each as likely as any other; a failure shrinks to a small one. */
export const seeds: Arbitrary<number> = fc.noBias(fc.nat(2 ** 31 - 1))

// The finalizer of MurmurHash3: every bit of the word has an effect on every bit of the result.
const mixed = (word: number): number => {
  const a = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return (b ^ (b >>> 16)) >>> 0
}

/** 32 bits that look drawn, the same for the same seed, name and position. */
export const hashed = (seed: number, name: string, position: number): number => {
  let word = mixed(seed + 0x9e3779b9)
  for (let i = 0; i < name.length; i++) word = mixed(word ^ name.charCodeAt(i))
  return mixed(word ^ Math.imul(position + 1, 0x9e3779b1))
}

/** The least size of an entry of a direction; the greatest is below twice that. */
export const leastEntry: number = 2 ** 20

/**
 * A direction's entry at a position of a named input: one of 2^20 odd whole numbers between 2^20 and 2^21 in size. None is 0, so that no
 * entry of a gradient is multiplied away; an error in one entry, or entries exchanged, cancel by chance once in 2^20 directions.
 */
export const directionFrom = (seed: number) => (name: string, position: number): number => {
  const word = hashed(seed, name, position)
  const size = leastEntry + 2 * (word >>> 13) + 1
  return (word & 1) === 0 ? size : -size
}

/** Up to this seed, to which failures shrink, cotangents have one digit. */
const simple = 16

/**
 * The cotangent of an output of this shape: odd numbers of 20 bits, so that none is 0 and few are equal. One seed in eight gives numbers of
 * 40 bits, that rounding to single precision shows; the first 16 give digits, to be read. Where numbers have fewer than 53 bits: 8 bits.
 */
export const cotangentFrom = (seed: number, shape: Shape, bits = 53): Tensor => {
  const entry = (position: number): number => {
    const word = hashed(seed, 'dy', position)
    const sign = (word & 1) === 0 ? 1 : -1
    if (seed < simple) return sign * (2 * ((word >>> 1) % 5) + 1)
    if (bits < 53) return sign * (2 * (word >>> 25) + 1) / 4
    const fine = seed % 8 === 7 ? (hashed(seed, 'dy below', position) >>> 12) * 2 ** -20 : 0
    return sign * (2 * (word >>> 13) + 1 + fine) / 2 ** 19
  }
  return T.fromFlat(shape, Array.from({ length: sizeOf(shape) }, (_, i) => entry(i)))
}

/** A cotangent of digits with any power of ten up to near `largest`, one in three at it. */
export const extremeFrom = (seed: number, shape: Shape, largest: number): Tensor => {
  const top = Math.floor(Math.log10(largest)) - 1
  const down = [0, hashed(seed, 'near', 0) % 4, hashed(seed, 'far', 0) % (top + 320)][hashed(seed, 'how far', 0) % 3]
    ?? 0
  return T.fromFlat(shape, Array.from(
    { length: sizeOf(shape) }, (_, i) => Number(`${(hashed(seed, 'dy', i) % 19) - 9}e${top - down}`)
  ))
}
