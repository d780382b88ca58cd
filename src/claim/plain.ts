import { gradeOf, type Interval, point } from '../number/Interval.js'
import type { Rational } from '../number/rational.js'
import { refuse } from '../prelude/index.js'
import { type Measured, measure } from './Measured.js'
import type { Relation } from './Relation.js'
import { floats, fractions, intervals, type System } from './System.js'

/** What a law may compare: doubles or fractions, exactly; intervals, by what they enclose; a double beside where it should lie. */
export type Plain = number | Rational | Interval

// The entries of a tensor lend their size whether they are doubles or intervals.
const mixed: System<Interval> = { ...intervals, size: x => (isFloat(x) ? floats.size(x) : intervals.size(x)) }

const [ofFloats, ofFractions, ofIntervals] = [measure(floats), measure(fractions), measure(mixed)]

/**
 * Measures a relation in the number system that its two sides belong to. A double that is no number, beside a side that is defined,
 * violates: functions are judged where they should give numbers.
 */
export const measurePlain = (relation: Relation<Plain>): Measured => {
  const { left, right } = relation
  if (isFloat(left) && isFloat(right)) {
    const found = ofFloats(relation as Relation<number>)
    return found.outcome === 'nowhere' ? orNoNumber(relation, found) : found
  }
  const [l, r] = [asInterval(left), asInterval(right)]
  if (isInterval(l) && isInterval(r)) {
    const lifted: Relation<Plain> = l === left && r === right ? relation : { ...relation, left: l, right: r }
    return orNoNumber(relation, ofIntervals(lifted as Relation<Interval>))
  }
  return isFraction(left) && isFraction(right) ? ofFractions(relation as Relation<Rational>)
    : refuse(
      'input', 'a law', 'two numbers (doubles or intervals, or two fractions)', `${nameOf(left)} and ${nameOf(right)}`
    )
}

const orNoNumber = ({ left, right }: Relation<Plain>, found: Measured): Measured => {
  const [l, r] = [left, right].map(gradeOfPlain)
  return l === 'no number' && r === 'defined' || l === 'defined' && r === 'no number'
    ? { ...found, outcome: 'violated' }
    : found
}

const gradeOfPlain = (x: Plain): 'no number' | 'defined' | 'perhaps' | 'nowhere' =>
  isFloat(x) ? (Number.isFinite(x) ? 'defined' : 'no number') : isInterval(x) ? gradeOf(x) : 'defined'

const asInterval = (x: Plain): Plain => (isFloat(x) ? (Number.isFinite(x) ? point(x) : { lo: NaN, hi: NaN }) : x)

const isFloat = (x: Plain): x is number => typeof x === 'number'
const isFraction = (x: Plain): x is Rational => typeof x === 'object' && x !== null && 'num' in x
const isInterval = (x: Plain): x is Interval => typeof x === 'object' && x !== null && 'lo' in x

const nameOf = (x: Plain): string =>
  (isFloat(x) ? 'a double' : isFraction(x) ? 'a fraction' : isInterval(x) ? 'an interval' : typeof x)
