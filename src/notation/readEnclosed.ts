import type { RowsAtom, SignAtom } from './Atom.js'
import { binary, call } from './build.js'
import type { Context } from './Context.js'
import { complainAt } from './complainAt.js'
import { type Cursor, cursorOver, nameOf } from './cursor.js'
import { relationAt } from './readRelation.js'
import { normOf, scriptsOf } from './readScripts.js'
import { around } from './Span.js'
import type { Term } from './Term.js'

/** ( ), [ ], { }, bars and angles. A bracket around a relation is 1 where that is so, and else 0. */
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
  if (open.text === '{' && cursor.isAt([',', ':'])) return complainAt(cursor.span(), '} after one formula; a set stands after \\in', nameOf(cursor.peek()))
  const relation = relationAt(inner, cursor, left)
  const close = cursor.expect(open.text === '(' ? ')' : open.text === '[' ? ']' : '}')
  return scriptsOf(context, cursor, { ...(relation ?? left), span: around([open.span, close.span]) })
}

/** (a, b, c) or [a, b, c]: a vector. */
const tuple = (context: Context, cursor: Cursor, open: SignAtom, first: Term): Term => {
  const entries = [first]
  while (cursor.accept([',']) !== undefined) entries.push(context.grammar.sum(context, cursor))
  const close = cursor.expect(open.text === '(' ? ')' : ']')
  return scriptsOf(context, cursor, { kind: 'matrix', rows: entries.map(entry => [entry]), span: around([open.span, close.span]) })
}

const matrix = (context: Context, { rows, span }: RowsAtom): Term =>
  ({ kind: 'matrix', rows: rows.map(cells => cells.map(cell => context.grammar.all(context, cell, span.to))), span })

const cases = (context: Context, { rows, span }: RowsAtom): Term => ({
  kind: 'cases',
  span,
  cases: rows.map(([value = [], when = []]) => {
    const condition = when.filter(atom => atom.kind !== 'prose')
    const cursor = cursorOver(condition, span.to)
    const where = condition.length === 0 ? undefined : relationAt(context, cursor, context.grammar.sum(context, cursor))
    const last = value[value.length - 1]
    const term = context.grammar.all(context, last?.kind === 'sign' && last.text === ',' ? value.slice(0, -1) : value, span.to)
    return where === undefined ? { value: term } : { value: term, where }
  })
})
