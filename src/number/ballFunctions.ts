import { add, hull, isUnknown, lower, magnitude, rounded, upper } from './ballArithmetic.js'
import { type Dyadic, bitLength } from './dyadic.js'
import * as at from './fixedPoint.js'
import { type Ball, nowhereBall, wholeBall } from './fixedPoint.js'
import { sine } from './sine.js'

// exp, log, sin, cos and tanh of balls, from their values at numbers; what they promise stands at `ball`.

type Kernel = (x: Dyadic, bits: number) => Ball

type OfBall = (bits: number, a: Ball) => Ball

const increasing = (f: Kernel): OfBall => (bits: number, a: Ball): Ball => {
  if (isUnknown(a)) return a
  const value = ({ mid, exp: e }: Ball): Ball => f({ mantissa: mid, exponent: e }, bits + 4)
  return a.rad === 0n ? rounded(bits, value(a)) : hull(bits, value(lower(a)), value(upper(a)))
}

export const exp: OfBall = increasing(at.exp)

export const tanh: OfBall = increasing(at.tanh)

const logOfPositive = increasing(at.log)

export const log: OfBall = (bits, a) =>
  a.mid > a.rad || isUnknown(a) ? logOfPositive(bits, a) : a.mid + a.rad > 0n ? wholeBall : nowhereBall

const unitBall: Ball = { mid: 0n, exp: 0, rad: 1n }

// the reduction by pi needs as many more bits as the exponent says
const largestAngle = 1e5

const sineOf = (quarters: 0 | 1): OfBall => (bits, a) => {
  if (isUnknown(a)) return a
  if ((a.rad !== 0n && bitLength(a.rad) + a.exp > 1) || magnitude(a) > largestAngle) return unitBall
  const { value } = sine({ mantissa: a.mid, exponent: a.exp }, quarters, bits + 4)
  // the sine of a sum differs by no more than the summand
  return a.rad === 0n ? rounded(bits, value) : add(bits, value, { mid: 0n, exp: a.exp, rad: a.rad })
}

export const sin: OfBall = sineOf(0)

export const cos: OfBall = sineOf(1)
