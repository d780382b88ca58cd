import type { Atom } from './Atom.js'
import { number } from './build.js'
import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { relationSigns } from './readRelation.js'
import { relation, type Said, togetherOf } from './lists.js'
import type { RelationSign, RelationTerm, Term } from './Term.js'

/** What stands after a line: "for all i", "i != j", "i = 1, ..., n", "1 <= i <= n", "i \in \{1, ..., n\}", "0 < x, y < 1". */
export const conditionsAt = (context: Context, cursor: Cursor): ReadonlyArray<RelationTerm> =>
  togetherOf(context, saidAt(context, cursor))

const saidAt = (context: Context, cursor: Cursor): ReadonlyArray<Said> => {
  if (!separates(cursor.peek())) return []
  const separators: Array<Atom> = []
  for (let next = cursor.peek(); next !== undefined
    && separates(next); next = cursor.peek()) separators.push(cursor.take() as Atom)
  if (cursor.isDone()) return []
  const said = { ...conditionAt(context, cursor), separators }
  return [said, ...saidAt(context, cursor)]
}

const separates = (atom: Atom | undefined): boolean =>
  atom?.kind === 'prose' || (atom?.kind === 'sign' && [' ', ',', ';', 'for all'].includes(atom.text))

const conditionAt = (context: Context, cursor: Cursor): Omit<Said, 'separators'> => {
  const first = context.grammar.sum(context, cursor)
  if (cursor.accept(['in']) !== undefined) {
    const open = cursor.accept(['{', '[']) ?? complainAt(
      cursor.span(), 'a set: \\{1, \\ldots, n\\}', nameOf(cursor.peek())
    )
    const [from, to] = rangeAt(context, cursor)
    if (to === undefined) complainAt(cursor.span(), ', \\ldots,', nameOf(cursor.peek()))
    cursor.expect(open.text === '{' ? '}' : ']')
    return { of: first, last: undefined, relations: between(first, from, to as Term) }
  }
  const relations: Array<RelationTerm> = []
  let left = first
  for (let sign = cursor.accept(relationSigns); sign !== undefined; sign = cursor.accept(relationSigns)) {
    const [right, last] = sign.text === '=' ? rangeAt(context, cursor) : [context.grammar.sum(context, cursor)]
    if (last !== undefined) {
      return { of: first, last: undefined, relations: [...relations, ...between(left, right, last)] }
    }
    relations.push(relation(sign.text as RelationSign, left, right))
    left = right
  }
  return { of: first, last: left, relations }
}

/** 1, ..., n, or 1, 2, ..., n, or 1 ... n: the first and the last; what is no range is the first alone. */
const rangeAt = (context: Context, cursor: Cursor): readonly [Term, Term?] => {
  const isSign = (atom: Atom | undefined, text: string): boolean => atom?.kind === 'sign' && atom.text === text
  const last = (): Term => {
    cursor.expect('...')
    cursor.accept([','])
    return context.grammar.sum(context, cursor)
  }
  const first = cursor.peek()
  if (first?.kind === 'number' && isSign(cursor.peek(1), '...')) {
    cursor.take()
    return [number(first.text, first.span), last()]
  }
  const from = context.grammar.sum(context, cursor)
  const second = cursor.peek(1)
  const isNext = from.kind === 'number' && second?.kind === 'number' && Number(second.text) === Number(from.text) + 1
  const ahead = isNext && isSign(cursor.peek(2), ',') ? 2 : 0
  if (!isSign(cursor.peek(ahead), ',') || !isSign(cursor.peek(ahead + 1), '...')) return [from]
  for (let taken = 0; taken <= ahead; taken++) cursor.take()
  return [from, last()]
}

const between = (index: Term, from: Term, to: Term): ReadonlyArray<RelationTerm> =>
  [relation('<=', from, index), relation('<=', index, to)]
