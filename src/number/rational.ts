import { refuse } from '../prelude/index.js'
import type { Ordered, Radical, Rational } from './Arithmetic.js'
import { decompose, shift } from './dyadic.js'
import { fraction, isUndefined, lowest, undefinedFraction } from './fraction.js'
import { type Interval, nowhere } from './Interval.js'
import { nextDown, nextUp } from './ulp.js'
import { decimal } from './writtenDecimal.js'

export type { Rational } from './Arithmetic.js'
export { fraction, isUndefined } from './fraction.js'

const abs = (n: bigint): bigint => (n < 0n ? -n : n)

/** A finite double is a whole number times a power of two: the conversion is exact. */
export const fromDouble = (x: number): Rational => {
  if (!Number.isFinite(x)) return refuse('domain', 'rational', 'a finite number', String(x))
  const { mantissa, exponent } = decompose(x)
  return exponent >= 0 ? { num: shift(mantissa, exponent), den: 1n } : fraction(mantissa, shift(1n, -exponent))
}

const squareRoot = (n: bigint): bigint | undefined => {
  if (n < 2n) return n
  let guess = 1n << BigInt(Math.ceil(n.toString(2).length / 2))
  for (let next = (guess + n / guess) / 2n; next < guess; next = (guess + n / guess) / 2n) guess = next
  return guess * guess === n ? guess : undefined
}

const sqrt = (a: Rational): Rational => {
  if (a.num < 0n) return undefinedFraction
  const [num, den] = [squareRoot(a.num), squareRoot(a.den)]
  return num === undefined || den === undefined
    ? refuse('undecided', 'rational square root', 'the square of a fraction', showRational(a))
    : { num, den }
}

const compare = (a: Rational, b: Rational): number =>
  isUndefined(a) || isUndefined(b) ? refuse('domain', 'rational order', 'two fractions', 'one that is undefined')
    : order(a, b)

const order = (a: Rational, b: Rational): number => {
  const [left, right] = [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}

const where = (a: Rational, b: Rational, x: Rational, y: Rational): Rational =>
  isUndefined(a) || isUndefined(b) ? undefinedFraction : order(a, b) >= 0 ? x : y

/**
 * The exact rational numbers: a field and a total order. A square root answers perfect squares and is otherwise undecided. A quotient by
 * 0 and the root of a negative number are undefined, as is what is made of them; the branch that is not taken does not matter.
 */
export const rational: Radical<Rational> & Ordered<Rational> = {
  of: x => (Number.isFinite(x) ? fromDouble(x) : undefinedFraction),
  add: (a, b) =>
    (a.den === b.den ? lowest(a.num + b.num, a.den) : lowest(a.num * b.den + b.num * a.den, a.den * b.den)),
  sub: (a, b) =>
    (a.den === b.den ? lowest(a.num - b.num, a.den) : lowest(a.num * b.den - b.num * a.den, a.den * b.den)),
  mul: (a, b) => lowest(a.num * b.num, a.den * b.den),
  square: a => ({ num: a.num * a.num, den: a.den * a.den }),
  div: (a, b) => lowest(a.num * b.den, a.den * b.num),
  ofRational: q => q,
  decimal: text => decimal('decimal', text).value,
  max: (a, b) => where(a, b, a, b),
  where,
  sqrt,
  compare
}

const bitLength = (n: bigint): number => n.toString(16).length * 4

/** The fraction between neighbouring doubles; a point where it is one. */
export const encloseRational = (a: Rational): Interval => {
  if (isUndefined(a)) return nowhere
  // 2^shift num / den has 60 bits or more, so that its quotient rounds once; a double is then exact only if it converts back.
  const shift = BigInt(Math.max(0, 64 + bitLength(a.den) - bitLength(abs(a.num))))
  const near = Number((a.num << shift) / a.den) / 2 ** Number(shift / 2n) / 2 ** Number(shift - shift / 2n)
  if (!Number.isFinite(near)) return near > 0 ? { lo: Number.MAX_VALUE, hi: near } : { lo: near, hi: -Number.MAX_VALUE }
  return order(fromDouble(near), a) === 0 ? { lo: near, hi: near } : { lo: nextDown(near), hi: nextUp(near) }
}

export const isZero = (a: Rational): boolean => a.num === 0n && a.den !== 0n

/** "-3/4", "2" for a whole number, or "undefined". */
export const showRational = ({ num, den }: Rational): string =>
  (den === 1n ? `${num}` : den === 0n ? 'undefined' : `${num}/${den}`)
