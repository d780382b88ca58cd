import type { Term } from '../../notation/index.js'
import type { Dims } from './Dims.js'
import type { Roles } from './roles.js'

/** The shape of a value: how many rows and columns, as far as they are known. */
export interface Shape {
  readonly rows: number
  readonly columns: number
}

/** Something that follows once more is known. */
export interface Wait {
  /** Whether it is done: it followed, or needs no more. */
  readonly look: () => boolean
  readonly guess: () => void
  /** The safest guesses come first. */
  readonly order: number
}

/** Where a term stands, and where what it says is noted. */
export interface Place {
  readonly known: Dims
  readonly shape: (place: Place, term: Term) => Shape
  readonly roles: Roles
  readonly shapeOf: (key: string) => Shape
  readonly wait: (next: Wait) => void
  readonly because: (name: string, reason: string) => void
  readonly hasTwo: (name: string) => void
  /** How far the indices of the sums around go. */
  readonly bound: ReadonlyMap<string, number>
  /** How far an index of no sum goes. */
  readonly reach: (index: string) => number
}

export const alike = (known: Dims, a: Shape, b: Shape): void => {
  known.same(a.rows, b.rows)
  known.same(a.columns, b.columns)
}

export const isNumber = (known: Dims, { rows, columns }: Shape): boolean =>
  known.is(rows) === 'one' && known.is(columns) === 'one'
export const isArray = (known: Dims, { rows, columns }: Shape): boolean =>
  known.is(rows) === 'many' || known.is(columns) === 'many'

/** Makes the value of a term a vector, for a reason. */
export const beVector = ({ known, because }: Place, { rows, columns }: Shape, term: Term, reason: string): void => {
  known.many(rows)
  known.same(columns, known.one)
  const name = baseOf(term)
  if (name !== undefined) because(name, reason)
}

/** The name that a term is, or is an entry or a member of. */
export const baseOf = (term: Term): string | undefined =>
  (term.kind === 'name' ? term.name
    : term.kind === 'item' ? term.of.slice(0, -1) : term.kind === 'entry' ? baseOf(term.of) : undefined)

/** Matrices have capital letters, in any font. */
export const looksLikeMatrix = (term: Term): boolean => /^(?:\\[a-zA-Z]+\{)*[A-Z]/.test(baseOf(term) ?? '')
