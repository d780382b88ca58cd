import fc from 'fast-check'
import { encloseRational, type Rational, rational } from '../number/rational.js'
import { nextDown, nextUp } from '../number/ulp.js'
import { refuse } from '../prelude/index.js'
import type { Scalar } from './Variable.js'

/**
 * A number from one to another, as they are written: both are drawn often.
 *
 * @example
 * forAll({ x: within('-1', '0.5') }, (N, { x }) => atMost(x, N.decimal('0.5')))(effort(), 'numbers/within').verdict // 'supported'
 */
export const within = (from: string, to: string): Scalar => {
  const [lo, hi] = [rational.decimal(from), rational.decimal(to)]
  if (rational.compare(lo, hi) >= 0) refuse('input', 'within', 'a number and a larger one', `${from} and ${to}`)
  // the doubles inside: 0.1 is none
  const [least, most] = [nearest(lo), nearest(hi)]
  const [first, last] = [rational.compare(rational.of(least), lo) < 0 ? nextUp(least) : least,
    rational.compare(rational.of(most), hi) > 0 ? nextDown(most) : most]
  const parts = fc.integer({ min: 0, max: 64 }).map(k => Math.min(last, Math.max(first, first + (last - first) * k / 64)))
  return {
    kind: 'scalar', draw: fc.oneof({ arbitrary: fc.constantFrom(first, last), weight: 1 }, { arbitrary: parts, weight: 3 }),
    positive: lo.num > 0n, notNegative: lo.num >= 0n, every: false, range: { lo, hi, ends: 'both' }
  }
}

/** A double next to a fraction, or the fraction itself. */
const nearest = (q: Rational): number => encloseRational(q).lo

/**
 * A number above 0 and at most 1: often 1, so that a bound is met exactly too.
 *
 * @example
 * forAll({ x: share }, (N, { x }) => atMost(x, N.of(1)))(effort(), 'numbers/share').verdict // 'supported'
 */
export const share: Scalar = {
  kind: 'scalar', positive: true, every: false, range: { lo: rational.of(0), hi: rational.of(1), ends: 'upper' },
  draw: fc.oneof({ arbitrary: fc.constant(1), weight: 1 }, { arbitrary: fc.integer({ min: 1, max: 63 }).map(k => k / 64), weight: 2 })
}
