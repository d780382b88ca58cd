import type { Analytic, Divisible } from '../number/Arithmetic.js'
import { float64 } from '../number/float64.js'
import { type Formal, formal } from '../number/formal.js'
import type { Judge } from './Claim.js'
import { exactly } from './exactly.js'
import { forAll } from './forAll.js'
import { type Relation, relationsOf } from './Relation.js'
import { type Lifted, liftBy, namesOf, scalar, type Variables } from './Variable.js'

/** An equality between formulas with elementary functions, written once over any number system. */
export type FormalIdentity<V extends Variables> =
  <A>(N: Analytic<A>, given: Lifted<V, A>) => Relation<A> | ReadonlyArray<Relation<A>>

/**
 * Proves an equality whose elementary functions may be any functions at all: exp(w), sin(w) and the like become variables beside those
 * given, and the equality of rational functions that is left is proved for all values of them. With duals this is the chain rule at
 * work. An equality that is not of this kind is looked for a counterexample on drawn values.
 */
export const formally = <V extends Variables>(variables: V, identity: FormalIdentity<V>): Judge => (effort, id) => {
  const names = namesOf(variables)
  const relations = <A>(N: Divisible<A>, valueOf: (name: string) => A): ReadonlyArray<Relation<A>> => {
    const found = identity<Formal<A>>(formal(N, valueOf), liftBy(variables, i => named(valueOf, names[i] ?? '')))
    return relationsOf(found)
      .map(relation => ({ ...relation, left: relation.left.value, right: relation.right.value }))
  }
  const unknowns = unknownsOf(relations).filter(name => !names.includes(name))
  const everything = Object.fromEntries([...names, ...unknowns].map(name => [name, scalar]))
  const proof = exactly(
    everything, <A>(N: Divisible<A>, given: Readonly<Record<string, A>>) => relations(N, name => given[name] as A))(effort, id)
  if (proof.verdict === 'proved' && unknowns.length > 0) {
    const scope = `every real ${names.join(', ')}; ${unknowns.length} values of ${functionsIn(unknowns).join(', ')} taken as unknowns`
    return { ...proof, evidence: { ...proof.evidence, scope } }
  }
  if (proof.verdict !== 'refuted') return proof
  const sought = forAll(variables, identity)(effort, id)
  const reason = `not an identity in ${Object.keys(everything).join(', ')}, and no counterexample was found`
  return sought.verdict === 'refuted' ? sought : { verdict: 'undecided', evidence: sought.evidence, reason }
}

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
