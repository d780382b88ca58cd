import { type Interval, nowhere, wholeLine } from './Interval.js'
import { type Dyadic, bitLength, decompose, roundOutward, shift } from './dyadic.js'
import { ln2 } from './constants.js'

/**
 * The numbers within rad * 2^exp of mid * 2^exp. An exact number has rad = 0; an infinite exp makes the radius infinite: the
 * whole line; and an exp that is NaN stands for no number.
 *
 * The functions below compute with integers in units of 2^-w. A truncation is wrong by less than one unit, so an error bound is
 * a count of truncations, each multiplied by what the later steps can make of it. The guard bits are chosen so that the result
 * has about `bits` correct bits; were they chosen too few, only the radius would grow.
 */
export interface Ball {
  readonly mid: bigint
  readonly exp: number
  readonly rad: bigint
}

/** The whole line, as a ball: nothing is known of the value, not even whether it is defined. */
export const wholeBall: Ball = { mid: 0n, exp: Infinity, rad: 1n }

/** No number, as a ball: the value of a formula that is defined for none of its arguments. */
export const nowhereBall: Ball = { mid: 0n, exp: NaN, rad: 1n }

/** The smallest interval of doubles around the ball. */
export const toInterval = ({ mid, exp: e, rad }: Ball): Interval =>
  !(e < Infinity) ? (e === Infinity ? wholeLine : nowhere)
    : rad === 0n ? roundOutward(mid, e)
      : { lo: roundOutward(mid - rad, e).lo, hi: roundOutward(mid + rad, e).hi }

export const one: Ball = { mid: 1n, exp: 0, rad: 0n }
export const zero: Ball = { mid: 0n, exp: 0, rad: 0n }

const size = (n: bigint): bigint => (n < 0n ? -n : n)

/** The least k with |x| < 2^k. */
export const magnitude = ({ mantissa, exponent }: Dyadic): number => bitLength(mantissa) + exponent

/** x in units of 2^-w, less than one unit below. */
export const fixed = ({ mantissa, exponent }: Dyadic, w: number): bigint => shift(mantissa, exponent + w)

/** Strictly between 1 and 1 + 2 * sign * 2^-bits. */
export const besideOne = (bits: number, sign: bigint): Ball =>
  ({ mid: (1n << BigInt(bits)) + sign, exp: -bits, rad: 1n })

/** Between x and x (1 - x^2 / 2), for |x| < 2^k. */
export const besideItself = (x: Dyadic, k: number, bits: number): Ball => {
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
  // y = e^guess * z, and the logarithm of z is 2 artanh((z - 1) / (z + 1)). Any guess within 1/2 serves; a good one leaves few
  // terms.
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

/** The hyperbolic tangent of x: (1 - e^-2|x|) / (1 + e^-2|x|), with the sign of x. */
export const tanh = (x: Dyadic, bits: number): Ball => {
  if (x.mantissa === 0n) return zero
  const top = magnitude(x)
  const negative = x.mantissa < 0n
  if (-2 * top >= bits + 5) return besideItself(x, top, bits)
  const w = bits + 8 + Math.max(0, -top)
  // there 2 e^-2|x| is less than two units
  const value = top > bitLength(BigInt(w)) + 1 ? besideOne(w, -1n)
    : tanhOfPositive({ ...x, mantissa: size(x.mantissa) }, w)
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
