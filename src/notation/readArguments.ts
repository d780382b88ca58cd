import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { listed } from './dots/listed.js'
import { around, type Span } from './Span.js'
import type { Term } from './Term.js'

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' }

/**
 * (a, b, c), or {a, b}; a single bar, as in p(y | x), separates too. Arguments with dots between them, (x_1, ..., x_n), are one vector,
 * which stands for all of its entries.
 */
export const readArguments = (context: Context, cursor: Cursor): ReadonlyArray<Term> => {
  const open = cursor.accept(['(', '{', '['])
    ?? complainAt(cursor.span(), 'arguments in brackets', nameOf(cursor.peek()))
  const inner = { ...context, bars: barsAhead(cursor) === 1 ? ['|'] : [] }
  const args: Array<Term | Span> = [context.grammar.sum(inner, cursor)]
  while (cursor.accept([',', '|', ';']) !== undefined) args.push(
    cursor.accept(['...'])?.span ?? context.grammar.sum(inner, cursor)
  )
  const close = cursor.expect(closing[open.text] ?? ')')
  const terms = args.flatMap(arg => ('kind' in arg ? [arg] : []))
  return terms.length === args.length ? terms : [listed(inner, args, around([open.span, close.span]))]
}

/** How many bars stand in this bracket, outside of the brackets in it. */
const barsAhead = (cursor: Cursor): number => {
  let [depth, count] = [0, 0]
  for (let k = 0, next = cursor.peek(); next !== undefined && depth >= 0; next = cursor.peek(++k)) {
    if (next.kind === 'sign') depth += Object.hasOwn(closing, next.text) ? 1
      : Object.values(closing).includes(next.text) ? -1 : 0
    if (depth === 0 && next.kind === 'sign' && next.text === '|') count++
  }
  return count
}
