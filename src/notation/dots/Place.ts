import type { Context } from '../Context.js'
import { isSame, type Linear } from './linear.js'
import type { Term } from '../Term.js'

/** A place at which terms differ: a whole number that changes by a fixed step from one term to the next. */
export interface Place {
  readonly first: Linear
  readonly step: number
  /** How many steps there are from the first term to the last one. */
  readonly steps: Linear
  /** It is a subscript, or the number of a member. */
  readonly isIndex: boolean
}

/** What terms have in common, with names of their own for the places at which they differ; all of these take as many steps. */
export interface Alike {
  readonly term: Term
  readonly places: ReadonlyMap<string, Place>
}

/** The same but for where it stands. */
export const keyOf = (term: Term): string =>
  JSON.stringify(term, (key, value: unknown) => (key === 'span' ? undefined : value))

/** Several alike, made into one thing; all must take as many steps. */
export const together = (
  parts: ReadonlyArray<Alike | undefined>, make: (terms: ReadonlyArray<Term>) => Term
): Alike | undefined => {
  const found = parts.flatMap(part => (part === undefined ? [] : [part]))
  const places = new Map(found.flatMap(part => [...part.places]))
  const [one] = places.values()
  const fits = found.length === parts.length
    && (one === undefined || [...places.values()].every(({ steps }) => isSame(steps, one.steps)))
  return fits ? { term: make(found.map(({ term }) => term)), places } : undefined
}

/** Where terms are compared. */
export interface Sight {
  readonly context: Context
  /** They are subscripts, or numbers of members. */
  readonly isIndex: boolean
  /** They are inside of factors that were compared one by one: there each factor must be written. */
  readonly isFactor: boolean
}

/** Finds what terms have in common; what their parts have is found by the same. */
export type Find = (sight: Sight, terms: ReadonlyArray<Term>) => Alike | undefined
