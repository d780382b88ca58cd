import type { Divisible } from '../number/Arithmetic.js'
import { integer } from '../number/integer.js'
import { point } from '../number/Interval.js'
import { ofVariable, type RationalFunction, rationalFunction } from '../number/polynomial.js'
import { encloseRational, fromDouble, isUndefined, isZero, type Rational, rational, showRational } from '../number/rational.js'
import { refuse } from '../prelude/index.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import { whereDefined } from './divisors.js'
import { type Relations, smallestPointSet } from './plan.js'
import type { PointSet } from './points.js'
import { asRaised, isUndecided } from './raised.js'
import { heading, type Relation, relationsOf } from './Relation.js'
import { measure } from './Measured.js'
import { runCases } from './runCases.js'
import { noticed, noticing } from './slips.js'
import { fractions } from './System.js'
import { checked, everyValue, liftBy, type Lifted, liftDrawn, namesOf, positivesOf, type Variables } from './Variable.js'
import { drawAll } from './visits.js'
import { Interrupted, watched } from './watched.js'

/** An equality between rational functions of the variables, written once over any number system that can divide. */
export type Identity<V extends Variables> =
  <A>(N: Divisible<A>, given: Lifted<V, A>) => Relation<A> | ReadonlyArray<Relation<A>>

// Past this many points, comparing coefficients is quicker than evaluating.
const mostPoints = 16

/**
 * Proves an equality of polynomials or rational functions for all values of the variables at which both sides are defined. The formula is
 * run over degrees first; they tell on how many points two different formulas cannot agree. Where that is too many, or divisors vanish
 * on them, the normal forms are compared.
 *
 * @example
 * const difference = (N, { a, b }) => equal(N.mul(N.add(a, b), N.sub(a, b)), N.sub(N.square(a), N.square(b)))
 * exactly({ a: scalar, b: scalar }, difference)(effort(), 'squares/difference').verdict // 'proved'
 */
export const exactly = <V extends Variables>(variables: V, identity: Identity<V>): Judge => (effort, id) => {
  const proof = exactlyIn(checked('exactly', variables), identity)(effort, id)
  if (proof.verdict !== 'refuted' || Object.values(variables).every(isUnrestricted)) return proof
  // The point where it fails may be none that is drawn.
  const sought = runCases(drawAll(variables), {
    measure: drawn => relationsOf(identity(rational, liftDrawn(variables, rational.of)(drawn))).map(measure(fractions)),
    who: 'the formula', N: rational
  })(effort, id)
  if (sought.verdict === 'refuted') return sought
  return { verdict: 'undecided', evidence: sought.evidence, reason: `false at ${proof.counterexample.input}, but in no case that was drawn` }
}

const isUnrestricted = (v: Variables[string]): boolean => v.kind === 'array' || v.every

/** The same for variables of any name. */
export const exactlyIn = <V extends Variables>(variables: V, identity: Identity<V>): Judge => ({ cancelled }) => {
  const relations: Relations = <A>(N: Divisible<A>, rule: (position: number) => A) =>
    relationsOf(identity(N, liftBy(variables, rule)))
  try {
    noticed(relations(noticing, () => noticing.of(1)).flatMap(({ left, right }) => [left, right]))
    return prove(variables, relations, cancelled)
  } catch (error) {
    const reason = error instanceof Interrupted ? 'interrupted' : asRaised('the formula', error, rational).message
    return { verdict: 'undecided', evidence: evidence(everyValue(variables), '')(0), reason }
  }
}

const prove = (variables: Variables, relations: Relations, cancelled: () => boolean): Judgement => {
  const plan = smallestPointSet(variables, equalities(relations), cancelled)
  const about = `${everyValue(variables)}${whereDefined(variables, relations)}`
  if (plan === undefined) return { verdict: 'vacuous', evidence: evidence(about, '')(0), reason: 'nothing is related' }
  const seen = evidence(about, `, by ${plan.name} (${plan.count} points)`)
  const byForm = evidence(about, ', by normal form')(1)
  const formsOf = (): ReadonlyArray<Form> => relations(watched(rationalFunction, cancelled), ofVariable).map(formOf)
  const forms = plan.count > mostPoints ? formsOf() : []
  if (forms.length > 0 && !forms.includes('different')) return conclusion(forms, byForm)
  for (const shift of shiftsFor(variables)) {
    const outcome = evaluate(relations, plan, shift, cancelled)
    if (outcome.found === 'pole') continue
    if (outcome.found === 'stopped') return { verdict: 'undecided', evidence: seen(outcome.cases), reason: 'interrupted' }
    if (outcome.found === 'agree') return { verdict: 'proved', evidence: seen(outcome.cases) }
    return refuted(variables, seen(outcome.cases), outcome.values, outcome.found)
  }
  return conclusion(forms.length > 0 ? forms : formsOf(), byForm)
}

/** The same relations, which must be equalities. */
const equalities = (relations: Relations): Relations => (N, rule) => relations(N, rule).map(relation => (relation.kind === '=' ? relation
  : refuse('undecided', 'exactly', 'equalities; sumOfSquares, enclosed and forAll judge inequalities', 'an inequality')))

type Form = 'same' | 'different' | 'nowhere'

const formOf = ({ left, right }: Relation<RationalFunction>): Form => {
  const difference = rationalFunction.sub(left, right)
  return difference.den.size === 0 ? 'nowhere' : difference.num.size === 0 ? 'same' : 'different'
}

const conclusion = (forms: ReadonlyArray<Form>, byForm: Evidence): Judgement => {
  if (forms.includes('nowhere')) {
    return { verdict: 'vacuous', evidence: { ...byForm, cases: 0 }, reason: 'a divisor is 0 for all values: a side is undefined' }
  }
  const reason = 'the normal forms differ, and a divisor vanishes on every set of points that was tried'
  return forms.includes('different') ? { verdict: 'undecided', evidence: byForm, reason } : { verdict: 'proved', evidence: byForm }
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

// A set with a pole proves nothing, but others of its points may refute.
const mostBesidePoles = 200

const evaluate = (relations: Relations, plan: PointSet, shift: Shift, cancelled: () => boolean): Outcome => {
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
  const different = found.find(({ left, right }) => !isUndefined(left) && !isUndefined(right) && !isZero(rational.sub(right, left)))
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

const evidence = (about: string, how: string) => (cases: number): Evidence =>
  ({ strength: 'exact', scope: `${about}${how}`, cases, undecidedCases: 0, slack: point(0), resolution: 0 })

const refuted = (variables: Variables, seen: Evidence, values: ReadonlyArray<number>, wrong: Relation<Rational>): Judgement => {
  const difference = encloseRational(rational.sub(wrong.right, wrong.left))
  const [far, near] = [Math.max(-difference.lo, difference.hi), Math.max(difference.lo, -difference.hi)]
  const slack = { lo: -far, hi: -near }
  const [left, right] = wrong.sides ?? ['left', 'right']
  return {
    verdict: 'refuted',
    evidence: { ...seen, slack },
    counterexample: {
      input: namesOf(variables).map((name, i) => `${name} = ${values[i] ?? 0}`).join(', '),
      slack,
      detail: `${heading(wrong.place)}${left} ${showRational(wrong.left)}, ${right} ${showRational(wrong.right)}`
    }
  }
}
