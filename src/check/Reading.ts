import type { Scope, Statement, Term } from '../notation/index.js'
import type { Given } from './given.js'
import type { Found } from './Line.js'
import type { Announced } from './words.js'

/** How far a document was read: what its names mean there, and what was found. */
export interface Reading {
  readonly scope: Scope
  readonly lines: ReadonlyArray<Found>
  readonly sections: ReadonlyArray<Section>
  /** What names meant where the last block began, and where it ends: comments without a gap are one block. */
  readonly block?: { readonly before: Scope; readonly to: number }
  /** Names whose declarations ended with their section. */
  readonly lost: ReadonlySet<string>
  /** Names that lines speak of, as they are printed. */
  readonly used: ReadonlySet<string>
  /** The end of the last display, or row of one, which the next may go on from. */
  readonly last?: Chain
  /** Conditions that a later line solves. */
  readonly waiting: ReadonlyArray<Waiting>
}

/** The sides of a chain from the last relation in it that is no equality: they are said to be equal. */
export interface Chain {
  readonly sides: ReadonlyArray<Term>
  /** Whether the last step of it was wrong. */
  readonly isWrong: boolean
}

/** A condition, and what solves it: the unknown, and the name under which it is found. */
export interface Waiting {
  readonly statement: Statement
  readonly unknown: string
  readonly as: string
  readonly place: Place
}

/** Nothing was read so far. */
export const begun: Reading = {
  scope: new Map(), lines: [], sections: [], lost: new Set(), used: new Set(), waiting: []
}

/** A part of a document under its heading, and what each name that is declared in it meant before. */
export interface Section {
  readonly level: number
  readonly before: Scope
  readonly declared: ReadonlySet<string>
}

/** Where a formula stands, and how it is announced and addressed. */
export interface Place {
  readonly document: string
  readonly at: number
  readonly source: string
  readonly announced: Announced
  /** The conditions under which it is claimed. */
  readonly under: ReadonlyArray<Given>
  readonly address: ReadonlyArray<string>
  /** Whether what would make a wrong line true is looked for; it is, if nothing is said. */
  readonly suggests?: boolean
}
