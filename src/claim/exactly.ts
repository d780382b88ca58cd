import type { Divisible } from '../number/Arithmetic.js'
import { point } from '../number/Interval.js'
import { mostProducts, ofVariable, type RationalFunction, rationalFunction, tooLarge } from '../number/polynomial.js'
import { encloseRational, type Rational, rational, showRational } from '../number/rational.js'
import { attempt, isLeft, orThrow, refuse } from '../prelude/index.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import { whereDefined } from './divisors.js'
import { evaluate, shiftsFor } from './onPoints.js'
import { type Relations, smallestPointSet } from './plan.js'
import { firstOf } from './points.js'
import { asRaised } from './raised.js'
import { heading, type Relation, relationsOf } from './Relation.js'
import { measure } from './Measured.js'
import { runCases } from './runCases.js'
import { noticed, noticing } from './slips.js'
import { fractions } from './System.js'
import { everyValue, liftBy, liftDrawn, namesOf } from './positions.js'
import { checked, eachOf, type Lifted, type Variables } from './Variable.js'
import { drawAll } from './visits.js'
import { Interrupted, watched } from './watched.js'

/** An equality between rational functions of the variables, written once over any number system that can divide. */
export type Identity<V extends Variables> =
  <A>(N: Divisible<A>, given: Lifted<V, A>) => Relation<A> | ReadonlyArray<Relation<A>>

// Past this many points, comparing coefficients is quicker than evaluating.
const mostPoints = 16

// Where the normal form is too large, more points than these are not tried.
const mostTried = 2 ** 11

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
  const lift = liftDrawn(variables)
  const sought = runCases(drawAll(variables), {
    measure: drawn => relationsOf(identity(rational, lift(rational, drawn))).map(measure(fractions)),
    who: 'the formula', N: rational
  })(effort, id)
  if (sought.verdict === 'refuted') return sought
  return { verdict: 'undecided', evidence:
    sought.evidence, reason: `false at ${proof.counterexample.input}, but in no case that was drawn` }
}

const isUnrestricted = (v: Variables[string]): boolean => eachOf(v).every

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
  const formsOf = (): ReadonlyArray<Form> | undefined =>
    unlessTooLarge(() => relations(watched(rationalFunction, cancelled), ofVariable).map(formOf))
  const forms = plan.count > mostPoints ? formsOf() : []
  if (forms !== undefined && forms.length > 0 && !forms.includes('different')) return conclusion(forms, byForm)
  const isTooMany = forms === undefined && plan.count > mostTried
  for (const shift of shiftsFor(variables)) {
    const outcome = evaluate(relations, isTooMany ? firstOf(plan, mostTried) : plan, shift, cancelled)
    if (outcome.found === 'pole') continue
    if (outcome.found === 'stopped') return {
      verdict: 'undecided', evidence: seen(outcome.cases), reason: 'interrupted'
    }
    if (outcome.found === 'agree') {
      return isTooMany ? { verdict: 'undecided', evidence: seen(outcome.cases), reason: tooLargeIn(plan.count) }
        : { verdict: 'proved', evidence: seen(outcome.cases) }
    }
    return refuted(variables, seen(outcome.cases), outcome.values, outcome.found)
  }
  const last = forms?.length === 0 ? formsOf() : forms
  return last === undefined ? { verdict: 'undecided', evidence: byForm, reason: tooLargeIn(plan.count) }
    : conclusion(last, byForm)
}

const tooLargeIn = (points: number): string =>
  `too large: a product in the normal form has more than ${mostProducts} products of terms, and ${points} points would be needed`

/** Nothing where a polynomial would be too large. */
const unlessTooLarge = <A>(compute: () => A): A | undefined => {
  const found = attempt(compute)
  return isLeft(found) ? (found.left.place === tooLarge ? undefined : orThrow(found)) : found.right
}

/** The same relations, which must be equalities. */
const equalities = (relations: Relations): Relations => (N, rule) => relations(N, rule).map(anEquality)

export const anEquality = <A>(relation: Relation<A>): Relation<A> => (relation.kind === '=' ? relation
  : refuse('undecided', 'exactly', 'equalities; sumOfSquares, enclosed and forAll judge inequalities', 'an inequality'))

type Form = 'same' | 'different' | 'nowhere'

const formOf = ({ left, right }: Relation<RationalFunction>): Form => {
  const difference = rationalFunction.sub(left, right)
  return difference.den.size === 0 ? 'nowhere' : difference.num.size === 0 ? 'same' : 'different'
}

const conclusion = (forms: ReadonlyArray<Form>, byForm: Evidence): Judgement => {
  if (forms.includes('nowhere')) {
    return { verdict: 'vacuous', evidence: { ...byForm, cases: 0 }, reason:
      'a divisor is 0 for all values: a side is undefined' }
  }
  const reason = 'the normal forms differ, and a divisor vanishes on every set of points that was tried'
  return forms.includes('different') ? { verdict: 'undecided', evidence: byForm, reason }
    : { verdict: 'proved', evidence: byForm }
}

const evidence = (about: string, how: string) => (cases: number): Evidence =>
  ({ strength: 'exact', scope: `${about}${how}`, cases, undecidedCases: 0, slack: point(0), resolution: 0 })

const refuted = (
  variables: Variables, seen: Evidence, values: ReadonlyArray<number>, wrong: Relation<Rational>
): Judgement => {
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
