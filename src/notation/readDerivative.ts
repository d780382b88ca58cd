import type { Atom, FractionAtom, LetterAtom } from './Atom.js'
import { complainAt } from './complainAt.js'
import { type Context, isKnown } from './Context.js'
import { type Cursor, nameOf } from './cursor.js'
import { plain } from './plain.js'
import { slopeAt } from './readName.js'
import { settings } from './Scope.js'
import { spelling } from './spelling.js'
import { around, type Span } from './Span.js'
import type { Term } from './Term.js'

const partials = ['\\partial', '∂']
const differentials = ['d', '\\mathrm{d}']

const isOneOf = (atom: Atom | undefined, names: ReadonlyArray<string>): boolean =>
  atom?.kind === 'letter' && names.includes(atom.text)

/** Whether a fraction is a derivative: it begins with a partial sign, or with d both above and below. */
export const isDerivative = ({ scope }: Context, { numerator, denominator }: FractionAtom): boolean => {
  const [above, below, by] = [numerator[0], denominator[0], denominator[1]]
  if (isOneOf(above, partials) || isOneOf(below, partials)) return true
  const isBy = by?.kind === 'letter' || (by?.kind === 'group' && !scope.has('d'))
  return isBy && isOneOf(above, differentials) && isOneOf(below, differentials)
}

/** dy/dx; after d/dx stands y: a bracket, or all up to the next sum; d^2 y/dx^2 is the derivative of a derivative. */
export const derivativeOf = (
  context: Context, { numerator, denominator, span }: FractionAtom, cursor: Cursor
): Term => {
  const hasSign = isSign(denominator[0])
  if (!hasSign) needsOneSign(context, span, spelling(denominator))
  if (!isSign(numerator[0])) return complainAt(span, '\\partial before what is derived', spelling(numerator))
  const isSecond = numerator[1]?.kind === 'scripts'
  const { all, factor, product } = context.grammar
  const by = isSecond ? variables(context, numerator, denominator, span)
    : [variable(all(context, hasSign ? denominator.slice(1) : denominator, span.to))]
  const above = numerator.slice(isSecond ? 2 : 1)
  const rest = cursor.isAt(['(', '[']) ? factor : product
  const of = above.length > 0 ? all(context, above, span.to) : rest(context, cursor)
  return atPoint(context, cursor, of, by)
    ?? by.reduceRight(
      (inner, each): Term => ({ kind: 'derivative', of: inner, by: each, span: around([span, of.span]) }), of
    )
}

const isSign = (atom: Atom | undefined): boolean => isOneOf(atom, partials) || isOneOf(atom, differentials)

/** df/dx (2) is no product: the derivative of f by its one argument, there. */
const atPoint = (context: Context, cursor: Cursor, of: Term, by: ReadonlyArray<Term>): Term | undefined => {
  const symbol = of.kind === 'name' && !context.bound.has(of.name) ? context.scope.get(of.name) : undefined
  if (of.kind !== 'name' || !cursor.isAt(['(']) || symbol?.kind !== 'definition'
    || symbol.parameters.length === 0) return undefined
  const [parameter, ...more] = symbol.parameters
  const isIt = more.length === 0 && by.every(each => each.kind === 'name' && each.name === parameter)
  return isIt ? slopeAt(context, cursor, of.name, of.span, by.length)
    : complainAt(
      cursor.span(), `the arguments beside ${plain(of)}, \\partial ${plain(of)}(...); or \\cdot before a factor`,
      'a bracket after the fraction'
    )
}

/** dx^2, \partial x \partial y, \partial x \partial x^T: by what is derived twice. */
const variables = (
  context: Context, [sign, order]: ReadonlyArray<Atom>, below: ReadonlyArray<Atom>, span: Span
): readonly [Term, Term] => {
  if (order?.kind !== 'scripts' || order.below !== undefined || spelling(order.above ?? []) !== '2') {
    return complainAt(span, 'a first or a second derivative, or derivatives of derivatives', 'one of higher order')
  }
  if (isOneOf(sign, ['d']) && isKnown(context, 'd')) return complainAt(
    span, '\\mathrm{d} in the derivative, as d stands for something', 'd'
  )
  const parts = below.reduce<ReadonlyArray<ReadonlyArray<Atom>>>((done, atom) =>
    (isSign(atom) ? [...done, []] : [...done.slice(0, -1), [...done[done.length - 1] ?? [], atom]]), [])
  const [first = [], second, third] = parts
  const last = first[first.length - 1]
  const isSquare = second === undefined && last?.kind === 'scripts' && spelling(last.above ?? []) === '2'
  if (third !== undefined || !isSign(below[0]) || !(isSquare || second !== undefined)) {
    return complainAt(span, 'what is derived by twice, \\partial x^2 or \\partial x \\partial y', spelling(below))
  }
  const read = (atoms: ReadonlyArray<Atom>): Term => context.grammar.all(context, atoms, span.to)
  if (isSquare) {
    const { above: _, ...index } = last
    const by = variable(read([...first.slice(0, -1), ...index.below === undefined ? [] : [index]]))
    return [by, by]
  }
  const [one, other] = [read(first), read(second ?? [])]
  // the Hessian
  const isTransposed = other.kind === 'unary' && other.operator === 'transpose' && plain(other.of) === plain(one)
  const both = [variable(one), variable(isTransposed ? other.of : other)] as const
  return plain(both[0]) === plain(both[1]) || both.every(by => by.kind === 'entry' || isNumber(context, by)) ? both
    : complainAt(span, 'numbers to derive by, \\partial x_i \\partial y_j; of which its rows are is not said', both.map(
      plain
    ).join(' and '))
}

const isNumber = ({ scope }: Context, by: Term): boolean => {
  const symbol = by.kind === 'name' ? scope.get(by.name) : undefined
  return symbol === undefined || (symbol.kind === 'variable'
    && [symbol.type.rows, symbol.type.columns].every(size => size.kind === 'number' && size.text === '1'))
}

export const isPartial = (atom: Atom | undefined): boolean => isOneOf(atom, partials)

/** \partial y / \partial x on one line. */
export const slashed = (context: Context, cursor: Cursor, partial: LetterAtom): Term => {
  const { factor } = context.grammar
  const of = factor(context, cursor)
  if (cursor.accept(['/']) === undefined) return complainAt(
    cursor.span(), '/ and what it is derived by', nameOf(cursor.peek())
  )
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
    return name?.kind !== 'letter' && name?.kind !== 'word' ? [sign]
      : [sign, name, ...scripts?.kind === 'scripts' ? [scripts] : []]
  }
  const numerator = signAndName(0)
  const [slash, denominator] = [cursor.peek(numerator.length), signAndName(numerator.length + 1)]
  if (isKnown(context, 'd') || slash?.kind !== 'sign' || slash.text !== '/' || numerator.length === 0
    || denominator.length < 2) return undefined
  const all = [...numerator, slash, ...denominator]
  for (const _ of all) cursor.take()
  return { kind: 'fraction', numerator, denominator, span: around(all.map(({ span }) => span)) }
}

/** Whether a derivative may be written without the sign before what it is derived by, as is declared. */
const needsOneSign = ({ scope }: Context, span: Span, got: string): void => {
  if (!scope.has(settings.oneSign)) complainAt(
    span, '\\partial before what it is derived by, or "derivatives: one sign" declared', got
  )
}

const variable = (by: Term): Term => (by.kind === 'name' || by.kind === 'entry' || by.kind === 'item' ? by
  : complainAt(by.span, 'a name or an entry to derive by', 'a formula'))
