import type { Atom, ScriptsAtom } from './Atom.js'
import { binary, call, unary } from './build.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown, splitAt } from './Context.js'
import type { Cursor } from './cursor.js'
import { around, type Span } from './Span.js'
import { spelling } from './spelling.js'
import type { Term } from './Term.js'

/** The scripts after what is no name: powers, transposes, entries. */
export const scriptsOf = (context: Context, cursor: Cursor, base: Term): Term => {
  const scripts = cursor.peek()
  if (scripts?.kind !== 'scripts') return base
  cursor.take()
  const { below, above } = scripts
  const lowered = below === undefined ? base : entryOf(context, base, below, scripts.span)
  return scriptsOf(context, cursor, above === undefined ? lowered : raised(context, lowered, above, scripts.span))
}

/** ||x||_1: which norm the bars mean. */
export const normOf = (context: Context, cursor: Cursor, of: Term, span: Span): Term => {
  const scripts = cursor.peek()
  if (scripts?.kind !== 'scripts' || scripts.below === undefined) return scriptsOf(
    context, cursor, call('norm', [of], span)
  )
  cursor.take()
  const norm = call(`norm${normOrder(scripts.below, scripts)}`, [of], span)
  return scriptsOf(context, cursor, scripts.above === undefined ? norm
    : raised(context, norm, scripts.above, scripts.span))
}

const normOrder = (below: ReadonlyArray<Atom>, { span }: ScriptsAtom): string => {
  const order = spelling(below)
  return order === '2' || order === 'F' ? '' : order === '1' ? '1' : order === '\\infty' || order === '∞' ? 'Infinity'
    : complainAt(span, 'a norm with 1, 2, F or \\infty', `one with ${order}`)
}

const entryOf = (context: Context, of: Term, below: ReadonlyArray<Atom>, span: Span): Term =>
  ({ kind: 'entry', of, at: indicesOf(context, below, span), span: around([of.span, span]) })

/** i, j or ij or i y_i: letters side by side, each with what is below it, are indices apart. */
export const partsBelow = (atoms: ReadonlyArray<Atom>): ReadonlyArray<ReadonlyArray<Atom>> => {
  const isBelow = (atom: Atom | undefined): atom is ScriptsAtom => atom?.kind === 'scripts' && atom.above === undefined
  const isPlain = atoms.every((atom, k) => atom.kind === 'letter' || (atom.kind === 'number' && /^\d$/.test(atom.text))
    || (isBelow(atom) && atoms[k - 1]?.kind === 'letter'))
  return !isPlain ? splitAt(atoms, ',')
    : atoms.flatMap((atom, k) => (isBelow(atom) ? [] : [[atom, ...[atoms[k + 1]].filter(isBelow)]]))
}

const indicesOf = (context: Context, atoms: ReadonlyArray<Atom>, span: Span): ReadonlyArray<Term> =>
  partsBelow(atoms).map(part => context.grammar.all(context, part, span.to))

/** Whether what stands above can only be the sign of a transpose. */
export const isTransposeSign = (context: Context, above: ReadonlyArray<Atom>): boolean => {
  const text = spelling(above)
  return ['\\top', '\\intercal', '\\mathsf{T}', '⊤'].includes(text) || (text === 'T' && !isKnown(context, 'T'))
}

const isTranspose = (context: Context, base: Term, above: ReadonlyArray<Atom>): boolean => {
  if (isTransposeSign(context, above)) return true
  if (spelling(above) !== 'T') return false
  const symbol = base.kind === 'name' ? context.scope.get(base.name) : undefined
  return symbol?.kind === 'variable' && !isNumberType(symbol.type)
}

const isNumberType = ({ rows, columns }: { readonly rows: Term; readonly columns: Term }): boolean =>
  [rows, columns].every(size => size.kind === 'number' && size.text === '1')

/** A power, a transpose, or an exponential. */
export const raised = (context: Context, base: Term, above: ReadonlyArray<Atom>, span: Span): Term => {
  if (isTranspose(context, base, above)) return unary('transpose', base, around([base.span, span]))
  const power = context.grammar.all(context, above, span.to)
  const isE = base.kind === 'call' && base.function === 'e'
  return isE ? call('exp', [power], around([base.span, span]))
    : { ...binary('power', base, power), span: around([base.span, span]) }
}
