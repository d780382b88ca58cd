import { integer } from '../number/integer.js'
import { fromDouble, isUndefined, isZero, type Rational, rational } from '../number/rational.js'
import type { Relations } from './plan.js'
import type { PointSet } from './points.js'
import { isUndecided } from './raised.js'
import type { Relation } from './Relation.js'
import { positivesOf } from './positions.js'
import type { Variables } from './Variable.js'

/** Node k of a variable is k plus its shift: 0, 1, 2, ... first (from 1 where it is positive), moved where a divisor vanishes. */
export type Shift = (position: number) => number

/** The ways to move the points that are tried one after another. */
export const shiftsFor = (variables: Variables): ReadonlyArray<Shift> => {
  const positive = new Set(positivesOf(variables))
  const first: Shift = i => (positive.has(i) ? 1 : 0)
  return [first, () => 1, i => 1 + i, i => 2 + i * i, i => 3 + 5 * i]
}

/** What was found on a set of points: that the sides agree on all of them, or why not, and at which values. */
export interface Outcome {
  readonly found: 'agree' | 'pole' | 'stopped' | Relation<Rational>
  readonly cases: number
  readonly values: ReadonlyArray<number>
}

// A set with a pole proves nothing, but others of its points may refute.
const mostBesidePoles = 200

/** Evaluates the relations at the points of a set, in fractions, until one fails. */
export const evaluate = (relations: Relations, plan: PointSet, shift: Shift, cancelled: () => boolean): Outcome => {
  let [cases, poles] = [0, 0]
  for (const index of plan.points()) {
    const values = index.map((k, position) => k + shift(position))
    if (cancelled()) return { found: 'stopped', cases, values }
    cases += 1
    const wrong = failureAt(relations, values)
    if (wrong === 'pole') poles += 1
    else if (wrong !== undefined) return { found: wrong, cases, values }
    if (poles > 0 && cases > mostBesidePoles) break
  }
  return { found: poles > 0 ? 'pole' : 'agree', cases, values: [] }
}

/** The first relation that fails at these values, or that a side is undefined there. Small whole numbers settle most points. */
const failureAt = (relations: Relations, values: ReadonlyArray<number>): Relation<Rational> | 'pole' | undefined => {
  if (holdsInIntegers(relations, values)) return undefined
  const found = relations(rational, i => fromDouble(values[i] ?? 0))
  const different = found.find(
    ({ left, right }) => !isUndefined(left) && !isUndefined(right) && !isZero(rational.sub(right, left))
  )
  return different ?? (found.some(({ left, right }) => isUndefined(left) || isUndefined(right)) ? 'pole' : undefined)
}

const holdsInIntegers = (relations: Relations, values: ReadonlyArray<number>): boolean => {
  try {
    return relations(integer, i => values[i] ?? 0).every(({ left, right }) => left === right)
  } catch (error) {
    if (isUndecided(error)) return false
    throw error
  }
}
