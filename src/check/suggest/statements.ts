import { readStatement, type Scope, type Statement, type Term } from '../../notation/index.js'
import { isLeft } from '../../prelude/index.js'
import { type Passage, passagesOf } from '../document.js'
import { atomsIn } from '../environments.js'
import { rowsOf } from '../rows.js'

/** A line of a document that says something, and where it begins. */
export interface Said {
  readonly at: number
  readonly statement: Statement
}

const isSaid = ({ kind, text }: Passage): boolean =>
  kind === 'display' || (kind === 'inline' && /=|\\(?:le|ge)/.test(text))

/** The lines with a relation that can be read, in order; a line that goes on is joined to the side before it. */
export const statementsOf = (document: string, scope: Scope): ReadonlyArray<Said> =>
  passagesOf(document).filter(isSaid).flatMap(({ text, at, macros }) => {
    const atoms = atomsIn(text, macros)
    return isLeft(atoms) ? [] : rowsOf(atoms.right).flatMap(row => {
      const statement = readStatement(scope, row)
      if (isLeft(statement) || statement.right.steps.length === 0) return []
      return [{ at: at + (row[0]?.span.from ?? 0), statement: statement.right }]
    })
  }).reduce<ReadonlyArray<Said>>((done, said) => {
    const before = done[done.length - 1]?.statement
    const first = said.statement.first ?? before?.steps[before.steps.length - 1]?.side
    return [...done, first === undefined ? said : { ...said, statement: { ...said.statement, first } }]
  }, [])

export const sidesOf = ({ first, steps }: Statement): ReadonlyArray<Term> =>
  [...first === undefined ? [] : [first], ...steps.map(({ side }) => side)]

/** A term and all terms in it. */
export const termsIn = (value: unknown): ReadonlyArray<Term> => {
  if (Array.isArray(value)) return value.flatMap(termsIn)
  if (typeof value !== 'object' || value === null) return []
  return [...'kind' in value && 'span' in value ? [value as Term] : [], ...Object.values(value).flatMap(termsIn)]
}

/** The names of values in terms; not those of functions, sequences and indices of sums. */
export const namesIn = (terms: ReadonlyArray<Term>): ReadonlyArray<string> =>
  termsIn(terms).flatMap(term => (term.kind === 'name' ? [term.name] : []))
