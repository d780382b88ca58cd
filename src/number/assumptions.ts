import type { Analytic } from './Arithmetic.js'
import { expAt, expm1At, log1pAt, logAt, sineAt, tanhAt } from './atDouble.js'
import { elementary } from './elementary.js'
import { type Interval, isNowhere, wholeLine } from './Interval.js'
import { interval } from './intervalArithmetic.js'
import { atanAt, log10At } from './intervalFunctions.js'
import { increasing, intervalKernels } from './intervalKernels.js'
import { nextDown, nextUp } from './ulp.js'

/**
 * How many doubles beyond the two next to the true value `Math` may answer. 0 is called faithful: an error below one unit in
 * the last place, and the exact value where it is a double. ECMAScript promises nothing of the kind, so this is an assumption,
 * and is tested as one: the largest errors seen in V8 are .75 (exp), .57 (log), .76 (sin), .69 (cos), .75 (expm1), .70 (log1p)
 * and 1.75 (tanh). `Math.pow` errs by more and is not used. + - * / and sqrt are rounded to nearest: that is promised.
 */
export const doublesBeyond: Readonly<Record<AssumedFunction, number>> = {
  exp: 0, log: 0, sin: 0, cos: 0, expm1: 0, log1p: 0, log10: 1, atan: 1, tanh: 2
}

export type AssumedFunction = 'exp' | 'log' | 'sin' | 'cos' | 'expm1' | 'log1p' | 'log10' | 'atan' | 'tanh'

const sinAt = (x: number): Interval => (Number.isFinite(x) ? sineAt(x, 0) : { lo: -1, hi: 1 })
const cosAt = (x: number): Interval => (Number.isFinite(x) ? sineAt(x, 1) : { lo: -1, hi: 1 })
const enclosures: Readonly<Record<AssumedFunction, (x: number) => Interval>> = {
  exp: expAt, log: logAt, sin: sinAt, cos: cosAt, expm1: expm1At, log1p: log1pAt, log10: log10At, atan: atanAt,
  tanh: tanhAt
}

/** Where doubles have an infinity, and reals no value. */
const poles: Readonly<Partial<Record<AssumedFunction, number>>> = { log: 0, log1p: -1, log10: 0 }

const stepped = (step: (x: number) => number, x: number, times: number): number =>
  times === 0 ? x : stepped(step, step(x), times - 1)

// exact values stay: they are promised for zero
const padded = ({ lo, hi }: Interval, by: number): Interval =>
  lo === hi ? { lo, hi } : { lo: stepped(nextDown, lo, by), hi: stepped(nextUp, hi, by) }

const enclosing = (name: AssumedFunction) => (x: number): Interval => padded(enclosures[name](x), doublesBeyond[name])

/** The interval in which Math[name](x) lies, by the assumption; it contains the true value too. */
export const enclosingFloat = (name: AssumedFunction, x: number): Interval => {
  const { lo, hi } = x === poles[name] ? wholeLine : enclosing(name)(x)
  return { lo, hi }
}

/** The same over an interval, for a function that increases. */
const assumed = (name: AssumedFunction): ((a: Interval) => Interval) => {
  const [f, pole = NaN] = [increasing(enclosing(name)), poles[name]]
  return a => (a.lo <= pole && a.hi === pole ? wholeLine : f(a))
}

/**
 * Intervals that contain, besides the true value, what the same formula gives in doubles, unless that is NaN.
 *
 * By induction over the formula: let the float operands lie in the interval operands. Rounding to nearest is monotone and
 * leaves doubles where they are, so the rounded result lies between any two doubles that enclose the exact one, and the ends of
 * `interval` are such doubles: nothing need be added for + - * / and sqrt. A faithful exp(x) is one of the two doubles next to
 * the true value, or the true value if that is a double, and the outward rounded ends are at least as far out; a function that
 * may err by more is widened by as many doubles. Overflow gives Infinity, which an end beyond MAX_VALUE contains.
 *
 * It holds for one formula and one order of evaluation: of two formulas for one value, a float of one may lie outside the other's
 * interval. Where two intervals overlap, `where` contains both branches. What is defined nowhere is NaN over doubles: they take 1/0 and
 * log 0 for infinities, which may yet become numbers, so that nothing is known of these two.
 */
export const floatRun: Analytic<Interval> = {
  ...elementary({
    ...intervalKernels,
    ofRational: interval.ofRational,
    pi: interval.pi,
    e: interval.e,
    div: (a, b) => (b.lo === 0 && b.hi === 0 && !isNowhere(a) ? wholeLine : interval.div(a, b)),
    log: assumed('log'),
    expm1: assumed('expm1'),
    log1p: assumed('log1p'),
    log10: assumed('log10'),
    atan: assumed('atan'),
    tanh: assumed('tanh'),
    erf: interval.erf
  }),
  hypot: interval.hypot,
  power: interval.power,
  pow: interval.pow
}
