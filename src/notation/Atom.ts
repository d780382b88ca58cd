import type { Span } from './Span.js'

interface Placed {
  readonly span: Span
}

/** "12", "0.5" or "8.02e24". */
export interface NumberAtom extends Placed {
  readonly kind: 'number'
  readonly text: string
}

/** One letter, with its font and what stands over it: "x", "\\alpha", "\\mathbf{w}", "\\hat{y}". */
export interface LetterAtom extends Placed {
  readonly kind: 'letter'
  readonly text: string
}

/** A name of several letters, such as "log" or "softmax". */
export interface WordAtom extends Placed {
  readonly kind: 'word'
  readonly text: string
  /** It is a command of TeX, such as \\sum, and not letters. */
  readonly isOperator?: true
}

/** Words of a sentence: "for all". */
export interface ProseAtom extends Placed {
  readonly kind: 'prose'
  readonly text: string
}

/** An operator, a relation, a bracket or a comma, in the spelling of `signs`; or a space that separates what stands beside it. */
export interface SignAtom extends Placed {
  readonly kind: 'sign'
  readonly text: string
}

/** What stands below and above the atom before it. */
export interface ScriptsAtom extends Placed {
  readonly kind: 'scripts'
  readonly below?: ReadonlyArray<Atom>
  readonly above?: ReadonlyArray<Atom>
}

export interface GroupAtom extends Placed {
  readonly kind: 'group'
  readonly atoms: ReadonlyArray<Atom>
  /** It stands in braces, which nobody sees in print. */
  readonly isUnseen?: boolean
}

export interface FractionAtom extends Placed {
  readonly kind: 'fraction'
  readonly numerator: ReadonlyArray<Atom>
  readonly denominator: ReadonlyArray<Atom>
}

export interface RootAtom extends Placed {
  readonly kind: 'root'
  readonly body: ReadonlyArray<Atom>
  readonly degree?: ReadonlyArray<Atom>
}

/** Rows of cells: a matrix, or the lines of an aligned display. */
export interface RowsAtom extends Placed {
  readonly kind: 'rows'
  readonly rows: ReadonlyArray<ReadonlyArray<ReadonlyArray<Atom>>>
}

/** A formula before it is understood: what its text consists of, in order. Both doors, TeX and plain text, lead here. */
export type Atom = NumberAtom | LetterAtom
  | WordAtom | ProseAtom | SignAtom | ScriptsAtom | GroupAtom | FractionAtom | RootAtom | RowsAtom
