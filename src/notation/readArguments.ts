import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { listed } from './dots/listed.js'
import { around, type Span } from './Span.js'
import type { Term } from './Term.js'

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' }

/** (a, b, c), or {a, b}. Arguments with dots between them, (x_1, ..., x_n), are one vector, which stands for all of its entries. */
export const readArguments = (context: Context, cursor: Cursor): ReadonlyArray<Term> => {
  const open = cursor.accept(['(', '{', '[']) ?? complainAt(cursor.span(), 'arguments in brackets', nameOf(cursor.peek()))
  const inner = { ...context, bars: [] }
  const args: Array<Term | Span> = [context.grammar.sum(inner, cursor)]
  while (cursor.accept([',', '|', ';']) !== undefined) args.push(cursor.accept(['...'])?.span ?? context.grammar.sum(inner, cursor))
  const close = cursor.expect(closing[open.text] ?? ')')
  const terms = args.flatMap(arg => ('kind' in arg ? [arg] : []))
  return terms.length === args.length ? terms : [listed(inner, args, around([open.span, close.span]))]
}
