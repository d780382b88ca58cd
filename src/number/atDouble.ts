import { type Interval, nowhere } from './Interval.js'
import { type Dyadic, decompose, shift } from './dyadic.js'
import { type Ball, exp, log, tanh, toInterval } from './fixedPoint.js'
import { sine } from './sine.js'
import { nextDown, nextUp } from './ulp.js'

// The doubles next to f(x) on either side, for f one of the elementary functions and x a double: a point where f(x) is a double
// (at 0, or at 1 for the logarithm), else one unit in the last place wide. At an infinity the limit is enclosed; where f is not
// defined, and at NaN, the answer is `nowhere`.

// 80 bits leave a double within the radius once in 10^8; but log (1 + 2^-52) is by design of the formats within 2^-104 of one
const enclose = (f: (x: Dyadic, bits: number) => Ball, x: Dyadic, bits = 80): Interval => {
  const around = toInterval(f(x, bits))
  return bits > 400 || nextUp(around.lo) >= around.hi ? around : enclose(f, x, 3 * bits)
}

const atMostOne = ({ lo, hi }: Interval): Interval => ({ lo: Math.max(lo, -1), hi: Math.min(hi, 1) })

/** e^x; beyond 710 an overflow, below -746 an underflow. */
export const expAt = (x: number): Interval =>
  Number.isNaN(x) ? nowhere
    : x > 710 ? { lo: Number.MAX_VALUE, hi: Infinity }
      : x < -746 ? { lo: 0, hi: Number.MIN_VALUE }
        : enclose(exp, decompose(x))

/** The natural logarithm of x, for x > 0. */
export const logAt = (x: number): Interval =>
  x > 0 && x < Infinity ? enclose(log, decompose(x))
    : x === Infinity ? { lo: logAt(Number.MAX_VALUE).lo, hi: Infinity }
      : nowhere

/** Doubles around a sine, and the multiple of pi next to its argument. */
export interface SineEnclosure extends Interval {
  readonly branch: bigint
}

/** The sine of x + quarters * pi/2, and the multiple of pi next to it. For a finite x. */
export const sineAt = (x: number, quarters: 0 | 1): SineEnclosure => {
  const angle = decompose(x)
  const { value, branch } = sine(angle, quarters, 80)
  const around = toInterval(value)
  const tight = nextUp(around.lo) >= around.hi ? around : toInterval(sine(angle, quarters, 240).value)
  return { ...atMostOne(tight), branch }
}

/** The hyperbolic tangent of x. */
export const tanhAt = (x: number): Interval =>
  Number.isNaN(x) ? nowhere
    : x > 40 ? { lo: nextDown(1), hi: 1 }
      : x < -40 ? { lo: -1, hi: -nextDown(1) }
        : atMostOne(enclose(tanh, decompose(x)))

/** e^x - 1, without cancellation near 0. */
export const expm1At = (x: number): Interval => {
  if (x === 0) return { lo: 0, hi: 0 }
  if (x > 710 || Number.isNaN(x)) return expAt(x)
  if (x < -60) return { lo: -1, hi: nextUp(-1) }
  // x + x^2 / 2 lies between x and its successor
  if (Math.abs(x) < 2 ** -60) return { lo: x, hi: nextUp(x) }
  return enclose(expMinusOne, decompose(x))
}

const expMinusOne = (x: Dyadic, bits: number): Ball => {
  // 60 bits may cancel
  const power = exp(x, bits + 60)
  return power.exp > 0 ? { ...power, rad: power.rad + 1n } : { ...power, mid: power.mid - (1n << BigInt(-power.exp)) }
}

/** log (1 + x), for x > -1, without rounding 1 + x. */
export const log1pAt = (x: number): Interval => {
  if (x === 0) return { lo: 0, hi: 0 }
  if (!(x > -1 && x < Infinity)) return logAt(x)
  // x - x^2 / 2 lies between x and its predecessor
  if (Math.abs(x) < 2 ** -60) return { lo: nextDown(x), hi: x }
  const { mantissa, exponent } = decompose(x)
  const sum = shift(mantissa, Math.max(0, exponent)) + shift(1n, Math.max(0, -exponent))
  return enclose(log, { mantissa: sum, exponent: Math.min(0, exponent) })
}
