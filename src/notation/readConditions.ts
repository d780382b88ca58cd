import type { Atom } from './Atom.js'
import { number } from './build.js'
import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { relationSigns } from './readRelation.js'
import { around } from './Span.js'
import type { RelationSign, RelationTerm, Term } from './Term.js'

/** What stands after a line: "for all i", "i != j", "i = 1, ..., n", "1 <= i <= n", "i \in \{1, ..., n\}". */
export const conditionsAt = (context: Context, cursor: Cursor): ReadonlyArray<RelationTerm> =>
  listedAt(context, cursor, [])

/** The same after names with a comma behind each: in "a, b > 0" the relation is one of both. */
const listedAt = (context: Context, cursor: Cursor, names: ReadonlyArray<Term>): ReadonlyArray<RelationTerm> => {
  if (!separates(cursor.peek())) return []
  const separators: Array<Atom> = []
  for (let next = cursor.peek(); next !== undefined
    && separates(next); next = cursor.peek()) separators.push(cursor.take() as Atom)
  if (cursor.isDone()) return []
  const { of, relations } = conditionAt(context, cursor)
  const [first] = separators
  const isSaid = separators.some(atom => atom.kind === 'prose' || (atom.kind === 'sign' && atom.text === 'for all'))
  const isListed = names.length > 0 && separators.length === 1 && !isSaid && isNumber(context, of)
  if (relations.length === 0 && !isSaid && !isListed && first !== undefined) {
    return complainAt(first.span, 'an operator or the end', nameOf(first) === ',' ? 'a comma' : nameOf(first))
  }
  const before = isListed ? names : []
  const [one] = relations
  const same = one === undefined || one.sign === '=' || one.left !== of ? []
    : before.map(name => relation(one.sign, name, one.right))
  const next = relations.length === 0 && isNumber(context, of) ? [...before, of] : []
  return [...same, ...relations, ...listedAt(context, cursor, next)]
}

const isNumber = ({ scope }: Context, of: Term): boolean =>
  of.kind === 'name' && scope.get(of.name)?.kind === 'variable'

const separates = (atom: Atom | undefined): boolean =>
  atom?.kind === 'prose' || (atom?.kind === 'sign' && [' ', ',', ';', 'for all'].includes(atom.text))

/** What is said, and of what. */
interface Said {
  readonly of: Term
  readonly relations: ReadonlyArray<RelationTerm>
}

const conditionAt = (context: Context, cursor: Cursor): Said => {
  const first = context.grammar.sum(context, cursor)
  if (cursor.accept(['in']) !== undefined) {
    const open = cursor.accept(['{', '[']) ?? complainAt(
      cursor.span(), 'a set: \\{1, \\ldots, n\\}', nameOf(cursor.peek())
    )
    const [from, to] = rangeAt(context, cursor)
    if (to === undefined) complainAt(cursor.span(), ', \\ldots,', nameOf(cursor.peek()))
    cursor.expect(open.text === '{' ? '}' : ']')
    return { of: first, relations: between(first, from, to as Term) }
  }
  const relations: Array<RelationTerm> = []
  let left = first
  for (let sign = cursor.accept(relationSigns); sign !== undefined; sign = cursor.accept(relationSigns)) {
    const [right, last] = sign.text === '=' ? rangeAt(context, cursor) : [context.grammar.sum(context, cursor)]
    if (last !== undefined) return { of: first, relations: [...relations, ...between(left, right, last)] }
    relations.push(relation(sign.text as RelationSign, left, right))
    left = right
  }
  return { of: first, relations }
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

const relation = (sign: RelationSign, left: Term, right: Term): RelationTerm =>
  ({ kind: 'relation', sign, left, right, span: around([left.span, right.span]) })
