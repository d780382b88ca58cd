import type { Atom, FractionAtom, LetterAtom } from './Atom.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { settings } from './Scope.js'
import { spelling } from './spelling.js'
import { around, type Span } from './Span.js'
import type { Term } from './Term.js'

const partials = ['\\partial', '∂']
const differentials = ['d', '\\mathrm{d}']

const isOneOf = (atom: Atom | undefined, names: ReadonlyArray<string>): boolean => atom?.kind === 'letter' && names.includes(atom.text)

/** Whether a fraction is a derivative: it begins with a partial sign, or with d both above and below. */
export const isDerivative = ({ scope }: Context, { numerator, denominator }: FractionAtom): boolean => {
  const [above, below, by] = [numerator[0], denominator[0], denominator[1]]
  if (isOneOf(above, partials) || isOneOf(below, partials)) return true
  const isBy = by?.kind === 'letter' || (by?.kind === 'group' && !scope.has('d'))
  return isBy && isOneOf(above, differentials) && isOneOf(below, differentials)
}

/** dy/dx; after d/dx stands y: a bracket, or all up to the next sum. */
export const derivativeOf = (context: Context, { numerator, denominator, span }: FractionAtom, cursor: Cursor): Term => {
  const isSign = (atom: Atom | undefined): boolean => isOneOf(atom, partials) || isOneOf(atom, differentials)
  const hasSign = isSign(denominator[0])
  if (!hasSign) needsOneSign(context, span, spelling(denominator))
  if (!isSign(numerator[0])) return complainAt(span, '\\partial before what is derived', spelling(numerator))
  for (const atom of [numerator[1], ...hasSign ? [denominator[1]] : []]) {
    if (atom?.kind === 'scripts') return complainAt(atom.span, 'a first derivative', 'one of higher order')
  }
  const { all, factor, product } = context.grammar
  const by = variable(all(context, hasSign ? denominator.slice(1) : denominator, span.to))
  const rest = cursor.isAt(['(', '[']) ? factor : product
  const of = numerator.length > 1 ? all(context, numerator.slice(1), span.to) : rest(context, cursor)
  return { kind: 'derivative', of, by, span: around([span, of.span]) }
}

export const isPartial = (atom: Atom | undefined): boolean => isOneOf(atom, partials)

/** \partial y / \partial x on one line. */
export const slashed = (context: Context, cursor: Cursor, partial: LetterAtom): Term => {
  const { factor } = context.grammar
  const of = factor(context, cursor)
  if (cursor.accept(['/']) === undefined) return complainAt(cursor.span(), '/ and what it is derived by', nameOf(cursor.peek()))
  if (isPartial(cursor.peek())) cursor.take()
  else needsOneSign(context, cursor.span(), nameOf(cursor.peek()))
  const by = variable(factor(context, cursor))
  return { kind: 'derivative', of, by, span: around([partial.span, by.span]) }
}

/** df/dx or d/dx on one line, as the fraction that it is; none where d stands for something, or what comes next is no such thing. */
export const slashedFraction = (context: Context, cursor: Cursor): FractionAtom | undefined => {
  const signAndName = (from: number): ReadonlyArray<Atom> => {
    const [sign, name, scripts] = [cursor.peek(from), cursor.peek(from + 1), cursor.peek(from + 2)]
    if (sign === undefined || !isOneOf(sign, differentials)) return []
    return name?.kind !== 'letter' && name?.kind !== 'word' ? [sign] : [sign, name, ...scripts?.kind === 'scripts' ? [scripts] : []]
  }
  const numerator = signAndName(0)
  const [slash, denominator] = [cursor.peek(numerator.length), signAndName(numerator.length + 1)]
  if (isKnown(context, 'd') || slash?.kind !== 'sign' || slash.text !== '/' || numerator.length === 0 || denominator.length < 2) return undefined
  const all = [...numerator, slash, ...denominator]
  for (const _ of all) cursor.take()
  return { kind: 'fraction', numerator, denominator, span: around(all.map(({ span }) => span)) }
}

/** Whether a derivative may be written without the sign before what it is derived by, as is declared. */
const needsOneSign = ({ scope }: Context, span: Span, got: string): void => {
  if (!scope.has(settings.oneSign)) complainAt(span, '\\partial before what it is derived by, or "derivatives: one sign" declared', got)
}

const variable = (by: Term): Term => (by.kind === 'name' || by.kind === 'entry' || by.kind === 'item' ? by
  : complainAt(by.span, 'a name or an entry to derive by', 'a formula'))
