import { type Analytic, elementary, encloseRational } from '../../src/number/index.js'
import { ulp } from '../../src/number/ulp.js'

/**
 * A sum of products of doubles: its value, the sum of the sizes of its terms, and the largest power of two of which all terms are whole
 * multiples.
 */
export interface SumOfProducts {
  readonly value: number
  readonly size: number
  readonly unit: number
}

/** The largest power of two of which x is a whole multiple; Infinity for 0. */
const unitOf = (x: number): number => {
  if (x === 0) return Infinity
  const last = ulp(x)
  const digits = Math.abs(x) / last
  const low = digits % 2 ** 32
  const high = (digits - low) / 2 ** 32
  return low === 0 ? last * 2 ** 32 * lowestBit(high) : last * lowestBit(low)
}

const lowestBit = (n: number): number => (n & -n) >>> 0

/**
 * Whether doubles give the value exactly, in whatever order sums and products are taken: every partial result is then a whole number of
 * units below 2^53.
 */
export const isExact = ({ size, unit }: SumOfProducts): boolean => size < 2 ** 53 * unit

/** What is no sum of products of doubles. */
const unknown: SumOfProducts = { value: NaN, size: Infinity, unit: 0 }

const powerOfTwo = ({ value, size, unit }: SumOfProducts): boolean => size === unit && Math.abs(value) === unit

const branch = (a: SumOfProducts, b: SumOfProducts, x: SumOfProducts, y: SumOfProducts): SumOfProducts =>
  !isExact(a) || !isExact(b) ? unknown : a.value >= b.value ? x : y

const of = (x: number): SumOfProducts => ({ value: x, size: Math.abs(x), unit: unitOf(x) })

/**
 * Sums and products of doubles with what bounds the doubles of every other way to compute them. Quotients are known where the divisor is a
 * power of two, branches where both sides are exact; of all else nothing is known.
 */
export const exactDoubles: Analytic<SumOfProducts> = elementary<SumOfProducts>({
  of,
  add: (a, b) => ({ value: a.value + b.value, size: a.size + b.size, unit: Math.min(a.unit, b.unit) }),
  sub: (a, b) => ({ value: a.value - b.value, size: a.size + b.size, unit: Math.min(a.unit, b.unit) }),
  mul: (a, b) => ({ value: a.value * b.value, size: a.size * b.size, unit: a.unit * b.unit }),
  div: (a, b) => (powerOfTwo(b) ? { value: a.value / b.value, size: a.size / b.size, unit: a.unit / b.unit } : unknown),
  where: branch,
  ofRational: q => {
    const { lo, hi } = encloseRational(q)
    return lo === hi ? of(lo) : unknown
  },
  neg: a => ({ ...a, value: -a.value }),
  pi: () => unknown,
  sqrt: () => unknown,
  exp: () => unknown,
  log: () => unknown,
  sin: () => unknown,
  cos: () => unknown,
  atan: () => unknown,
  tanh: () => unknown,
  erf: () => unknown
})
