import type { Formula } from '../Formula.js'

/**
 * What a law is about: any number, a positive one, one small enough for an exponential, one that depends on an index (over the entries of
 * vectors), a positive one of these, one that depends on the number t, a vector, a vector of m entries, a square matrix, one of m rows
 * and n columns.
 */
export type Kind =
  'number' | 'positive' | 'mild' | 'term' | 'positive term' | 'in t' | 'vector' | 'short' | 'square' | 'tall'

/** Two formulas that are equal for all values of what they are made of. The letters are indices that occur nowhere else. */
export interface Law {
  readonly name: string
  readonly result: Kind
  readonly of: ReadonlyArray<Kind>
  readonly sides: (parts: ReadonlyArray<Formula>, indices: readonly [string, string]) => readonly [Formula, Formula]
}

type Sides = (...parts: ReadonlyArray<Formula>) => readonly [Formula, Formula]
type Made = (name: string, of: string, sides: Sides) => Law

const kinds: Readonly<Record<string, Kind>> = {
  a: 'number', p: 'positive', m: 'mild', T: 'term', P: 'positive term', f: 'in t', x: 'vector', v: 'short', A: 'square',
  M: 'tall'
}

const kindsOf = (letters: string): ReadonlyArray<Kind> => [...letters].map(letter => kinds[letter] as Kind)

const law = (result: Kind): Made =>
  (name, of, sides) => ({ name, result, of: kindsOf(of), sides: parts => sides(...parts) })

// A law of numbers, of positive ones, of vectors, of matrices; each letter is a part, by its kind.
export const numbers: Made = law('number')
export const positives: Made = law('positive')
export const vectors: Made = law('vector')
export const matrices: Made = law('square')

type IndexedSides = (indices: readonly [string, string], ...parts: ReadonlyArray<Formula>) => readonly [
  Formula, Formula
]

/** A law with sums over indices. */
export const indexed = (name: string, of: string, sides: IndexedSides, result: Kind = 'number'): Law =>
  ({ name, result, of: kindsOf(of), sides: (parts, indices) => sides(indices, ...parts) })
