import { refuse } from '../prelude/index.js'
import type { Rational } from './Arithmetic.js'

const abs = (n: bigint): bigint => (n < 0n ? -n : n)

const isPowerOfTwo = (n: bigint): boolean => n > 0n && (n & (n - 1n)) === 0n

// A tenth of a second for a common divisor, or for a product: of longer numbers it takes minutes, in which nobody can end it.
const mostDivided = 1n << 2n ** 15n
const [least, most] = [-1n << 2n ** 22n, 1n << 2n ** 22n]

const tooLong = (bits: number): never =>
  refuse('undecided', 'rational', `fractions of at most ${bits} bits`, 'a longer one')

/** The number, unless it is so long that what is computed with it would not end. */
const short = (n: bigint): bigint => (n > most || n < least ? tooLong(2 ** 22) : n)

/** The greatest common divisor. Beside a power of two, as in dyadic fractions, it is read off the last bits. */
const gcd = (a: bigint, b: bigint): bigint => {
  if (isPowerOfTwo(b) && a !== 0n) {
    const lowestBit = a & -a
    return lowestBit < b ? lowestBit : b
  }
  let [x, y] = [abs(a), abs(b)]
  if (x > mostDivided && y > mostDivided) return tooLong(2 ** 15)
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export const undefinedFraction: Rational = { num: 0n, den: 0n }

/** Whether the fraction is the value of a formula that is not defined: 1/0, or the square root of -1. */
export const isUndefined = (a: Rational): boolean => a.den === 0n

/** num/den in lowest terms; den is not 0. */
export const fraction = (num: bigint, den: bigint): Rational =>
  den === 0n ? refuse('domain', 'rational', 'a divisor other than 0', `${num}/0`) : lowest(num, den)

/** num/den in lowest terms. With a denominator 0 a sum, product or quotient of fractions has it too. */
export const lowest = (num: bigint, den: bigint): Rational => {
  if (den === 1n) return { num: short(num), den }
  if (den === 0n) return undefinedFraction
  const common = gcd(short(num), short(den)) * (den < 0n ? -1n : 1n)
  return common === 1n ? { num, den } : { num: num / common, den: den / common }
}
