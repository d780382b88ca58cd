import { bitLength, shift } from './dyadic.js'
import { type Ball, nowhereBall, wholeBall, zero } from './fixedPoint.js'

// Each operation on balls for a working precision of `bits` bits; what they promise stands at `ball`.

const size = (n: bigint): bigint => (n < 0n ? -n : n)

/** The whole line, or nowhere: not a number is known. */
export const isUnknown = (a: Ball): boolean => !(a.exp < Infinity)

const isNowhere = (a: Ball): boolean => a.exp !== a.exp

/** What is known of f(a, b) where it is not defined for all arguments: nowhere when one of them is, else nothing. */
const worst = (a: Ball, b: Ball): Ball => (isNowhere(a) || isNowhere(b) ? nowhereBall : wholeBall)

export const isZero = (a: Ball): boolean => a.mid === 0n && a.rad === 0n

/** The last bits of a radius are of no use: this many are kept. */
const radiusBits = 30

/** Up to here sums of exponents are exact. */
const largestExponent = 2 ** 50

/** The least k with |x| < 2^k for all x of the ball. */
export const magnitude = ({ mid, exp: e, rad }: Ball): number => bitLength(size(mid) + rad) + e

/** The ball in units of 2^unit, which are coarser than its own. */
const coarsened = ({ mid, exp: e, rad }: Ball, unit: number): Ball => {
  const by = Math.min(unit - e, bitLength(size(mid) + rad) + 1)
  const cut = shift(mid, -by)
  const exact = shift(cut, by) === mid
  return { mid: cut, exp: unit, rad: rad === 0n ? (exact ? 0n : 1n) : shift(rad, -by) + (exact ? 1n : 2n) }
}

/** At most `bits` bits for the midpoint and few for the radius, rounded outward. */
export const rounded = (bits: number, a: Ball): Ball => {
  if (Math.abs(a.exp) > largestExponent) return a.exp > 0 && !isZero(a) ? wholeBall : coarsened(a, -largestExponent)
  const surplus = Math.max(bitLength(a.mid) - bits, a.rad === 0n ? 0 : bitLength(a.rad) - radiusBits)
  return surplus > 0 ? coarsened(a, a.exp + surplus) : a
}

/** The ball in units of 2^unit, whatever its own. */
const inUnits = (a: Ball, unit: number): Ball =>
  a.exp === unit ? a : a.exp > unit ? { mid: shift(a.mid, a.exp - unit), exp: unit, rad: shift(a.rad, a.exp - unit) }
    : coarsened(a, unit)

/**
 * A unit in which both can be written with little more than `bits` bits: what is lost is below the last bit of the larger one.
 */
const commonUnit = (bits: number, a: Ball, b: Ball): number => {
  if (Math.abs(a.exp - b.exp) <= radiusBits) return Math.min(a.exp, b.exp)
  const top = Math.max(isZero(a) ? -Infinity : magnitude(a), isZero(b) ? -Infinity : magnitude(b))
  return top === -Infinity ? 0 : Math.max(Math.min(a.exp, b.exp), top - bits - radiusBits - 10)
}

export const add = (bits: number, a: Ball, b: Ball): Ball => {
  if (isUnknown(a) || isUnknown(b)) return worst(a, b)
  if (isZero(a) || isZero(b)) return rounded(bits, isZero(a) ? b : a)
  const unit = commonUnit(bits, a, b)
  const [x, y] = [inUnits(a, unit), inUnits(b, unit)]
  return rounded(bits, { mid: x.mid + y.mid, exp: unit, rad: x.rad + y.rad })
}

export const negate = (a: Ball): Ball => ({ ...a, mid: -a.mid })

export const mul = (bits: number, a: Ball, b: Ball): Ball =>
  isUnknown(a) || isUnknown(b) ? worst(a, b)
    : isZero(a) || isZero(b) ? zero
      : rounded(
        bits, { mid: a.mid * b.mid, exp: a.exp + b.exp, rad: size(a.mid) * b.rad + size(b.mid) * a.rad + a.rad * b.rad }
      )

/** The same numbers but for those below 0, for a ball of which no number below 0 is meant. */
const nonnegative = (a: Ball): Ball => {
  if (a.mid >= a.rad || isUnknown(a)) return a
  const half = (a.mid + a.rad + 1n) / 2n
  return { mid: half, exp: a.exp, rad: half }
}

export const square = (bits: number, a: Ball): Ball => {
  if (isUnknown(a)) return a
  const [mid, most] = [size(a.mid), size(a.mid) + a.rad]
  return nonnegative(rounded(bits, mid >= a.rad
    ? { mid: mid * mid + a.rad * a.rad, exp: 2 * a.exp, rad: 2n * mid * a.rad }
    : { mid: most * most, exp: 2 * a.exp - 1, rad: most * most }))
}

const ceilDiv = (a: bigint, b: bigint): bigint => (a + b - 1n) / b

export const div = (bits: number, a: Ball, b: Ball): Ball => {
  const least = size(b.mid) - b.rad
  if (isUnknown(a) || isUnknown(b) || least <= 0n) return isZero(b) ? nowhereBall : worst(a, b)
  if (isZero(a)) return zero
  const by = Math.max(0, bits + 2 + bitLength(b.mid) - bitLength(a.mid))
  const numerator = shift(a.mid, by)
  const quotient = numerator / b.mid
  const exact = quotient * b.mid === numerator
  // |x / y - a / b| = |(x - a) b - (y - b) a| / |y b| <= (rad a + |a / b| rad b) / (|b| - rad b)
  const inherited = ceilDiv(shift(a.rad, by) + (size(quotient) + 1n) * b.rad, least)
  return rounded(bits, { mid: quotient, exp: a.exp - b.exp - by, rad: inherited + (exact ? 0n : 1n) })
}

/** The greatest integer whose square is at most n (Newton from above). */
const integerRoot = (n: bigint): bigint => {
  if (n === 0n) return 0n
  const improved = (x: bigint): bigint => (x + n / x) >> 1n
  let root = 1n << BigInt(Math.ceil(bitLength(n) / 2))
  for (let next = improved(root); next < root; next = improved(root)) root = next
  return root
}

export const sqrt = (bits: number, a: Ball): Ball => {
  if (isUnknown(a) || a.mid < a.rad) return a.mid + a.rad < 0n ? nowhereBall : worst(a, a)
  if (a.mid === 0n) return a
  const wanted = Math.max(0, 2 * bits + 4 - bitLength(a.mid))
  const by = (a.exp - wanted) % 2 === 0 ? wanted : wanted + 1
  const square = shift(a.mid, by)
  const root = integerRoot(square)
  // |sqrt x - sqrt a| = |x - a| / (sqrt x + sqrt a) <= rad / sqrt a
  const inherited = a.rad === 0n ? 0n : ceilDiv(shift(a.rad, by), root)
  return nonnegative(
    rounded(bits, { mid: root, exp: (a.exp - by) / 2, rad: inherited + (root * root === square ? 0n : 1n) })
  )
}

export const lower = ({ mid, exp: e, rad }: Ball): Ball => ({ mid: mid - rad, exp: e, rad: 0n })
export const upper = ({ mid, exp: e, rad }: Ball): Ball => ({ mid: mid + rad, exp: e, rad: 0n })

/** The smallest ball around both, up to rounding; the whole line when one of them alone is undefined. */
export const hull = (bits: number, a: Ball, b: Ball): Ball => {
  if (isUnknown(a) || isUnknown(b)) return isNowhere(a) && isNowhere(b) ? nowhereBall : wholeBall
  const unit = commonUnit(bits, a, b)
  const [x, y] = [inUnits(a, unit), inUnits(b, unit)]
  const [lowX, lowY, highX, highY] = [x.mid - x.rad, y.mid - y.rad, x.mid + x.rad, y.mid + y.rad]
  const [low, high] = [lowX < lowY ? lowX : lowY, highX > highY ? highX : highY]
  // in halves of the unit, so that the middle is one
  return rounded(bits, { mid: low + high, exp: unit - 1, rad: high - low })
}

/** 1 when all of a is at or above all of b, -1 when all of it is below, 0 when they overlap. */
const compare = (bits: number, a: Ball, b: Ball): -1 | 0 | 1 => {
  const { mid, rad, exp: e } = add(bits, a, negate(b))
  return !(e < Infinity) ? 0 : mid >= rad ? 1 : mid < -rad ? -1 : 0
}

export const where = (bits: number, a: Ball, b: Ball, x: Ball, y: Ball): Ball => {
  const order = compare(bits, a, b)
  return order > 0 ? x : order < 0 ? y : either(bits, a, b, x, y)
}

/** x or y, as the comparison of a and b leaves open. */
const either = (bits: number, a: Ball, b: Ball, x: Ball, y: Ball): Ball => {
  const both = x === y ? x : hull(bits, x, y)
  return isNowhere(both) || !(isUnknown(a) || isUnknown(b)) ? both : worst(a, b)
}

export const max = (bits: number, a: Ball, b: Ball): Ball => {
  const order = compare(bits, a, b)
  if (order !== 0 || isUnknown(a) || isUnknown(b)) return order > 0 ? a : order < 0 ? b : worst(a, b)
  const low = compare(bits, lower(a), lower(b)) >= 0 ? lower(a) : lower(b)
  return hull(bits, hull(bits, low, upper(a)), upper(b))
}
