import { refuse } from '../prelude/index.js'
import { div, isUnknown, isZero, lower, mul, rounded, upper } from './ballArithmetic.js'
import { bitLength, shift } from './dyadic.js'
import type { Ball } from './fixedPoint.js'

const ofInteger = (n: bigint): Ball => ({ mid: n, exp: 0, rad: 0n })

/** numerator / denominator to `bits` bits, exact if that many suffice. Refuses a denominator 0. */
export const fromRational = (numerator: bigint, denominator: bigint, bits: number): Ball =>
  denominator === 0n
    ? refuse('domain', 'fromRational', 'a denominator other than 0', `${numerator}/0`)
    : div(bits, ofInteger(numerator), ofInteger(denominator))

const written = /^([+-]?\d+)(?:\.(\d*))?(?:e([+-]?\d+))?$/i

/** A decimal number such as '-12.5e-3', exact if `bits` bits suffice. Refuses other text, and powers of ten beyond 100000. */
export const fromDecimal = (text: string, bits: number): Ball => {
  const [, whole = '', fraction = '', power = '0'] = written.exec(text) ?? []
  const tens = Number(power) - fraction.length
  if (whole === '' || Math.abs(tens) > 100000) return refuse(
    'input', 'fromDecimal', 'a decimal number such as -12.5e-3', text
  )
  const digits = BigInt(whole + fraction)
  return tens >= 0 ? rounded(bits, ofInteger(digits * 10n ** BigInt(tens)))
    : fromRational(digits, 10n ** BigInt(-tens), bits)
}

/** 10^n, by squaring. */
const powerOfTen = (bits: number, n: number): Ball => {
  if (n < 0) return div(bits, ofInteger(1n), powerOfTen(bits, -n))
  if (n === 0) return ofInteger(1n)
  const root = powerOfTen(bits, Math.floor(n / 2))
  const square = mul(bits, root, root)
  return n % 2 === 0 ? square : mul(bits, square, ofInteger(10n))
}

/** The integer nearest to an exact ball, the upper one on a tie. */
const nearest = ({ mid, exp }: Ball): bigint => (exp >= 0 ? shift(mid, exp) : (shift(mid, exp + 1) + 1n) >> 1n)

const scientific = (negative: boolean, digits: string, decade: number): string =>
  (negative ? '-' : '') + digits.charAt(0) + (digits.length > 1 ? '.' : '') + digits.slice(1) +
  `e${decade < 0 ? '-' : '+'}${Math.abs(decade)}`

// a is positive, and `decade` its power of ten or one less
const certainDigits = (a: Ball, count: number, decade: number, negative: boolean): string => {
  if (count < 1) return '?'
  const bits = Math.ceil(3.33 * count) + 64
  const scaled = mul(bits, rounded(bits, a), powerOfTen(bits, count - 1 - decade))
  const [low, high] = [nearest(lower(scaled)), nearest(upper(scaled))]
  const digits = low.toString()
  if (digits.length > count) return certainDigits(a, count, decade + 1, negative)
  return low === high ? scientific(negative, digits, decade) : certainDigits(a, count - 1, decade, negative)
}

/**
 * The digits that are certain, at most so many, correctly rounded: '2.120823669870e+25'. All numbers of the ball round to them.
 * '0' for an exact zero, '?' when no digit is certain.
 */
export const toDecimal = (a: Ball, digits: number): string => {
  if (isZero(a)) return '0'
  const negative = a.mid < 0n
  const positive = negative ? { ...a, mid: -a.mid } : a
  if (isUnknown(a) || positive.mid <= a.rad) return '?'
  const known = a.rad === 0n ? digits
    : Math.ceil(Math.LOG10E * Math.LN2 * (bitLength(positive.mid) - bitLength(a.rad))) + 1
  const decade = Math.floor((bitLength(positive.mid) - 1 + a.exp) * Math.LOG10E * Math.LN2)
  return certainDigits(positive, Math.min(digits, known), decade, negative)
}
