import { attempt, type Either, type Refusal } from '../prelude/index.js'
import type { Atom } from './Atom.js'
import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { type Cursor, cursorOver, nameOf } from './cursor.js'
import { grammar } from './read.js'
import { conditionsAt } from './readConditions.js'
import { relationSigns } from './readRelation.js'
import type { Scope } from './Scope.js'
import type { Span } from './Span.js'
import type { RelationSign, RelationTerm, Term } from './Term.js'
import { refuseCommas } from './thousands.js'

/** A relation between the side before it and the side after it. */
export interface Step {
  readonly sign: RelationSign | ':='
  readonly span: Span
  readonly side: Term
}

/** A line as written: a side, and what it is said to equal or to be bounded by, step after step. */
export interface Statement {
  /** None where the line goes on from the line before it. */
  readonly first?: Term
  readonly steps: ReadonlyArray<Step>
  /** It begins with an arrow: it may follow from the line before alone. */
  readonly follows?: boolean
  /** What its indices must be, after a comma, a space or words: "for i != j", "i = 1, ..., n". */
  readonly conditions: ReadonlyArray<RelationTerm>
}

/**
 * Reads a line. Names mean what the scope says; those that it does not know are kept, and told when they are used.
 *
 * @example
 * readStatement(new Map(), texAtoms('a = b').right).right.steps.map(({ sign }) => sign) // ['=']
 */
export const readStatement = (scope: Scope, atoms: ReadonlyArray<Atom>): Either<Refusal, Statement> => attempt(() => {
  const context: Context = { grammar, scope, bound: new Set(), bars: [] }
  refuseCommas(atoms)
  const cursor = cursorOver(flat(atoms), 0)
  const statement = statementAt(context, cursor)
  return cursor.isDone() ? statement
    : complainAt(cursor.span(), 'a relation, an operator or the end', nameOf(cursor.peek()))
})

/** Braces around a whole line, and the punctuation at its end, are no part of it. */
const flat = (atoms: ReadonlyArray<Atom>): ReadonlyArray<Atom> => {
  const all = atoms.flatMap(atom => (atom.kind === 'group' && atom.atoms.some(isRelation) ? atom.atoms : [atom]))
  const last = all[all.length - 1]
  const isStop = (last?.kind === 'sign' && [',', ';', ' '].includes(last.text))
    || (last?.kind === 'number' && last.text === '.')
  return isStop ? flat(all.slice(0, -1)) : all
}

const steps = [':=', ...relationSigns]

const isRelation = (atom: Atom): boolean => atom.kind === 'sign' && steps.includes(atom.text)

const signAt = (cursor: Cursor): Pick<Step, 'sign' | 'span'> | undefined => {
  const sign = cursor.accept(steps)
  return sign === undefined ? undefined : { sign: sign.text as Step['sign'], span: sign.span }
}

const statementAt = (context: Context, cursor: Cursor): Statement => {
  const follows = cursor.accept(['->', '=>', '<=>']) !== undefined
  const leads = cursor.peek()
  const first = leads !== undefined && isRelation(leads) ? undefined : grammar.sum(context, cursor)
  const taken: Array<Step> = []
  for (let sign = signAt(cursor); sign !== undefined; sign = signAt(cursor)) taken.push(
    { ...sign, side: grammar.sum(context, cursor) }
  )
  return { ...first === undefined ? {} : { first }, steps:
    taken, ...follows ? { follows } : {}, conditions: conditionsAt(context, cursor) }
}

/**
 * Reads what is said of names, as a condition: "x > 0", "i = 1, ..., n", "i \in \{1, ..., n\}".
 *
 * @example
 * readConditions(new Map(), texAtoms('1 < x < 3').right).right.map(plain) // ['[1 < x]', '[x < 3]']
 */
export const readConditions = (
  scope: Scope, atoms: ReadonlyArray<Atom>
): Either<Refusal, ReadonlyArray<RelationTerm>> => attempt(() => {
  const context: Context = { grammar, scope, bound: new Set(), bars: [] }
  const prose: Atom = { kind: 'prose', text: 'for', span: { from: 0, to: 0 } }
  const cursor = cursorOver([prose, ...flat(atoms)], 0)
  const conditions = conditionsAt(context, cursor)
  return cursor.isDone() ? conditions
    : complainAt(cursor.span(), 'a relation, an operator or the end', nameOf(cursor.peek()))
})
