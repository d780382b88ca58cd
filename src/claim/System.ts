import type { Analytic } from '../number/Arithmetic.js'
import { type Ball, ball, toInterval } from '../number/ball.js'
import { magnitude as exponentOf } from '../number/ballArithmetic.js'
import { bitLength } from '../number/dyadic.js'
import { gradeOf, type Interval, magnitude, point } from '../number/Interval.js'
import { interval } from '../number/intervalArithmetic.js'
import { encloseRational, isUndefined, type Rational, rational } from '../number/rational.js'

/** defined; perhaps: not known whether; nowhere: for no number of the arguments. */
export type Grade = ReturnType<typeof gradeOf>

/**
 * A number system together with the reading of its numbers as enclosures: what a measurement needs. Widths and sizes are powers of two,
 * given by their exponents, so that none of them overflows; that of 0 is -Infinity.
 */
export interface System<A> {
  readonly sub: (a: A, b: A) => A
  readonly enclose: (a: A) => Interval
  /** Whether there is a number at all: what is undefined is neither equal nor unequal to anything. */
  readonly grade: (a: A) => Grade
  /** The sign of its lower end, and of its upper end, whatever their size. */
  readonly lower: (a: A) => number
  readonly upper: (a: A) => number
  /** The exponent of the width of what is known of the number. */
  readonly width: (a: A) => number
  /** The exponent of the largest size that the number may have. */
  readonly size: (a: A) => number
}

export interface AnalyticSystem<A> extends System<A> {
  readonly N: Analytic<A>
}

const signOf = (n: bigint): number => (n > 0n ? 1 : n < 0n ? -1 : 0)

const bits = (x: number): number => Math.log2(x)

/** Doubles, compared exactly: the sign of their difference is right. What is not finite is no number. */
export const floats: System<number> = {
  sub: (a, b) => (a === b ? 0 : a - b),
  enclose: point,
  grade: a => (Number.isFinite(a) ? 'defined' : 'nowhere'),
  lower: Math.sign,
  upper: Math.sign,
  width: () => -Infinity,
  size: a => bits(Math.abs(a))
}

const ofInterval = {
  grade: gradeOf,
  lower: ({ lo }: Interval) => Math.sign(lo),
  upper: ({ hi }: Interval) => Math.sign(hi),
  width: ({ lo, hi }: Interval) => bits(hi - lo),
  size: (a: Interval) => bits(magnitude(a))
}

export const fractions: System<Rational> = {
  sub: rational.sub,
  enclose: encloseRational,
  grade: a => (isUndefined(a) ? 'nowhere' : 'defined'),
  lower: ({ num }) => signOf(num),
  upper: ({ num }) => signOf(num),
  width: () => -Infinity,
  size: a => ofInterval.size(encloseRational(a))
}

/** What is infinite or NaN is no real number: a formula that has it is undefined. */
const ofReal = <A>(of: (x: number) => A) => (x: number): A => of(Number.isFinite(x) ? x : NaN)

export const intervals: AnalyticSystem<Interval> = {
  N: { ...interval, of: ofReal(interval.of) }, sub: interval.sub, enclose: x => x, ...ofInterval
}

export const balls = (precision: number): AnalyticSystem<Ball> => {
  const known = ball(precision)
  const N = { ...known, of: ofReal(known.of) }
  return {
    N,
    sub: N.sub,
    enclose: toInterval,
    grade: ({ exp }) => (exp < Infinity ? 'defined' : exp === Infinity ? 'perhaps' : 'nowhere'),
    lower: ({ mid, rad }) => signOf(mid - rad),
    upper: ({ mid, rad }) => signOf(mid + rad),
    width: ({ rad, exp }) => (rad === 0n ? -Infinity : bitLength(rad) + 1 + exp),
    size: a => (a.mid === 0n && a.rad === 0n ? -Infinity : exponentOf(a))
  }
}
