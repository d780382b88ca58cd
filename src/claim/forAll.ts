import type { Analytic } from '../number/Arithmetic.js'
import { interval } from '../number/intervalArithmetic.js'
import type { Judge } from './Claim.js'
import { comparisonsAt } from './comparisonsAt.js'
import { looksAt } from './looks.js'
import { type Case, outside, type Relation, relationsOf } from './Relation.js'
import { runCases } from './runCases.js'
import { settledByLaws } from './settledByLaws.js'
import { conditionsOf, drawnAsWritten, liftDrawn } from './positions.js'
import { checked, type Lifted, type Variables } from './Variable.js'
import { drawAll } from './visits.js'

/** A relation between real functions of the variables, written once over any number system with the elementary functions. */
export type Formula<V extends Variables> = <A>(N: Analytic<A>, given: Lifted<V, A>) => Case<A>

export interface ForAllOptions {
  /** Whether sides that no number of bits tells apart may be found to be one number by the laws of their functions. */
  readonly byLaws?: boolean
}

/**
 * Judges a formula on drawn values of its variables. Each case is evaluated over intervals, so that rounding can neither refute a true
 * formula nor hide behind a tolerance; what doubles leave open is evaluated again with more bits.
 *
 * @example
 * const odd = (N, { x }) => equal(N.tanh(N.neg(x)), N.neg(N.tanh(x)))
 * forAll({ x: scalar }, odd)(effort(), 'tanh/odd').verdict // 'supported'
 */
export const forAll = <V extends Variables>(
  variables: V, formula: Formula<V>, { byLaws = false }: ForAllOptions = {}
): Judge => {
  const lift = liftDrawn(checked('forAll', variables))
  return runCases(drawAll(variables, drawn => comparisonsAt(N => formula(N, lift(N, drawn)))), {
    measure: (drawn, care) => {
      const at = <A>(N: Analytic<A>): ReadonlyArray<Relation<A>> | typeof outside => {
        const found = formula(N, lift(N, drawn))
        return found === outside ? outside : relationsOf(found)
      }
      const looked = looksAt(at, care)
      return byLaws ? settledByLaws(at, looked) : looked
    },
    who: 'the formula',
    N: interval,
    conditions: conditionsOf(variables),
    written: drawnAsWritten(variables)
  })
}
