import type { Arbitrary } from 'fast-check'
import type { Argument } from '../../src/bridge/Value.js'
import type { Analytic, Grid } from '../../src/number/index.js'
import type { Named, NamedGrids } from '../layers/subject.js'

/** What a function is called with, by the names of its signature. What is undefined is left out of a record. */
export type Case = Readonly<Record<string, Argument | undefined>>

/** The results that a function should give, by name. A definition reads its arrays of doubles, and of `given` all else, such as labels. */
export type Define = <A>(N: Analytic<A>) => (inputs: NamedGrids<A>, given: Case) => NamedGrids<A>

/** Arrays of numbers of any system, by these names. */
export type Arrays<A, Names extends string> = { readonly [Name in Names]: Grid<A> }

/** A definition of arrays that are known by name. */
type DefineOf<Names extends string> = <A>(N: Analytic<A>) => (inputs: Arrays<A, Names>, given: Case) => NamedGrids<A>

/**
 * What functions of a program promise: how they are called, for which inputs, and what they should give.
 *
 * Results have the names that the definition gives them; `dx` is the derivative by x of all results whose cotangents (`dout` for out) are
 * given to a backward function, or of the one number that a function answers beside it. `cache` goes from one to the other unseen.
 */
export interface Contract {
  readonly name: string
  /** `affine_forward(x, w, b) -> out, cache`. */
  readonly forward: string
  /** `affine_backward(dout, cache) -> dx, dw, db`; several, where there are several ways to write it. */
  readonly backward?: ReadonlyArray<string>
  /** For which inputs it promises something, in words. */
  readonly domain: string
  /** In which mode it is called, if there are several: 'in test mode'. */
  readonly when?: string
  /** The attributes of an object whose method it is, as a signature writes a record: '{params: {W1, b1}}'. */
  readonly set?: string
  readonly cases: Arbitrary<Case>
  readonly define: Define
  /** What records among the arguments hold after a call, and as which result: { running_mean: 'next_mean' }. */
  readonly after?: Readonly<Record<string, string>>
  /** What only the results tell, as which entries a random mask kept: it joins the inputs of the definition. */
  readonly observed?: (results: Named) => Named
  /** The constants that may be left out, and what they are then: not one of them is ever left out but by the law of defaults. */
  readonly defaults?: Readonly<Record<string, number>>
  /** Other arguments that a function may be without, as the state of a first step is: they are then undefined to the definition. */
  readonly mayLack?: ReadonlyArray<string>
  /** The arrays of its caller that it may write into. */
  readonly mayWrite?: ReadonlyArray<string>
  /** Inputs at which every result must be finite, however large they are. */
  readonly extremes?: Arbitrary<Case>
  /** Of random results, which share is kept. */
  readonly share?: Share
}

/** Entries of a result of rank 2 that each are kept with a probability, independent of all others: the others are 0. */
export interface Share {
  readonly result: string
  /** A case whose result has no 0 but those that chance puts there, with the seed of the chance. */
  readonly caseFor: (seed: number) => Case
  readonly kept: number
}

/** A contract whose definition reads these arrays. */
export const contract = <Names extends string>(
  given: Omit<Contract, 'define'> & { readonly define: DefineOf<Names> }
): Contract => given as Contract
