import type { Analytic } from '../number/Arithmetic.js'
import type { Judge } from './Claim.js'
import { type Case, outside, relationsOf } from './Relation.js'
import { runCases } from './sampled.js'
import { balls, intervals, measure, type Measured, type System } from './System.js'
import { drawAll, type Drawn, type Lifted, liftDrawn, type Variables } from './Variable.js'

/** A relation between real functions of the variables, written once over any number system with the elementary functions. */
export type Formula<V extends Variables> = <A>(N: Analytic<A>, given: Lifted<V, A>) => Case<A>

// An inequality too close for doubles is looked at again with more bits.
const bitsOfSecondLook = [160, 600]

/**
 * Judges a formula on drawn values of its variables. Each case is evaluated over intervals, so that rounding can neither refute a true
 * formula nor hide behind a tolerance; what doubles leave open is evaluated again with more bits.
 */
export const forAll = <V extends Variables>(variables: V, formula: Formula<V>): Judge =>
  runCases(drawAll(variables), drawn => {
    const first = judgeIn(intervals, variables, formula, drawn)
    return bitsOfSecondLook.reduce((found, bits) => (isOpen(found) ? judgeIn(balls(bits), variables, formula, drawn) : found), first)
  })

const isOpen = (found: ReadonlyArray<Measured> | typeof outside): boolean =>
  found !== outside && found.some(m => m.outcome === 'undecided')

const judgeIn = <A, V extends Variables>(
  system: System<A> & { readonly N: Analytic<A> }, variables: V, formula: Formula<V>, drawn: Drawn<V>
): ReadonlyArray<Measured> | typeof outside => {
  const found = formula(system.N, liftDrawn(variables, system.N.of)(drawn))
  return found === outside ? outside : relationsOf(found).map(measure(system))
}
