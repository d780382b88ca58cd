import type { Atom } from './Atom.js'
import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { relationSigns } from './readRelation.js'
import { around } from './Span.js'
import type { RelationSign, RelationTerm, Term } from './Term.js'

/** What stands after a line: "for all i", "i != j", "i = 1, ..., n", "1 <= i <= n", "i \in \{1, ..., n\}". */
export const conditionsAt = (context: Context, cursor: Cursor): ReadonlyArray<RelationTerm> => {
  if (!separates(cursor.peek())) return []
  const separators: Array<Atom> = []
  for (let next = cursor.peek(); next !== undefined && separates(next); next = cursor.peek()) separators.push(cursor.take() as Atom)
  if (cursor.isDone()) return []
  const found = conditionAt(context, cursor)
  const [first] = separators
  const isSaid = separators.some(atom => atom.kind === 'prose' || (atom.kind === 'sign' && atom.text === 'for all'))
  if (found.length === 0 && !isSaid && first !== undefined) {
    return complainAt(first.span, 'an operator or the end', nameOf(first) === ',' ? 'a comma' : nameOf(first))
  }
  return [...found, ...conditionsAt(context, cursor)]
}

const separates = (atom: Atom | undefined): boolean =>
  atom?.kind === 'prose' || (atom?.kind === 'sign' && [' ', ',', ';', 'for all'].includes(atom.text))

const conditionAt = (context: Context, cursor: Cursor): ReadonlyArray<RelationTerm> => {
  const first = context.grammar.sum(context, cursor)
  if (cursor.accept(['in']) !== undefined) {
    const open = cursor.accept(['{', '[']) ?? complainAt(cursor.span(), 'a set: \\{1, \\ldots, n\\}', nameOf(cursor.peek()))
    const from = context.grammar.sum(context, cursor)
    const to = dotsAt(cursor) ? context.grammar.sum(context, cursor) : complainAt(cursor.span(), ', \\ldots,', nameOf(cursor.peek()))
    cursor.expect(open.text === '{' ? '}' : ']')
    return between(first, from, to)
  }
  const relations: Array<RelationTerm> = []
  let left = first
  for (let sign = cursor.accept(relationSigns); sign !== undefined; sign = cursor.accept(relationSigns)) {
    const right = context.grammar.sum(context, cursor)
    if (sign.text === '=' && dotsAt(cursor)) return [...relations, ...between(left, right, context.grammar.sum(context, cursor))]
    relations.push(relation(sign.text as RelationSign, left, right))
    left = right
  }
  return relations
}

/** Whether ", ..., " comes next, which is then taken. */
const dotsAt = (cursor: Cursor): boolean => {
  const isSign = (atom: Atom | undefined, text: string): boolean => atom?.kind === 'sign' && atom.text === text
  if (!isSign(cursor.peek(), ',') || !isSign(cursor.peek(1), '...')) return false
  cursor.take()
  cursor.take()
  cursor.accept([','])
  return true
}

const between = (index: Term, from: Term, to: Term): ReadonlyArray<RelationTerm> => [relation('<=', from, index), relation('<=', index, to)]

const relation = (sign: RelationSign, left: Term, right: Term): RelationTerm =>
  ({ kind: 'relation', sign, left, right, span: around([left.span, right.span]) })
