import { refuse } from '../prelude/index.js'
import type { Interval } from './Interval.js'

/** The number mantissa * 2^exponent. Every finite double is one, and so is every sum and product of doubles. */
export interface Dyadic {
  readonly mantissa: bigint
  readonly exponent: number
}

// One double seen as its two halves; written and read inside one call, so nothing of it is visible from outside.
const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)
const high = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0

const highWord = (x: number): number => {
  double[0] = x
  return halves[high] ?? 0
}

/** 2^n, exactly, for -1074 <= n <= 1023. Built from its bits: nothing promises that 2 ** n is exact. */
export const powerOfTwo = (n: number): number => {
  if (n < -1022) return powerOfTwo(n + 60) / 1152921504606846976
  halves[high] = (n + 1023) << 20
  halves[1 - high] = 0
  return double[0] ?? 0
}

/** The number of binary digits of |n|: the least k with |n| < 2^k. */
export const bitLength = (n: bigint): number => {
  const size = n < 0n ? -n : n
  const approximate = Number(size)
  if (approximate < 9007199254740992) return approximate === 0 ? 0 : (highWord(approximate) >>> 20) - 1022
  if (approximate < Infinity) {
    const k = (highWord(approximate) >>> 20) - 1022
    // the conversion rounds, perhaps up to the next power of two
    return size >> BigInt(k - 1) === 0n ? k - 1 : k
  }
  const digits = size.toString(16)
  return 4 * digits.length - Math.clz32(parseInt(digits.charAt(0), 16)) + 28
}

/**
 * A finite double, exactly, as mantissa * 2^exponent: whole numbers below 2^53 have exponent 0. Refuses NaN and the infinities.
 */
export const decompose = (x: number): Dyadic => {
  if (Number.isSafeInteger(x)) return { mantissa: BigInt(x), exponent: 0 }
  if (!Number.isFinite(x)) return refuse('domain', 'decompose', 'a finite number', String(x))
  const word = highWord(x)
  const low = halves[1 - high] ?? 0
  const biased = (word >>> 20) & 0x7ff
  const upper = (word & 0xfffff) + (biased === 0 ? 0 : 0x100000)
  const exponent = Math.max(biased, 1) - 1075
  // a number of few digits, such as 0.75, keeps few
  if (low === 0) return { mantissa: BigInt(x < 0 ? -upper : upper), exponent: exponent + 32 }
  const size = upper * 4294967296 + low
  return { mantissa: BigInt(x < 0 ? -size : size), exponent }
}

/** n * 2^by; bits below the unit are dropped, towards minus infinity. */
export const shift = (n: bigint, by: number): bigint => (by > 0 ? n << BigInt(by) : by < 0 ? n >> BigInt(-by) : n)

const positive = (mantissa: bigint, exponent: number): Interval => {
  const length = bitLength(mantissa)
  const top = length + exponent
  if (top > 1024) return { lo: Number.MAX_VALUE, hi: Infinity }
  const kept = Math.min(53, top + 1074)
  if (kept <= 0) return { lo: 0, hi: Number.MIN_VALUE }
  const dropped = length - kept
  if (dropped <= 0) {
    const x = Number(mantissa) * powerOfTwo(exponent)
    return { lo: x, hi: x }
  }
  const by = BigInt(dropped)
  const cut = mantissa >> by
  const unit = powerOfTwo(exponent + dropped)
  const whole = Number(cut)
  return { lo: whole * unit, hi: (cut << by === mantissa ? whole : whole + 1) * unit }
}

/**
 * The doubles next to mantissa * 2^exponent on either side: a point when it is a double, else one unit in the last place wide.
 */
export const roundOutward = (mantissa: bigint, exponent: number): Interval => {
  if (mantissa > 0n) return positive(mantissa, exponent)
  if (mantissa === 0n) return { lo: 0, hi: 0 }
  const { lo, hi } = positive(-mantissa, exponent)
  return { lo: -hi, hi: lo === 0 ? 0 : -lo }
}
