import type { Analytic, Rational } from './Arithmetic.js'
import type { Interval } from './Interval.js'
import { div, hull, isUnknown } from './ballArithmetic.js'
import { ballKernels, ofDouble } from './ballKernels.js'
import { pi } from './constants.js'
import { bitLength, shift } from './dyadic.js'
import { elementary } from './elementary.js'
import type { Ball } from './fixedPoint.js'
import { atan, erf, expm1, log1p } from './specialBall.js'

export { type Ball, nowhereBall, toInterval, wholeBall } from './fixedPoint.js'
export { fromDecimal, fromRational, toDecimal } from './decimal.js'

/**
 * Balls of at least `bits` correct bits where the argument allows: a big float and its enclosure in one. Every result contains
 * f(x, y) for all x and y in the arguments; the exponent is any integer, so that nothing overflows before e^(2^48).
 *
 * A result of + - * / sqrt on exact numbers is exact if it has at most `bits` bits. Where the function is undefined for a part
 * of the argument (division by a ball with 0, square root with negative numbers, logarithm with 0) the result is `wholeBall`,
 * as is an infinite double; where it is undefined for all of it, `nowhereBall`, as is NaN. Both stay what they are, as among intervals.
 * `where` is the hull of x and y when a and b overlap.
 */
export const ball = (bits: number): Analytic<Ball> => {
  const K = ballKernels(bits)
  const N = elementary({
    ...K,
    ofRational: ({ num, den }: Rational) => div(bits, { mid: num, exp: 0, rad: 0n }, { mid: den, exp: 0, rad: 0n }),
    pi: () => ({ mid: pi(bits), exp: -bits, rad: 2n }),
    expm1: expm1(bits),
    log1p: log1p(bits),
    atan: atan(bits),
    erf: erf(bits)
  })
  const pow = (a: Ball, b: Ball): Ball => {
    const n = wholeNumber(b)
    return n === undefined || a.mid <= a.rad ? N.pow(a, b) : N.power(a, n)
  }
  return { ...N, pow }
}

// Up to there squaring is quicker than a logarithm.
const largestWhole = 2 ** 31

/** The whole number that an exact ball is. */
const wholeNumber = ({ mid, exp, rad }: Ball): number | undefined => {
  if (rad !== 0n || exp > 31) return undefined
  const whole = shift(mid, exp)
  const size = Number(whole)
  return shift(whole, -exp) === mid && Math.abs(size) <= largestWhole ? size : undefined
}

/** The interval as a ball; the whole line when an end is infinite. */
export const fromInterval = ({ lo, hi }: Interval, bits: number): Ball => hull(bits, ofDouble(lo), ofDouble(hi))

/** The number of leading bits that are certain: Infinity for an exact number, at most 0 when not even the size is known. */
export const certainBits = (a: Ball): number =>
  isUnknown(a) ? -Infinity : a.rad === 0n ? Infinity : bitLength(a.mid) - bitLength(a.rad)
