import type { Analytic } from '../number/Arithmetic.js'
import type { RationalFunction } from '../number/polynomial.js'
import type { Lifted, Variables } from './Variable.js'

/** Something that is known not to be negative, whatever the values of the variables. */
export interface Premise<A> {
  /** In words, what is known. */
  readonly told: string
  readonly amount: A
  /** The amount is one unknown less another, and more in which neither is. */
  readonly above?: A
  readonly below?: A
  /** The values that it is said of. */
  readonly of?: ReadonlyArray<A>
}

/** What is known of the variables, written once over any number system. */
export type Premises<V extends Variables> = <A>(N: Analytic<A>, given: Lifted<V, A>) => ReadonlyArray<Premise<A>>

/** A premise, with its amount in a normal form. */
export type Known = Premise<RationalFunction>

/** A premise, and how often it is used. */
export interface Use {
  readonly premise: Known
  readonly times: RationalFunction
}
