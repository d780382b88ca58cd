import type { Interval } from '../number/Interval.js'
import type { Rational } from '../number/rational.js'
import { refuse } from '../prelude/index.js'
import type { Relation } from './Relation.js'
import { floats, fractions, intervals, measure, type Measured } from './System.js'

/** What a law may compare: doubles or fractions, exactly; intervals, by what they enclose. */
export type Plain = number | Rational | Interval

/** Measures a relation in the number system that its two sides belong to. */
export const measurePlain = (relation: Relation<Plain>): Measured => {
  const { left, right } = relation
  if (typeof left === 'number' && typeof right === 'number') return measure(floats)({ ...relation, left, right })
  if (isFraction(left) && isFraction(right)) return measure(fractions)({ ...relation, left, right })
  if (isInterval(left) && isInterval(right)) return measure(intervals)({ ...relation, left, right })
  return refuse('input', 'a law', 'two numbers of one kind (doubles, fractions or intervals)', `${typeof left} and ${typeof right}`)
}

const isFraction = (x: Plain): x is Rational => typeof x === 'object' && 'num' in x
const isInterval = (x: Plain): x is Interval => typeof x === 'object' && 'lo' in x
