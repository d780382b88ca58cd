import { bitLength } from '../number/dyadic.js'
import { toDecimal } from '../number/ball.js'
import { type Ball, ball } from '../number/index.js'

const size = (n: bigint): bigint => (n < 0n ? -n : n)

/** The power of ten of the first digit. */
export const decadeOf = (a: Ball): number => Number(toDecimal({ ...a, rad: 0n }, 1).split('e')[1] ?? '0')

/** The decimal logarithm of the largest size in a ball that is not 0. */
const largestLog10 = ({ mid, exp, rad }: Ball): number => {
  const top = size(mid) + rad
  const by = Math.max(0, bitLength(top) - 60)
  return Math.log10(Number(top >> BigInt(by)) + (by > 0 ? 1 : 0)) + (exp + by) * Math.log10(2)
}

/**
 * How many leading digits are right, at most so many: k where what was found is within half a unit of the k-th digit of the true value. 0
 * where not even the first is.
 *
 * A true value that cannot be told from 0 has no first digit: all are right where what was found cannot be told from it, else none.
 */
export const rightDigits = (got: Ball, truth: Ball, most: number): number => {
  const N = ball(4 * most + 64)
  const off = N.sub(got, truth)
  if (off.mid === 0n && off.rad === 0n) return most
  if (!Number.isFinite(off.exp)) return 0
  if (size(truth.mid) <= truth.rad) return got.rad === 0n && size(off.mid) <= off.rad ? most : 0
  return Math.max(0, Math.min(most, Math.floor(1 - Math.log10(2) - largestLog10(off) + decadeOf(truth))))
}
