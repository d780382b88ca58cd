import type { Atom, FractionAtom } from './Atom.js'
import { complainAt } from './complainAt.js'
import type { Context } from './Context.js'
import type { Cursor } from './cursor.js'
import { spelling } from './spelling.js'
import { around } from './Span.js'
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
  if (!isSign(denominator[0])) return complainAt(span, '\\partial before what it is derived by', spelling(denominator))
  if (!isSign(numerator[0])) return complainAt(span, '\\partial before what is derived', spelling(numerator))
  for (const atom of [numerator[1], denominator[1]]) {
    if (atom?.kind === 'scripts') return complainAt(atom.span, 'a first derivative', 'one of higher order')
  }
  const { all, factor, product } = context.grammar
  const by = all(context, denominator.slice(1), span.to)
  if (by.kind !== 'name' && by.kind !== 'entry' && by.kind !== 'item') {
    return complainAt(by.span, 'a name or an entry to derive by', 'a formula')
  }
  const rest = cursor.isAt(['(', '[']) ? factor : product
  const of = numerator.length > 1 ? all(context, numerator.slice(1), span.to) : rest(context, cursor)
  return { kind: 'derivative', of, by, span: around([span, of.span]) }
}

