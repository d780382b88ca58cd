import type { Analytic, Divisible } from '../number/Arithmetic.js'
import { float64 } from '../number/float64.js'
import { type Formal, formal } from '../number/formal.js'
import { interval } from '../number/intervalArithmetic.js'
import type { Evidence, Judge } from './Claim.js'
import { exactlyIn } from './exactly.js'
import { forAll } from './forAll.js'
import { asRaised } from './raised.js'
import { type Relation, relationsOf } from './Relation.js'
import { checked, type Lifted, liftBy, namesOf, scalar, type Variables } from './Variable.js'

/** An equality between formulas with elementary functions, written once over any number system. */
export type FormalIdentity<V extends Variables> =
  <A>(N: Analytic<A>, given: Lifted<V, A>) => Relation<A> | ReadonlyArray<Relation<A>>

/**
 * Proves an equality whose elementary functions may be any functions at all: exp(w), sin(w) and the like become variables beside those
 * given, and the equality of rational functions that is left is proved for all values of them. With duals this is the chain rule at
 * work. An equality that is not of this kind is looked for a counterexample on drawn values.
 *
 * @example
 * const commute = (N, { a, b }) => equal(N.mul(N.exp(N.add(a, b)), N.sin(a)), N.mul(N.sin(a), N.exp(N.add(a, b))))
 * formally({ a: scalar, b: scalar }, commute)(effort(), 'products/commute').verdict // 'proved'
 */
export const formally = <V extends Variables>(variables: V, identity: FormalIdentity<V>): Judge => (effort, id) => {
  const names = namesOf(checked('formally', variables))
  const relations = <A>(N: Divisible<A>, valueOf: (name: string) => A): ReadonlyArray<Relation<A>> => {
    const found = identity<Formal<A>>(formal(N, valueOf), liftBy(variables, i => named(valueOf, names[i] ?? '')))
    return relationsOf(found)
      .map(({ kind, left, right, place }) => ({ kind, left: left.value, right: right.value, place }))
  }
  const sought = forAll(variables, identity)
  // What is false is seen on a few cases sooner than by its normal form.
  const few = sought({ ...effort, runs: Math.min(effort.runs, 50) }, id)
  if (few.verdict === 'refuted') return few
  const proof = proofOf(names, relations)(effort, id)
  if (proof.verdict === 'refuted') {
    const found = sought(effort, id)
    const reason = 'not an identity of its functions as unknowns, and no counterexample was found'
    return found.verdict === 'refuted' ? found : { verdict: 'undecided', evidence: found.evidence, reason }
  }
  if (proof.verdict !== 'proved') return proof
  // What holds of unknown functions says nothing where the functions themselves are undefined. Digits that a case loses do not matter.
  return few.verdict === 'supported' || (few.verdict === 'undecided' && isMostlyDefined(few.evidence)) ? proof : few
}

const isMostlyDefined = ({ cases, undecidedCases }: Evidence): boolean => cases > 0 && 2 * undecidedCases <= cases

/** The identity in its variables and in each value of a function that it has, as unknowns of one kind. */
const proofOf = (
  names: ReadonlyArray<string>, relations: <A>(N: Divisible<A>, valueOf: (name: string) => A) => ReadonlyArray<Relation<A>>
): Judge =>
  (effort, id) => {
    try {
      const unknowns = unknownsOf(relations).filter(name => !names.includes(name))
      const everything = Object.fromEntries([...names, ...unknowns].map(name => [name, scalar]))
      const proof = exactlyIn(
        everything, <A>(N: Divisible<A>, given: Readonly<Record<string, A>>) => relations(N, name => given[name] as A))(effort, id)
      if (proof.verdict !== 'proved' || unknowns.length === 0) return proof
      const scope = `every real ${names.join(', ')} where both sides are defined; ` +
        `${unknowns.length} ${unknowns.length === 1 ? 'value' : 'values'} of ${functionsIn(unknowns).join(', ')} taken as unknown`
      return { ...proof, evidence: { ...proof.evidence, scope } }
    } catch (error) {
      return { verdict: 'undecided', evidence: nothing, reason: asRaised('the formula', error, interval).message }
    }
  }

const nothing: Evidence = { strength: 'exact', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null }

const named = <A>(valueOf: (name: string) => A, formula: string): Formal<A> => ({ value: valueOf(formula), formula })

const unknownsOf = (relations: (N: Divisible<number>, valueOf: (name: string) => number) => unknown): ReadonlyArray<string> => {
  const met: Array<string> = []
  relations(float64, name => {
    met.push(name)
    return 1
  })
  return [...new Set(met)]
}

const functionsIn = (unknowns: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...new Set(unknowns.map(name => name.slice(0, name.indexOf('('))))]
