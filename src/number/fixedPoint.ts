import { type Dyadic, bitLength, decompose, shift } from './dyadic.js'
import { ln2, pi } from './constants.js'

/**
 * The numbers within rad * 2^exp of mid * 2^exp. An exact number has rad = 0; an infinite exp makes the radius infinite: the whole line.
 *
 * The functions below compute with integers in units of 2^-w. A truncation is wrong by less than one unit, so an error bound is a count
 * of truncations, each multiplied by what the later steps can make of it. The guard bits are chosen so that the result has about
 * `bits` correct bits; were they chosen too few, only the radius would grow.
 */
export interface Ball {
  readonly mid: bigint
  readonly exp: number
  readonly rad: bigint
}

/** The whole line, as a ball. */
export const wholeBall: Ball = { mid: 0n, exp: Infinity, rad: 1n }

const one: Ball = { mid: 1n, exp: 0, rad: 0n }
const zero: Ball = { mid: 0n, exp: 0, rad: 0n }

const size = (n: bigint): bigint => (n < 0n ? -n : n)

/** The least k with |x| < 2^k. */
const magnitude = ({ mantissa, exponent }: Dyadic): number => bitLength(mantissa) + exponent

/** x in units of 2^-w, less than one unit below. */
const fixed = ({ mantissa, exponent }: Dyadic, w: number): bigint => shift(mantissa, exponent + w)

/** Strictly between 1 and 1 + 2 * sign * 2^-bits. */
const besideOne = (bits: number, sign: bigint): Ball => ({ mid: (1n << BigInt(bits)) + sign, exp: -bits, rad: 1n })

/** Between x and x (1 - x^2 / 2), for |x| < 2^k. */
const besideItself = (x: Dyadic, k: number, bits: number): Ball => {
  const exp = Math.min(x.exponent, k - bits - 4)
  const rad = shift(1n, Math.max(0, 3 * k - 2 - exp))
  const mid = shift(x.mantissa, x.exponent - exp)
  return { mid: x.mantissa > 0n ? mid - rad : mid + rad, exp, rad }
}

/** e^x. Beyond |x| = 2^48 only (0, 2^-2^48) or the whole line. */
export const exp = (x: Dyadic, bits: number): Ball => {
  if (x.mantissa === 0n) return one
  const top = magnitude(x)
  if (top < -bits - 4) return besideOne(bits + 4, x.mantissa > 0n ? 1n : -1n)
  if (top > 48) return x.mantissa > 0n ? wholeBall : { mid: 1n, exp: -(2 ** 48) - 1, rad: 1n }
  const halvings = Math.ceil(0.6 * Math.sqrt(bits))
  const w = bits + Math.max(0, top) + halvings + 8
  const whole = fixed(x, w)
  const k = Math.round(Number(shift(whole, 20 - w)) / 2 ** 20 / Math.LN2)
  const rest = k === 0 ? whole : whole - BigInt(k) * ln2(w)
  // rest in units of 2^-w is rest / 2^halvings in these units, at most 0.36 in size
  const units = BigInt(w + halvings)
  let term = rest
  let sum = (1n << units) + term
  let n = 1n
  while (term !== 0n) {
    n += 1n
    term = ((term * rest) >> units) / n
    sum += term
  }
  // argument: 1 + 2|k|, growing by less than 2; each term: less than 3, and 3 for all terms left out
  let rad = 2n * (1n + 2n * BigInt(Math.abs(k))) + 3n * (n + 1n)
  for (let i = 0; i < halvings; i += 1) {
    sum = (sum * sum) >> units
    // (y + d)^2 = y^2 + (2y + d) d with 2y + d < 3
    rad = 3n * rad + 1n
  }
  return { mid: sum, exp: k - w - halvings, rad }
}

/** The natural logarithm of x > 0. */
export const log = (x: Dyadic, bits: number): Ball => {
  const length = bitLength(x.mantissa)
  // x = y * 2^k with y in [0.7, 1.42)
  const upper = Number(shift(x.mantissa, 20 - length)) >= 741455
  const k = length + x.exponent - (upper ? 0 : 1)
  const y: Dyadic = { mantissa: x.mantissa, exponent: x.exponent - k }
  const offset = y.mantissa - shift(1n, -y.exponent)
  if (k === 0 && offset === 0n) return zero
  const w = bits + 12 + (k === 0 ? -magnitude({ mantissa: offset, exponent: y.exponent }) : bitLength(BigInt(k)))
  const whole = fixed(y, w)
  // y = e^guess * z, and the logarithm of z is 2 artanh((z - 1) / (z + 1)). Any guess within 1/2 serves; a good one leaves few terms.
  const guess = decompose(Math.log(Number(shift(whole, 60 - w)) / 2 ** 60))
  const power = exp({ mantissa: -guess.mantissa, exponent: guess.exponent }, w)
  const z = shift(whole * power.mid, power.exp)
  const unit = shift(1n, w)
  const units = BigInt(w)
  const ratio = ((z - unit) << units) / (z + unit)
  const square = (ratio * ratio) >> units
  let next = ratio
  let sum = ratio
  let odd = 1n
  while (next !== 0n && next !== -1n) {
    odd += 2n
    next = (next * square) >> units
    sum += next / odd
  }
  // z: 1 in y, 1 for the product, and what is unknown of the power; each term: less than 3
  const inZ = shift(whole * power.rad, power.exp) + 4n
  const rad = 2n * (inZ + 1n) + 3n * (odd + 1n) + 1n + 2n * BigInt(Math.abs(k))
  return { mid: 2n * sum + fixed(guess, w) + BigInt(k) * ln2(w), exp: -w, rad }
}

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
  const quotient = (2n * size(n) + of) / (2n * of)
  return n < 0n ? -quotient : quotient
}

const sineAt = (x: Dyadic, quarters: 0 | 1, bits: number, w: number): Sine => {
  const halfTurn = pi(w)
  const whole = quarters === 0 ? fixed(x, w) : fixed(x, w) + (halfTurn >> 1n)
  const branch = nearestMultiple(whole, halfTurn)
  const rest = whole - branch * halfTurn
  // 1 for x, 2 for the quarter turn, 2 for each half turn
  const inRest = 3n + 2n * size(branch)
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

/** The hyperbolic tangent of x: (1 - e^-2|x|) / (1 + e^-2|x|), with the sign of x. */
export const tanh = (x: Dyadic, bits: number): Ball => {
  if (x.mantissa === 0n) return zero
  const top = magnitude(x)
  const negative = x.mantissa < 0n
  if (-2 * top >= bits + 5) return besideItself(x, top, bits)
  const w = bits + 8 + Math.max(0, -top)
  // there 2 e^-2|x| is less than two units
  const value = top > bitLength(BigInt(w)) + 1 ? besideOne(w, -1n) : tanhOfPositive({ ...x, mantissa: size(x.mantissa) }, w)
  return negative ? { ...value, mid: -value.mid } : value
}

const tanhOfPositive = ({ mantissa, exponent }: Dyadic, w: number): Ball => {
  const power = exp({ mantissa: -mantissa, exponent: exponent + 1 }, w)
  const unit = shift(1n, w)
  const small = shift(power.mid, power.exp + w)
  const inSmall = shift(power.rad, power.exp + w) + 2n
  // the derivative of (1 - s) / (1 + s) is at most 2 in size
  return { mid: shift(unit - small, w) / (unit + small), exp: -w, rad: 2n * inSmall + 1n }
}
