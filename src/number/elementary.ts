import type { Interval } from './Interval.js'
import { wholeLine } from './Interval.js'
import { decompose, roundOutward } from './dyadic.js'
import { type Ball, exp, log, sine, tanh } from './fixedPoint.js'
import { nextDown, nextUp } from './ulp.js'

/**
 * The doubles next to f(x) on either side, for f one of the elementary functions and x a double: a point where f(x) is a double (which
 * is at 0, or 1 for the logarithm, alone), else one unit in the last place wide. At an infinity the limit is enclosed; where f is not defined, and at NaN,
 * the answer is the whole line.
 */

// 53 and 27 more: once in 10^8 the enclosure is two units wide
const bits = 80

const round = ({ mid, exp, rad }: Ball): Interval =>
  rad === 0n ? roundOutward(mid, exp) : { lo: roundOutward(mid - rad, exp).lo, hi: roundOutward(mid + rad, exp).hi }

const atMostOne = ({ lo, hi }: Interval): Interval => ({ lo: Math.max(lo, -1), hi: Math.min(hi, 1) })

export const expAt = (x: number): Interval =>
  Number.isNaN(x) ? wholeLine
    : x > 710 ? { lo: Number.MAX_VALUE, hi: Infinity }
      : x < -746 ? { lo: 0, hi: Number.MIN_VALUE }
        : round(exp(decompose(x), bits))

export const logAt = (x: number): Interval =>
  x > 0 && x < Infinity ? round(log(decompose(x), bits))
    : x === Infinity ? { lo: logAt(Number.MAX_VALUE).lo, hi: Infinity }
      : wholeLine

export interface SineEnclosure extends Interval {
  readonly branch: bigint
}

/** The sine of x + quarters * pi/2, and the multiple of pi next to it. For a finite x. */
export const sineAt = (x: number, quarters: 0 | 1): SineEnclosure => {
  const { value, branch } = sine(decompose(x), quarters, bits)
  return { ...atMostOne(round(value)), branch }
}

export const tanhAt = (x: number): Interval =>
  Number.isNaN(x) ? wholeLine
    : x > 40 ? { lo: nextDown(1), hi: 1 }
      : x < -40 ? { lo: -1, hi: -nextDown(1) }
        : atMostOne(round(tanh(decompose(x), bits)))

/** e^x - 1. */
export const expm1At = (x: number): Interval => {
  if (x === 0) return { lo: 0, hi: 0 }
  if (x > 710) return expAt(x)
  if (x < -60) return { lo: -1, hi: nextUp(-1) }
  // x + x^2 / 2 lies between x and its successor
  if (Math.abs(x) < 2 ** -60) return { lo: x, hi: nextUp(x) }
  const power = exp(decompose(x), bits + 60)
  return round(power.exp > 0 ? { ...power, rad: power.rad + 1n } : { ...power, mid: power.mid - (1n << BigInt(-power.exp)) })
}

/** log (1 + x). */
export const log1pAt = (x: number): Interval => {
  if (x === 0) return { lo: 0, hi: 0 }
  if (!(x > -1 && x < Infinity)) return logAt(x)
  // x - x^2 / 2 lies between x and its predecessor
  if (Math.abs(x) < 2 ** -60) return { lo: nextDown(x), hi: x }
  const { mantissa, exponent } = decompose(x)
  return round(log(exponent >= 0 ? { mantissa: mantissa + 1n, exponent: 0 } : { mantissa: mantissa + (1n << BigInt(-exponent)), exponent }, bits))
}
