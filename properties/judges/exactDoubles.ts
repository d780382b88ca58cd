import { type Analytic, elementary, encloseRational } from '../../src/number/index.js'
import { ulp } from '../../src/number/ulp.js'
import { double, type Precision } from './precision.js'

/**
 * A sum of products of doubles: its value, the sum of the sizes of its terms, and the largest power of two of which all terms are whole
 * multiples. Where it is known to be no such sum, `size` is infinite and the value is near.
 */
export interface SumOfProducts {
  readonly value: number
  readonly size: number
  readonly unit: number
  /**
   * How much a least number that is lost on the way comes to in the end, as a multiple of it: max(1, |x|) for an input, the product for a
   * product, the sum for a sum. No factor that a product is made of is larger.
   */
  readonly reach: number
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
 * Whether numbers of this precision give the value exactly, in whatever order sums and products are taken: every partial result is then a
 * whole number of units below 2^bits, and no product of some of the factors falls below the least number, or above the largest.
 */
export const isExact = ({ size, unit, reach }: SumOfProducts, { bits, least, largest }: Precision = double): boolean =>
  size < 2 ** bits * unit && unit >= least * reach && reach < largest

/** 0, or a product with it; what has become 0 because it is below all doubles has no unit. */
const isZero = ({ unit }: SumOfProducts): boolean => unit === Infinity

const powerOfTwo = ({ value, size, unit }: SumOfProducts): boolean => size === unit && Math.abs(value) === unit

/** A definition may pass through numbers beyond all doubles, as log(1 + e^1000) does: they stay the largest. */
const bounded = (x: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, x))

const inexact = (value: number, reach: number): SumOfProducts =>
  ({ value: bounded(value), size: Infinity, unit: 0, reach })

/** Where which side is larger is not sure, the larger reach of both. */
const branch = (a: SumOfProducts, b: SumOfProducts, x: SumOfProducts, y: SumOfProducts): SumOfProducts => {
  const taken = a.value >= b.value ? x : y
  return isExact(a) && isExact(b) ? taken : inexact(taken.value, Math.max(x.reach, y.reach))
}

/**
 * A function of slope `slope` there: what is lost before it, and what the result may be multiplied by. What lies beyond all doubles is
 * never computed with them, so that nothing is lost with it.
 */
const smooth = (f: (x: number) => number, slope: (x: number, y: number) => number) =>
  (a: SumOfProducts): SumOfProducts => {
    const value = f(a.value)
    const reach = Math.max(1, Math.abs(value)) + Math.abs(slope(a.value, value)) * a.reach
    return inexact(value, reach < Infinity ? reach : 1)
  }

/** What is lost under a root, be it all: sqrt(2^-1074) = 2^-537. */
const ofRoot = ({ value, reach }: SumOfProducts): number =>
  Math.max(1, Math.sqrt(value)) + Math.min(2 ** 537 * Math.sqrt(reach), reach / (2 * Math.sqrt(value)))

const sum = (value: number, a: SumOfProducts, b: SumOfProducts): SumOfProducts =>
  ({ value: bounded(value), size: a.size + b.size, unit: Math.min(a.unit, b.unit), reach: a.reach + b.reach })

const of = (x: number): SumOfProducts =>
  ({ value: x, size: Math.abs(x), unit: unitOf(x), reach: Math.max(1, Math.abs(x)) })

/**
 * Sums and products of doubles with what bounds the doubles of every other way to compute them. Quotients are known where the divisor is a
 * power of two, branches where both sides are exact; of all else nearly nothing is known.
 */
export const exactDoubles: Analytic<SumOfProducts> = elementary<SumOfProducts>({
  of,
  add: (a, b) => sum(a.value + b.value, a, b),
  sub: (a, b) => sum(a.value - b.value, a, b),
  mul: (a, b) => ({
    value: bounded(a.value * b.value), size: a.size * b.size, unit: a.unit * b.unit,
    // nothing is lost of a product with 0, but that with infinity is no number
    reach: !isZero(a) && !isZero(b) ? a.reach * b.reach : Math.max(a.reach, b.reach) < double.largest ? 0 : Infinity
  }),
  div: (a, b) => {
    const value = a.value / b.value
    const each = Math.max(1, 1 / Math.abs(b.value))
    if (powerOfTwo(b)) return { value, size: a.size / b.size, unit: a.unit / b.unit, reach: a.reach * each }
    return inexact(value, a.reach * each + Math.abs(value) * each * b.reach)
  },
  where: branch,
  ofRational: q => {
    const { lo, hi } = encloseRational(q)
    return lo === hi ? of(lo) : inexact(lo, Math.max(1, Math.abs(lo)))
  },
  neg: a => ({ ...a, value: -a.value }),
  pi: () => inexact(Math.PI, Math.PI),
  sqrt: a => inexact(Math.sqrt(a.value), ofRoot(a)),
  exp: smooth(Math.exp, (_, y) => y),
  log: a => inexact(Math.log(a.value), Math.max(1, Math.abs(Math.log(a.value))) + a.reach / Math.abs(a.value)),
  sin: smooth(Math.sin, () => 1),
  cos: smooth(Math.cos, () => 1),
  atan: smooth(Math.atan, () => 1),
  tanh: smooth(Math.tanh, () => 1),
  // near enough to say how large it is, and no steeper
  erf: smooth(x => Math.tanh(x * 2 / Math.sqrt(Math.PI)), () => 2 / Math.sqrt(Math.PI))
})
