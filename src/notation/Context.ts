import type { Atom } from './Atom.js'
import type { Cursor } from './cursor.js'
import type { Scope } from './Scope.js'
import type { Term } from './Term.js'

/** What the parts of the grammar need of each other. */
export interface Grammar {
  /** a + b - c, up to what is none of it. */
  readonly sum: (context: Context, cursor: Cursor) => Term
  readonly product: (context: Context, cursor: Cursor) => Term
  readonly factor: (context: Context, cursor: Cursor) => Term
  /** A whole list of atoms as one formula. */
  readonly all: (context: Context, atoms: ReadonlyArray<Atom>, end: number) => Term
}

/** What names mean where a formula stands. */
export interface Context {
  readonly grammar: Grammar
  readonly scope: Scope
  /** Indices of the sums and parameters of the definitions around it. */
  readonly bound: ReadonlySet<string>
  /** The bars that are open, which the next such bar closes. */
  readonly bars: ReadonlyArray<string>
}

export const within = (context: Context, names: ReadonlyArray<string>): Context =>
  ({ ...context, bound: new Set([...context.bound, ...names]) })

export const isKnown = ({ scope, bound }: Context, name: string): boolean => scope.has(name) || bound.has(name)

/**
 * The parts between signs of one kind.
 *
 * @example
 * splitAt(texAtoms('a, b').right, ',').map(spelling) // ['a', 'b']
 */
export const splitAt = (atoms: ReadonlyArray<Atom>, sign: string): ReadonlyArray<ReadonlyArray<Atom>> =>
  atoms.reduce<ReadonlyArray<ReadonlyArray<Atom>>>((parts, atom) => (atom.kind === 'sign' && atom.text === sign
    ? [...parts, []]
    : [...parts.slice(0, -1), [...parts[parts.length - 1] ?? [], atom]]), [[]])
