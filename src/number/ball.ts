import type { Analytic } from './Arithmetic.js'
import type { Interval } from './Interval.js'
import { add, div, hull, isUnknown, lower, magnitude, max, mul, negate, rounded, sqrt, upper, where } from './ballArithmetic.js'
import { type Dyadic, bitLength, decompose } from './dyadic.js'
import { type Ball, exp, log, nowhereBall, tanh, wholeBall } from './fixedPoint.js'
import { sine } from './sine.js'
import { tabulate } from '../prelude/index.js'

export { type Ball, nowhereBall, toInterval, wholeBall } from './fixedPoint.js'
export { fromDecimal, fromRational, toDecimal } from './decimal.js'

type Kernel = (x: Dyadic, bits: number) => Ball

const increasing = (f: Kernel) => (bits: number, a: Ball): Ball => {
  if (isUnknown(a)) return a
  const at = ({ mid, exp: e }: Ball): Ball => f({ mantissa: mid, exponent: e }, bits + 4)
  return a.rad === 0n ? rounded(bits, at(a)) : hull(bits, at(lower(a)), at(upper(a)))
}

const logOfPositive = increasing(log)

const unitBall: Ball = { mid: 0n, exp: 0, rad: 1n }

// the reduction by pi needs as many more bits as the exponent says
const largestAngle = 1e5

const sineOf = (quarters: 0 | 1) => (bits: number, a: Ball): Ball => {
  if (isUnknown(a)) return a
  if ((a.rad !== 0n && bitLength(a.rad) + a.exp > 1) || magnitude(a) > largestAngle) return unitBall
  const { value } = sine({ mantissa: a.mid, exponent: a.exp }, quarters, bits + 4)
  // the sine of a sum differs by no more than the summand
  return a.rad === 0n ? rounded(bits, value) : add(bits, value, { mid: 0n, exp: a.exp, rad: a.rad })
}

const exactly = (x: number): Ball => {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? nowhereBall : wholeBall
  const { mantissa, exponent } = decompose(x)
  return { mid: mantissa, exp: exponent, rad: 0n }
}

// What formulas are made of and cases are drawn from is mostly a small multiple of a quarter: those from -64 to 64 are made once.
const quarters = tabulate(513, k => exactly((k - 256) / 4))

const ofDouble = (x: number): Ball => {
  const k = 4 * x
  return k === (k | 0) && Math.abs(k) <= 256 ? quarters[k + 256] as Ball : exactly(x)
}

/**
 * Balls of at least `bits` correct bits where the argument allows: a big float and its enclosure in one. Every result contains
 * f(x, y) for all x and y in the arguments; the exponent is any integer, so that nothing overflows before e^(2^48).
 *
 * A result of + - * / sqrt on exact numbers is exact if it has at most `bits` bits. Where the function is undefined for a part
 * of the argument (division by a ball with 0, square root with negative numbers, logarithm with 0) the result is `wholeBall`,
 * as is an infinite double; where it is undefined for all of it, `nowhereBall`, as is NaN. Both stay what they are, as among intervals.
 * `where` is the hull of x and y when a and b overlap.
 */
export const ball = (bits: number): Analytic<Ball> => ({
  of: ofDouble,
  add: (a, b) => add(bits, a, b),
  sub: (a, b) => add(bits, a, negate(b)),
  mul: (a, b) => mul(bits, a, b),
  div: (a, b) => div(bits, a, b),
  max: (a, b) => max(bits, a, b),
  where: (a, b, x, y) => where(bits, a, b, x, y),
  sqrt: a => sqrt(bits, a),
  exp: a => increasing(exp)(bits, a),
  log: a => (a.mid > a.rad || isUnknown(a) ? logOfPositive(bits, a) : a.mid + a.rad > 0n ? wholeBall : nowhereBall),
  sin: a => sineOf(0)(bits, a),
  cos: a => sineOf(1)(bits, a),
  tanh: a => increasing(tanh)(bits, a)
})

/** The interval as a ball; the whole line when an end is infinite. */
export const fromInterval = ({ lo, hi }: Interval, bits: number): Ball => hull(bits, ofDouble(lo), ofDouble(hi))

/** The number of leading bits that are certain: Infinity for an exact number, at most 0 when not even the size is known. */
export const certainBits = (a: Ball): number =>
  isUnknown(a) ? -Infinity : a.rad === 0n ? Infinity : bitLength(a.mid) - bitLength(a.rad)
