import { rational } from '../number/index.js'
import { orThrow } from '../prelude/index.js'
import { type RelationTerm, type Scope, type Term, typeOf, type VariableSymbol } from '../notation/index.js'
import { dependenciesOf, freeIndices } from './names.js'
import { beside, both, isAboveZero, type Range, rangeOf, within, written } from './range.js'

/** A scope in which relations hold, and those of which it is not known how to make them hold. */
export interface Narrowed {
  readonly scope: Scope
  readonly left: ReadonlyArray<RelationTerm>
}

/**
 * The scope in which relations hold, for all values that meet them and no others: a number that is declared gets a smaller range,
 * \lambda > 1, or is what it equals, a = b. Left are those that say no such thing of a name that nothing else defines, or that no value
 * meets.
 */
export const narrowed = (scope: Scope, relations: ReadonlyArray<RelationTerm>): Narrowed =>
  relations.reduce<Narrowed & Known>((known, relation) => {
    const next = freeIndices(known.scope, [relation.left, relation.right]).length > 0 ? undefined : one(known, relation)
    return next === undefined ? { ...known, left: [...known.left, relation] } : { ...known, ...next }
  }, { scope, left: [], ranges: new Map() })

/** What was found of the names with a range: several relations may be about one. */
interface Known {
  readonly scope: Scope
  readonly ranges: ReadonlyMap<string, VariableSymbol & { readonly range: Range }>
}

const one = (known: Known, { sign, left, right }: RelationTerm): Known | undefined => {
  const { scope } = known
  if (sign === '=') {
    const equal = equated(scope, left, right) ?? equated(scope, right, left)
    return equal === undefined ? undefined : { scope: equal, ranges: new Map() }
  }
  if (sign === '!=' || sign === '~') return undefined
  const isStrict = sign === '<' || sign === '>'
  const bounded = (of: Term, at: Term, isLower: boolean): Known | undefined =>
    ranged(known, of, isLower ? { lower: { at, isStrict } } : { upper: { at, isStrict } })
  const isAbove = sign.startsWith('>')
  return bounded(left, right, isAbove) ?? bounded(right, left, !isAbove)
}

const variable = (scope: Scope, of: Term): VariableSymbol | undefined => {
  const symbol = of.kind === 'name' ? scope.get(of.name) : undefined
  return symbol?.kind === 'variable' ? symbol : undefined
}

const ranged = ({ scope, ranges }: Known, of: Term, more: Range): Known | undefined => {
  if (of.kind !== 'name') return undefined
  const symbol = variable(scope, of)
  const before = ranges.get(of.name) ?? (symbol === undefined ? undefined : { ...symbol, range: rangeOf(symbol.is) })
  const range = before === undefined ? undefined : both(scope, before.range, more)
  const found = before === undefined || range === undefined ? undefined : within(scope, of.name, before.type, range)
  return before === undefined || range === undefined || found === undefined ? undefined
    : { scope: found, ranges: new Map([...ranges, [of.name, { ...before, range }]]) }
}

const equated = (scope: Scope, of: Term, body: Term): Scope | undefined => {
  const symbol = variable(scope, of)
  if (symbol === undefined || of.kind !== 'name' || dependenciesOf(scope, [body]).has(of.name)) return undefined
  if (!lies(scope, body, rangeOf(symbol.is))) return undefined
  const isSame = orThrow(typeOf(scope, body)) === orThrow(typeOf(scope, of))
  return isSame ? new Map([...scope, [of.name, { kind: 'definition', parameters: [], body }]]) : undefined
}

/** Whether a term is seen to lie in a range. */
const lies = (scope: Scope, term: Term, { lower, upper }: Range): boolean => {
  const [over, under] = term.kind === 'binary' && term.operator === 'divide' ? [written(term.left), written(term.right)]
    : [written(term), '1']
  if (lower === undefined && upper === undefined) return true
  const isKnown = over !== undefined && under !== undefined && rational.decimal(under).num !== 0n
  if (!isKnown) return lower !== undefined && upper === undefined && beside(lower, rational.of(0)) <= 0
    && isAboveZero(scope, term)
  const number = rational.div(rational.decimal(over), rational.decimal(under))
  const isAbove = lower === undefined || (lower.isStrict ? beside(lower, number) < 0 : !(beside(lower, number) > 0))
  return isAbove && (upper === undefined || (upper.isStrict ? beside(upper, number) > 0 : !(beside(upper, number) < 0)))
}
