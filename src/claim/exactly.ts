import type { Divisible } from '../number/Arithmetic.js'
import { integer } from '../number/integer.js'
import { point } from '../number/Interval.js'
import { isZeroFunction, ofVariable, rationalFunction } from '../number/polynomial.js'
import { encloseRational, fromDouble, isUndefined, isZero, type Rational, rational, showRational } from '../number/rational.js'
import { Refusal, refuse } from '../prelude/index.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import { type Relations, smallestPointSet } from './plan.js'
import type { PointSet } from './points.js'
import { heading, type Relation, relationsOf } from './Relation.js'
import { liftBy, type Lifted, namesOf, positivesOf, type Variables } from './Variable.js'

/** An equality between rational functions of the variables, written once over any number system that can divide. */
export type Identity<V extends Variables> =
  <A>(N: Divisible<A>, given: Lifted<V, A>) => Relation<A> | ReadonlyArray<Relation<A>>

// Past this many points, comparing coefficients is quicker than evaluating.
const mostPoints = 16

/**
 * Proves an equality of polynomials or rational functions for all values of the variables. The formula is run over degrees first; they
 * tell on how many points two different formulas cannot agree. Where that is too many, the normal forms are compared.
 */
export const exactly = <V extends Variables>(variables: V, identity: Identity<V>): Judge => ({ cancelled }) => {
  const relations: Relations = <A>(N: Divisible<A>, rule: (position: number) => A) => relationsOf(identity(N, liftBy(variables, rule)))
  const plan = smallestPointSet(variables, relations)
  const seen = evidence(variables, plan)
  if (plan.count > mostPoints && relations(rationalFunction, ofVariable).every(sameNormalForm)) {
    return { verdict: 'proved', evidence: { ...seen(1), scope: `${everyValue(variables)}, by normal form` } }
  }
  for (const shift of shiftsFor(variables)) {
    const outcome = evaluate(relations, plan, shift, cancelled)
    if (outcome.found === 'pole') continue
    if (outcome.found === 'stopped') return { verdict: 'undecided', evidence: seen(outcome.cases), reason: 'interrupted' }
    if (outcome.found === 'agree') return { verdict: 'proved', evidence: seen(outcome.cases) }
    return refuted(variables, seen(outcome.cases), outcome.values, outcome.found)
  }
  return { verdict: 'undecided', evidence: seen(0), reason: 'a divisor vanishes on every set of points that was tried' }
}

/** Node k of a variable is k plus its shift: 0, 1, 2, ... first (from 1 where it is positive), moved where a divisor vanishes. */
type Shift = (position: number) => number

const shiftsFor = (variables: Variables): ReadonlyArray<Shift> => {
  const positive = new Set(positivesOf(variables))
  const first: Shift = i => (positive.has(i) ? 1 : 0)
  return [first, () => 1, i => 1 + i, i => 2 + i * i, i => 3 + 5 * i]
}

interface Outcome {
  readonly found: 'agree' | 'pole' | 'stopped' | Relation<Rational>
  readonly cases: number
  readonly values: ReadonlyArray<number>
}

const evaluate = (relations: Relations, plan: PointSet, shift: Shift, cancelled: () => boolean): Outcome => {
  let cases = 0
  for (const index of plan.points()) {
    const values = index.map((k, position) => k + shift(position))
    if (cancelled()) return { found: 'stopped', cases, values }
    try {
      cases += 1
      const wrong = failureAt(relations, values)
      if (wrong !== undefined) return { found: wrong, cases, values }
    } catch (error) {
      if (error instanceof Refusal && error.tag === 'domain') return { found: 'pole', cases, values }
      throw error
    }
  }
  return { found: 'agree', cases, values: [] }
}

/** The first relation that fails at these values, if all are defined there. Small whole numbers settle most points; fractions the rest. */
const failureAt = (relations: Relations, values: ReadonlyArray<number>): Relation<Rational> | 'pole' | undefined => {
  if (holdsInIntegers(relations, values)) return undefined
  const found = relations(rational, i => fromDouble(values[i] ?? 0))
  if (found.some(({ left, right }) => isUndefined(left) || isUndefined(right))) return 'pole'
  return found.find(({ kind, left, right }) =>
    kind === '=' ? !isZero(rational.sub(right, left)) : refuse('undecided', 'exactly', 'an equality', 'an inequality'))
}

const holdsInIntegers = (relations: Relations, values: ReadonlyArray<number>): boolean => {
  try {
    return relations(integer, i => values[i] ?? 0).every(({ kind, left, right }) => kind === '=' && left === right)
  } catch (error) {
    if (error instanceof Refusal && error.tag === 'undecided') return false
    throw error
  }
}

const sameNormalForm = <A extends Parameters<typeof rationalFunction.sub>[0]>({ left, right }: Relation<A>): boolean =>
  isZeroFunction(rationalFunction.sub(left, right))

const everyValue = (variables: Variables): string => {
  const sizes = Object.entries(variables).map(([name, v]) => (v.kind === 'scalar' ? name : `${name} (${v.shape.join('x')})`))
  return sizes.length === 0 ? 'as it stands' : `every real ${sizes.join(', ')}`
}

const evidence = (variables: Variables, plan: PointSet) => (cases: number): Evidence => ({
  strength: 'exact',
  scope: `${everyValue(variables)}, by ${plan.name} (${plan.count} points)`,
  cases,
  undecidedCases: 0,
  slack: point(0),
  resolution: 0
})

const refuted = (variables: Variables, seen: Evidence, values: ReadonlyArray<number>, wrong: Relation<Rational>): Judgement => {
  const difference = encloseRational(rational.sub(wrong.right, wrong.left))
  const away = Math.max(Math.abs(difference.lo), Math.abs(difference.hi))
  const slack = { lo: -away, hi: -Math.min(Math.abs(difference.lo), Math.abs(difference.hi)) }
  return {
    verdict: 'refuted',
    evidence: { ...seen, slack },
    counterexample: {
      input: namesOf(variables).map((name, i) => `${name} = ${values[i] ?? 0}`).join(', '),
      slack,
      detail: `${heading(wrong.place)}left ${showRational(wrong.left)}, right ${showRational(wrong.right)}`
    }
  }
}
