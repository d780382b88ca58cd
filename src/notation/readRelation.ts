import type { Context } from './Context.js'
import type { Cursor } from './cursor.js'
import { around } from './Span.js'
import type { RelationSign, RelationTerm, Term } from './Term.js'

export const relationSigns: ReadonlyArray<string> = ['=', '<=', '<', '>=', '>', '!=', '~']

/** The relation that begins with this side, if one does. */
export const relationAt = (context: Context, cursor: Cursor, left: Term): RelationTerm | undefined => {
  const sign = cursor.accept(relationSigns)
  if (sign === undefined) return undefined
  const right = context.grammar.sum(context, cursor)
  return { kind: 'relation', sign: sign.text as RelationSign, left, right, span: around([left.span, right.span]) }
}
