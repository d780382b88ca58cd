import type { Analytic } from './Arithmetic.js'
import type { KernelName } from './elementary.js'
import { type Interval, hull, isNowhere, isWholeLine, nowhere, point, wholeLine } from './Interval.js'
import { down, up } from './directed.js'
import { type SineEnclosure, expAt, logAt, sineAt, tanhAt } from './atDouble.js'

/** The interval from lo to hi, without signs of zero: nowhere if both are NaN, the whole line if one is or they are out of order. */
export const enclosure = (lo: number, hi: number): Interval =>
  lo <= hi ? { lo: lo + 0, hi: hi + 0 } : lo !== lo && hi !== hi ? nowhere : wholeLine

/** What is known of f(a, b) where it is not defined for all arguments: nowhere when one of them is, else nothing. */
const worst = (a: Interval, b: Interval): Interval => (isNowhere(a) || isNowhere(b) ? nowhere : wholeLine)

/** A double as the interval that it stands for: a point, with an infinity read as an overflow and NaN as defined nowhere. */
const of = (x: number): Interval =>
  x === Infinity ? { lo: Number.MAX_VALUE, hi: Infinity }
    : x === -Infinity ? { lo: -Infinity, hi: -Number.MAX_VALUE }
      : point(x + 0)

export const negate = ({ lo, hi }: Interval): Interval => ({ lo: 0 - hi, hi: 0 - lo })

// The whole line may stand for what is undefined, which a factor 0 does not mend; false also for NaN.
const isKnown = ({ lo, hi }: Interval): boolean => lo > -Infinity || hi < Infinity

const mul = (a: Interval, b: Interval): Interval => (isKnown(a) && isKnown(b) ? product(a, b) : worst(a, b))

const product = (a: Interval, b: Interval): Interval => {
  if (a.lo >= 0) {
    return b.lo >= 0 ? enclosure(down.mul(a.lo, b.lo), up.mul(a.hi, b.hi))
      : b.hi <= 0 ? enclosure(down.mul(a.hi, b.lo), up.mul(a.lo, b.hi))
        : enclosure(down.mul(a.hi, b.lo), up.mul(a.hi, b.hi))
  }
  if (a.hi <= 0) return b.hi <= 0 ? product(negate(a), negate(b)) : negate(product(negate(a), b))
  if (b.lo >= 0 || b.hi <= 0) return product(b, a)
  return enclosure(
    Math.min(down.mul(a.lo, b.hi), down.mul(a.hi, b.lo)),
    Math.max(up.mul(a.lo, b.lo), up.mul(a.hi, b.hi))
  )
}

const square = (a: Interval): Interval => {
  if (a.lo >= 0) return enclosure(down.mul(a.lo, a.lo), up.mul(a.hi, a.hi))
  if (a.hi <= 0) return square(negate(a))
  return isKnown(a) ? enclosure(0, Math.max(up.mul(a.lo, a.lo), up.mul(a.hi, a.hi))) : worst(a, a)
}

const div = (a: Interval, b: Interval): Interval =>
  b.lo > 0 ? enclosure(down.div(a.lo, a.lo >= 0 ? b.hi : b.lo), up.div(a.hi, a.hi >= 0 ? b.lo : b.hi))
    : b.hi < 0 ? div(negate(a), negate(b))
      : b.lo === 0 && b.hi === 0 ? nowhere : worst(a, b)

/** The larger; the whole line beside anything is still the whole line. */
const max = (a: Interval, b: Interval): Interval =>
  isKnown(a) && isKnown(b) ? enclosure(Math.max(a.lo, b.lo), Math.max(a.hi, b.hi)) : worst(a, b)

/** x or y, as the comparison of a and b leaves open. */
const either = (a: Interval, b: Interval, x: Interval, y: Interval): Interval => {
  const both = x === y ? x : hull(x, y)
  return isKnown(a) && isKnown(b) || isNowhere(both) ? both : worst(a, b)
}

/** An increasing function from its values; they are nowhere where it is undefined. */
export const increasing = (f: (x: number) => Interval) => (a: Interval): Interval => {
  if (isWholeLine(a)) return wholeLine
  const low = f(a.lo)
  return a.lo === a.hi ? low : enclosure(low.lo, f(a.hi).hi)
}

// From one branch to the next the sine passes a maximum if the first is even, else a minimum.
const overBranches = (a: SineEnclosure, b: SineEnclosure): Interval => {
  const passed = b.branch - a.branch
  const ends = hull(a, b)
  return passed === 0n ? { lo: ends.lo, hi: ends.hi }
    : passed > 1n ? { lo: -1, hi: 1 }
      : (a.branch & 1n) === 0n ? { lo: ends.lo, hi: 1 } : { lo: -1, hi: ends.hi }
}

const sineOf = (quarters: 0 | 1) => (a: Interval): Interval => {
  const { lo, hi } = a
  if (lo === hi && Number.isFinite(lo)) {
    const at = sineAt(lo, quarters)
    return { lo: at.lo, hi: at.hi }
  }
  // a turn is shorter than 7; false for NaN and infinite ends
  return hi - lo < 7 ? overBranches(sineAt(lo, quarters), sineAt(hi, quarters))
    : isKnown(a) ? { lo: -1, hi: 1 } : worst(a, a)
}

/** The operations of intervals from which the other functions are made; what they promise stands at `interval`. */
export const intervalKernels: Pick<Analytic<Interval>, KernelName> = {
  of,
  add: (a, b) => enclosure(down.add(a.lo, b.lo), up.add(a.hi, b.hi)),
  sub: (a, b) => enclosure(down.add(a.lo, -b.hi), up.add(a.hi, -b.lo)),
  mul,
  square,
  div,
  max,
  where: (a, b, x, y) => (a.lo >= b.hi ? x : a.hi < b.lo ? y : either(a, b, x, y)),
  neg: negate,
  sqrt: ({ lo, hi }) => (lo >= 0 ? enclosure(down.sqrt(lo), up.sqrt(hi)) : hi >= 0 ? wholeLine : nowhere),
  exp: increasing(expAt),
  log: increasing(logAt),
  sin: sineOf(0),
  cos: sineOf(1),
  tanh: increasing(tanhAt)
}
