import type { Interval } from '../number/Interval.js'
import type { Rational } from '../number/rational.js'
import { refuse } from '../prelude/index.js'
import type { Relation } from './Relation.js'
import { floats, fractions, intervals, measure, type Measured } from './System.js'

/** What a law may compare: doubles or fractions, exactly; intervals, by what they enclose. */
export type Plain = number | Rational | Interval

const [ofFloats, ofFractions, ofIntervals] = [measure(floats), measure(fractions), measure(intervals)]

/** Measures a relation in the number system that its two sides belong to. */
export const measurePlain = (relation: Relation<Plain>): Measured =>
  isBoth(isFloat, relation) ? ofFloats(relation)
    : isBoth(isInterval, relation) ? ofIntervals(relation)
      : isBoth(isFraction, relation) ? ofFractions(relation)
        : refuse('input', 'a law', 'two numbers of one kind (doubles, fractions or intervals)', kinds(relation))

const isFloat = (x: Plain): x is number => typeof x === 'number'
const isFraction = (x: Plain): x is Rational => typeof x === 'object' && 'num' in x
const isInterval = (x: Plain): x is Interval => typeof x === 'object' && 'lo' in x

const isBoth = <A extends Plain>(isKind: (x: Plain) => x is A, relation: Relation<Plain>): relation is Relation<A> =>
  isKind(relation.left) && isKind(relation.right)

const kinds = ({ left, right }: Relation<Plain>): string => `${typeof left} and ${typeof right}`
