import type { Analytic } from '../number/Arithmetic.js'
import { type Interval, magnitude, point } from '../number/Interval.js'
import { encloseRational, type Rational, rational } from '../number/rational.js'
import { interval } from '../number/intervalArithmetic.js'
import { type Ball, ball, toInterval } from '../number/ball.js'
import type { Place, Relation } from './Relation.js'

/** A number system together with the reading of its numbers as enclosures: what a measurement needs. */
export interface System<A> {
  readonly sub: (a: A, b: A) => A
  readonly enclose: (a: A) => Interval
}

/** Doubles, compared exactly: the sign of their difference is right, and equal infinities differ by 0. */
export const floats: System<number> = {
  sub: (a, b) => (a === b ? 0 : a - b),
  enclose: point
}

export const fractions: System<Rational> = { sub: rational.sub, enclose: encloseRational }
export const intervals: System<Interval> & { readonly N: Analytic<Interval> } = { N: interval, sub: interval.sub, enclose: x => x }

export const balls = (bits: number): System<Ball> & { readonly N: Analytic<Ball> } => {
  const N = ball(bits)
  return { N, sub: N.sub, enclose: toInterval }
}

/** What a relation was found to be. `agrees`: the enclosures of two equal sides meet, so nothing was seen to differ. */
export interface Measured {
  readonly outcome: 'holds' | 'agrees' | 'violated' | 'undecided'
  readonly slack: Interval
  readonly resolution: number
  readonly place: Place
  readonly left: Interval
  readonly right: Interval
  readonly sides: readonly [string, string]
  /** Of an inequality between positive numbers: how much of the right side the left side is. */
  readonly ratio?: number
}

const minusDistance = ({ lo, hi }: Interval): Interval =>
  ({ lo: 0 - Math.max(Math.abs(lo), Math.abs(hi)), hi: lo <= 0 && hi >= 0 ? 0 : 0 - Math.min(Math.abs(lo), Math.abs(hi)) })

const leftAndRight = ['left', 'right'] as const

/**
 * An inequality holds when all of its slack is at least 0, is violated when all of it is below, and is undecided in between; an equality
 * is violated only when its sides cannot be equal. So a true relation is never refuted. NaN violates.
 */
export const measure = <A>(system: System<A>) => ({ kind, left, right, place, sides = leftAndRight }: Relation<A>): Measured => {
  const difference = system.enclose(system.sub(right, left))
  const [l, r] = [system.enclose(left), system.enclose(right)]
  const slack = kind === '=' ? minusDistance(difference) : difference
  const outcome = Number.isNaN(slack.lo) || Number.isNaN(slack.hi) || slack.hi < 0 ? 'violated'
    : slack.lo >= 0 ? 'holds' : kind === '=' ? 'agrees' : 'undecided'
  const measured = { outcome, slack, resolution: relativeWidth(difference, l, r), place, left: l, right: r, sides } as const
  return kind === '<=' && l.lo > 0 && r.lo > 0 ? { ...measured, ratio: l.hi / r.lo } : measured
}

const relativeWidth = ({ lo, hi }: Interval, left: Interval, right: Interval): number => {
  const width = hi - lo
  if (width === 0) return 0
  const relative = width / (magnitude(left) + magnitude(right))
  return Number.isFinite(relative) ? relative : Infinity
}
