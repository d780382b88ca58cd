import type { Atom, ScriptsAtom } from './Atom.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown, splitAt, within } from './Context.js'
import { cursorOver, nameOf } from './cursor.js'
import { relationSigns } from './readRelation.js'
import { spelling } from './spelling.js'
import { around, type Span } from './Span.js'
import type { Range, RelationSign, RelationTerm, Term } from './Term.js'

/** What stands below and above a big operator, and the context of what comes after it. */
export interface Ranges {
  readonly ranges: ReadonlyArray<Range>
  readonly where?: RelationTerm
  readonly inner: Context
}

/** i = 1 with n above it; i, j; j != k; 1 <= i <= n. */
export const rangesOf = (context: Context, { below = [], above, span }: ScriptsAtom): Ranges => {
  const upper = above === undefined ? undefined : context.grammar.all(context, above, span.to)
  const parts = splitAt(below, ',').map(part => partOf({ ...context, bars: [] }, part, span, upper))
  const ranges = parts.flatMap(({ range }) => (range === undefined ? [] : [range]))
  const conditions = parts.flatMap(({ where }) => (where === undefined ? [] : [where]))
  const known = new Set(ranges.map(({ index }) => index))
  const isNew = (name: string): boolean => !known.has(name) && !isKnown(context, name)
  const implied = conditions.flatMap(({ left }): ReadonlyArray<Range> =>
    (left.kind === 'name' && isNew(left.name) ? [{ index: left.name }] : []))
  const all = [...ranges, ...implied]
  if (all.length === 0) return complainAt(span, 'an index, such as i = 1', spelling(below))
  if (conditions.length > 1) return complainAt(span, 'one condition', String(conditions.length))
  const [where] = conditions
  return { ranges: all, ...where === undefined ? {} : { where }, inner: within(context, all.map(({ index }) => index)) }
}

const partOf = (
  context: Context, atoms: ReadonlyArray<Atom>, span: Span, upper: Term | undefined
): { readonly range?: Range; readonly where?: RelationTerm } => {
  const [letter, sign] = atoms
  if (letter === undefined) return complainAt(span, 'an index', 'nothing')
  if (letter.kind === 'letter' && atoms.length === 1) return { range: { index: letter.text } }
  if (letter.kind === 'letter' && sign?.kind === 'sign' && sign.text === '=') {
    if (upper === undefined) return complainAt(span, `the last ${letter.text} above`, 'none')
    return { range: { index: letter.text, bounds: [context.grammar.all(context, atoms.slice(2), span.to), upper] } }
  }
  const cursor = cursorOver(atoms, span.to)
  const inner = letter.kind === 'letter' ? within(context, [letter.text]) : context
  const first = context.grammar.sum(inner, cursor)
  const relation = cursor.accept(relationSigns) ?? complainAt(cursor.span(), 'a relation', nameOf(cursor.peek()))
  const second = context.grammar.sum(inner, cursor)
  if (cursor.isDone()) {
    const sign = relation.text as RelationSign
    return { where: { kind: 'relation', sign, left: first, right: second, span: around([first.span, second.span]) } }
  }
  const next = cursor.expect('<=')
  const last = context.grammar.sum(context, cursor)
  if (relation.text !== '<=' || second.kind !== 'name') return complainAt(next.span, '1 <= i <= n', 'another range')
  return { range: { index: second.name, bounds: [first, last] } }
}
