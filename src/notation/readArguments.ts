import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import type { Term } from './Term.js'

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' }

/** (a, b, c), or {a, b}. */
export const readArguments = (context: Context, cursor: Cursor): ReadonlyArray<Term> => {
  const open = cursor.accept(['(', '{', '[']) ?? complainAt(cursor.span(), 'arguments in brackets', nameOf(cursor.peek()))
  const inner = { ...context, bars: [] }
  const args = [context.grammar.sum(inner, cursor)]
  while (cursor.accept([',', '|', ';']) !== undefined) args.push(context.grammar.sum(inner, cursor))
  cursor.expect(closing[open.text] ?? ')')
  return args
}
