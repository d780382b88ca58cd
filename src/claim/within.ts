import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import { encloseRational, rational } from '../number/rational.js'
import { nextDown, nextUp } from '../number/ulp.js'
import { refuse } from '../prelude/index.js'
import type { Range, Scalar } from './Variable.js'

/**
 * A number from one to another, as they are written: ends that may be met are drawn often, and sometimes numbers very near to an end, to 0
 * or to another whole number.
 *
 * @example
 * forAll({ x: within('-1', '0.5') }, (N, { x }) => atMost(x, N.decimal('0.5')))(effort(), 'numbers/within').verdict // 'supported'
 */
export const within = (from: string, to: string, ends: Range['ends'] = 'both'): Scalar => {
  const [lo, hi] = [rational.decimal(from), rational.decimal(to)]
  if (rational.compare(lo, hi) >= 0) refuse('input', 'within', 'a number and a larger one', `${from} and ${to}`)
  const range: Range = { lo, hi, ends, written: [from, to] }
  return {
    kind: 'scalar', draw: drawnIn(range), positive: lo.num > 0n || (lo.num === 0n && ends !== 'both'),
    notNegative: lo.num >= 0n,
    every: false, range
  }
}

/**
 * The least and the largest double that are in a range; the first is above the second where it lies between two doubles.
 */
export const doublesIn = ({ lo, hi, ends }: Range): readonly [number, number] => {
  const [first, last] = [encloseRational(lo).hi, encloseRational(hi).lo]
  return [ends === 'both' ? first : nextUp(first), ends === 'none' ? nextDown(last) : last]
}

/**
 * Ends, 64ths of the way, and places nearer and nearer to an end or a whole number. A double beside the range stands for the end itself.
 */
const drawnIn = (range: Range): Arbitrary<number> => {
  const { lo, hi, ends } = range
  const [first, last] = doublesIn(range)
  const [from, to] = [encloseRational(lo).hi, encloseRational(hi).lo]
  const inside = (x: number): number => Math.min(last, Math.max(first, x))
  const part = fc.integer({ min: ends === 'both' ? 0 : 1, max: ends === 'none' ? 63 : 64 })
    .map(k => inside(from * (1 - k / 64) + to * (k / 64)))
  const whole = fc.oneof(part.map(Math.round), fc.constant(inside(0)))
  const near = fc.tuple(
    fc.oneof(fc.constant(from), fc.constant(to), whole), fc.integer({ min: 7, max: 50 }), fc.constantFrom(1, -1)
  )
    .map(([place, k, side]) => inside(place + side * (to / 2 - from / 2) * 2 ** -k))
  const weight = first > last ? 0 : 1
  return fc.oneof(
    { arbitrary: fc.constant(encloseRational(lo).lo), weight: ends === 'both' ? 1 : 0 },
    { arbitrary: fc.constant(encloseRational(hi).hi), weight: ends === 'none' ? 0 : 1 },
    { arbitrary: part, weight: 5 * weight }, { arbitrary: near, weight: 2 * weight })
}

/**
 * A number above 0 and at most 1: often 1, so that a bound is met exactly too.
 *
 * @example
 * forAll({ x: share }, (N, { x }) => atMost(x, N.of(1)))(effort(), 'numbers/share').verdict // 'supported'
 */
export const share: Scalar = within('0', '1', 'upper')
