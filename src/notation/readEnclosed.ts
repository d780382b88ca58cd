import type { Atom, RowsAtom, SignAtom } from './Atom.js'
import { binary, call, number, unary } from './build.js'
import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { type Cursor, cursorOver, nameOf } from './cursor.js'
import { listed } from './dots/listed.js'
import { conditionsAt } from './readConditions.js'
import { relationAt } from './readRelation.js'
import { normOf, scriptsOf } from './readScripts.js'
import { around, type Span } from './Span.js'
import type { RelationTerm, Term } from './Term.js'

const rounded: Readonly<Record<string, readonly [string, string]>> = { '⌊': ['floor', '⌋'], '⌈': ['ceil', '⌉'] }

/** ( ), [ ], { }, bars, angles, and the corners of rounding down and up. A bracket around a relation is 1 where that is so, and else 0. */
export const readEnclosed = (context: Context, cursor: Cursor): Term => {
  const open = cursor.take() as SignAtom
  const inner = { ...context, bars: [] }
  if (open.text === '<|') {
    const left = context.grammar.sum(inner, cursor)
    cursor.expect(',')
    const right = context.grammar.sum(inner, cursor)
    const close = cursor.expect('|>')
    return scriptsOf(context, cursor, { ...binary('inner', left, right), span: around([open.span, close.span]) })
  }
  const [rounding, corner = ''] = rounded[open.text] ?? []
  if (rounding !== undefined) {
    const of = context.grammar.sum(inner, cursor)
    return scriptsOf(context, cursor, call(rounding, [of], around([open.span, cursor.expect(corner).span])))
  }
  if (open.text === '|' || open.text === '||') {
    const of = context.grammar.sum({ ...context, bars: [open.text] }, cursor)
    const close = cursor.expect(open.text)
    const span = around([open.span, close.span])
    return open.text === '|' ? scriptsOf(context, cursor, call('abs', [of], span)) : normOf(context, cursor, of, span)
  }
  const rows = cursor.peek()
  if (rows?.kind === 'rows') {
    cursor.take()
    if (open.text !== '{') {
      cursor.expect(open.text === '(' ? ')' : ']')
      return scriptsOf(context, cursor, matrix(context, rows))
    }
    cursor.accept(['}'])
    return scriptsOf(context, cursor, cases(context, rows))
  }
  const left = context.grammar.sum(inner, cursor)
  if (open.text !== '{' && cursor.isAt([','])) return tuple(inner, cursor, open, left)
  if (open.text === '{' && cursor.isAt([',', ':'])) return complainAt(
    cursor.span(), '} after one formula; a set stands after \\in', nameOf(cursor.peek())
  )
  const relation = relationAt(inner, cursor, left)
  const close = cursor.expect(open.text === '(' ? ')' : open.text === '[' ? ']' : '}')
  return scriptsOf(context, cursor, { ...(relation ?? left), span: around([open.span, close.span]) })
}

/** (a, b, c) or [a, b, c]: a vector. */
const tuple = (context: Context, cursor: Cursor, open: SignAtom, first: Term): Term => {
  const entries: Array<Term | Span> = [first]
  while (cursor.accept([',']) !== undefined) entries.push(
    cursor.accept(['...'])?.span ?? context.grammar.sum(context, cursor)
  )
  const close = cursor.expect(open.text === '(' ? ')' : ']')
  return scriptsOf(context, cursor, listed(context, entries, around([open.span, close.span])))
}

/** A column, a row, or a matrix whose cells are all written. */
const matrix = (context: Context, { rows, span }: RowsAtom): Term => {
  const read = (cell: ReadonlyArray<Atom>): Term => context.grammar.all(context, cell, span.to)
  const dots = rows.flat().flatMap(
    ([atom, more]) => (atom?.kind === 'sign' && atom.text === '...' && more === undefined ? [atom] : [])
  )
  const [first] = dots
  if (first === undefined) return { kind: 'matrix', rows: rows.map(cells => cells.map(read)), span }
  const list = rows.length === 1 || rows.every(({ length }) => length === 1) ? rows.flat()
    : complainAt(
      first.span, 'a matrix without dots, or its entries by a rule: A_{ij} := ...', 'dots between rows and columns'
    )
  const vector = listed(context, list.map(cell => dots.find(atom => atom === cell[0])?.span ?? read(cell)), span)
  return rows.length === 1 ? unary('transpose', vector) : vector
}

const cases = (context: Context, { rows, span }: RowsAtom): Term => ({
  kind: 'cases',
  span,
  cases: rows.map(([value = [], when = []]) => {
    const where = conditionOf(context, when, span.to)
    const last = value[value.length - 1]
    const term = context.grammar.all(
      context, last?.kind === 'sign' && last.text === ',' ? value.slice(0, -1) : value, span.to
    )
    return where === undefined ? { value: term } : { value: term, where }
  })
})

/** When a case is meant: "if 0 < x", "if 0 <= x <= 1", "if i = j and x > 0"; none of "otherwise". */
const conditionOf = (context: Context, when: ReadonlyArray<Atom>, end: number): RelationTerm | undefined => {
  const strange = when.find(atom => atom.kind === 'prose' && !isConnecting(atom.text))
  if (strange !== undefined) complainAt(strange.span, 'no other words in a case than if, and, otherwise', nameOf(strange))
  const [first] = when
  if (first === undefined) return undefined
  const begin: Atom = { kind: 'sign', text: ' ', span: { from: first.span.from, to: first.span.from } }
  const cursor = cursorOver([begin, ...when], end)
  const relations = conditionsAt(context, cursor)
  if (!cursor.isDone()) complainAt(cursor.span(), 'the end of the condition of a case', nameOf(cursor.peek()))
  if (relations.length === 0 && when.some(({ kind }) => kind !== 'prose')) {
    complainAt(first.span, 'a relation in the condition of a case', 'none')
  }
  const [one, ...others] = relations
  if (others.length === 0) return one
  const all = relations.reduce<Term>((known, next) => binary('multiply', known, next), number('1', first.span))
  return { kind: 'relation', sign: '=', left: all, right: number('1', first.span), span: all.span }
}

const isConnecting = (words: string): boolean =>
  words.replace(/[.,;:]/g, ' ').trim().split(/\s+/).every(word => connecting.has(word))

const connecting = new Set(
  ['', 'if', 'and', 'when', 'whenever', 'for', 'where', 'otherwise', 'else', 'all', 'any', 'in', 'other', 'cases'])
