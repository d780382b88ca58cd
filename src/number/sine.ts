import { pi } from './constants.js'
import { type Dyadic, bitLength, shift } from './dyadic.js'
import { type Ball, besideItself, besideOne, fixed, magnitude, one, zero } from './fixedPoint.js'

export interface Sine {
  readonly value: Ball
  /** The multiple of pi next to x + quarters * pi/2: from one branch to the next, the sine passes an extremum. */
  readonly branch: bigint
}

/** The sine of x + quarters * pi/2, so that quarters = 1 gives the cosine. */
export const sine = (x: Dyadic, quarters: 0 | 1, bits: number): Sine => {
  if (x.mantissa === 0n) return { value: quarters === 0 ? zero : one, branch: 0n }
  const top = magnitude(x)
  if (-2 * top >= bits + 5) {
    return { value: quarters === 0 ? besideItself(x, top, bits) : besideOne(bits + 4, -1n), branch: 0n }
  }
  return sineAt(x, quarters, bits, bits + 12 + (quarters === 0 ? Math.abs(top) : Math.max(0, top)))
}

const nearestMultiple = (n: bigint, of: bigint): bigint => {
  const quotient = (2n * (n < 0n ? -n : n) + of) / (2n * of)
  return n < 0n ? -quotient : quotient
}

const sineAt = (x: Dyadic, quarters: 0 | 1, bits: number, w: number): Sine => {
  const halfTurn = pi(w)
  const whole = quarters === 0 ? fixed(x, w) : fixed(x, w) + (halfTurn >> 1n)
  const branch = nearestMultiple(whole, halfTurn)
  const rest = whole - branch * halfTurn
  // 1 for x, 2 for the quarter turn, 2 for each half turn
  const inRest = 3n + 2n * (branch < 0n ? -branch : branch)
  const missing = bits + bitLength(inRest) - bitLength(rest)
  // x is close to a multiple of pi, but never at one: pi is irrational
  if (missing > 0) return sineAt(x, quarters, bits, w + missing + 8)
  const value = sineOfSmall(rest, inRest, w, Math.ceil(0.4 * Math.sqrt(bits)))
  return { value: (branch & 1n) === 0n ? value : { ...value, mid: -value.mid }, branch }
}

/** The sine of rest * 2^-w, |rest| <= pi/2, from that of its 3^triplings-th part: sin 3x = (3 - 4 sin^2 x) sin x. */
const sineOfSmall = (rest: bigint, inRest: bigint, w: number, triplings: number): Ball => {
  const units = BigInt(w + 2 * triplings)
  const parts = 3n ** BigInt(triplings)
  const angle = shift(rest, 2 * triplings) / parts
  const square = (angle * angle) >> units
  let term = angle
  let sum = angle
  let odd = 1n
  while (term !== 0n) {
    odd += 2n
    term = -((term * square) >> units) / (odd * (odd - 1n))
    sum += term
  }
  // angle: 1 and what is unknown of rest; each term: less than 2, and 2 for all terms left out
  let rad = shift(inRest, 2 * triplings) / parts + 2n + odd + 1n
  const three = 3n << units
  for (let i = 0; i < triplings; i += 1) {
    sum = (sum * (three - 4n * ((sum * sum) >> units))) >> units
    // the derivative 3 - 12 sin^2 x lies within [0, 3] up to a sine of 1/2
    rad = 3n * rad + 4n
  }
  return { mid: sum, exp: -w - 2 * triplings, rad }
}
