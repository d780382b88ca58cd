import { orThrow } from '../prelude/index.js'
import { type RelationTerm, type Scope, type Term, typeOf, type VariableSymbol } from '../notation/index.js'
import { dependenciesOf, freeIndices } from './names.js'
import { both, isAboveZero, type Range, rangeOf, within, written } from './range.js'

/**
 * The scope in which a relation holds, for all values that meet it and no others: a number that is declared gets a smaller range,
 * \lambda > 1, or is what it equals, a = b. None where it is no such relation of a name that nothing else defines, or no value meets it.
 */
export const narrowed = (scope: Scope, { sign, left, right }: RelationTerm): Scope | undefined => {
  if (freeIndices(scope, [left, right]).length > 0) return undefined
  if (sign === '=') return equated(scope, left, right) ?? equated(scope, right, left)
  if (sign === '!=' || sign === '~') return undefined
  const isStrict = sign === '<' || sign === '>'
  const bounded = (of: Term, at: Term, isLower: boolean): Scope | undefined =>
    ranged(scope, of, isLower ? { lower: { at, isStrict } } : { upper: { at, isStrict } })
  const isAbove = sign.startsWith('>')
  return bounded(left, right, isAbove) ?? bounded(right, left, !isAbove)
}

const variable = (scope: Scope, of: Term): VariableSymbol | undefined => {
  const symbol = of.kind === 'name' ? scope.get(of.name) : undefined
  return symbol?.kind === 'variable' ? symbol : undefined
}

const ranged = (scope: Scope, of: Term, range: Range): Scope | undefined => {
  const symbol = variable(scope, of)
  const found = symbol === undefined ? undefined : both(scope, rangeOf(symbol.is), range)
  return symbol === undefined || found === undefined || of.kind !== 'name' ? undefined : within(scope, of.name, symbol.type, found)
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
  const number = written(term)
  if (lower === undefined && upper === undefined) return true
  if (number === undefined) return lower !== undefined && upper === undefined && Number(written(lower.at)) <= 0 && isAboveZero(scope, term)
  const value = Number(number)
  const [from, to] = [lower, upper].map(end => (end === undefined ? undefined : Number(written(end.at))))
  const isAbove = lower === undefined || from === undefined || (lower.isStrict ? value > from : value >= from)
  return isAbove && (upper === undefined || to === undefined || (upper.isStrict ? value < to : value <= to))
}
