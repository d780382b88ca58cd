import { type Rational, rational } from '../number/index.js'
import { plain, type Scope, type Symbol, type Term, type Type, type VariableSymbol } from '../notation/index.js'
import { dependenciesOf } from './names.js'

/** An end of a range: a number or a formula, which itself may be left out. */
export interface End {
  readonly at: Term
  readonly isStrict: boolean
}

/** Between which ends a number lies, or each entry of an array; without ends it is any number. */
export interface Range {
  readonly lower?: End
  readonly upper?: End
}

type Is = NonNullable<VariableSymbol['is']>

const span = { from: 0, to: 0 }
const number = (text: string): Term =>
  (text.startsWith('-') ? { kind: 'unary', operator: 'negate', of: number(text.slice(1)), span }
    : { kind: 'number', text, span })
const end = (text: string, isStrict: boolean): End => ({ at: number(text), isStrict })

/** A number as it is written, with its sign: "-0.5"; none where a term is more than that. */
export const written = (term: Term): string | undefined => (term.kind === 'number' ? term.text
  : term.kind === 'unary' && term.operator === 'negate' && term.of.kind === 'number' ? `-${term.of.text}` : undefined)

const zero = rational.of(0)
const one = rational.of(1)

/** Exactly: the ends of a range may be closer than doubles are. */
const valueOf = ({ at }: End): Rational | undefined => numberOf(at)

/** Of numbers as they are written, and quotients of these: 0.5, -\frac{1}{2}. */
const numberOf = (term: Term): Rational | undefined => {
  const text = written(term)
  if (text !== undefined) return rational.decimal(text)
  if (term.kind === 'unary' && term.operator === 'negate') {
    const of = numberOf(term.of)
    return of === undefined ? undefined : rational.sub(zero, of)
  }
  if (term.kind !== 'binary' || term.operator !== 'divide') return undefined
  const [over, under] = [numberOf(term.left), numberOf(term.right)]
  return over === undefined || under === undefined || under.num === 0n ? undefined : rational.div(over, under)
}

/** 1, 0 or -1 as the end is above, at or below a number; no number where either is not written as one. */
export const beside = (end: End, other: Rational | undefined): number => {
  const value = valueOf(end)
  if (value === undefined || other === undefined) return NaN
  const { num } = rational.sub(value, other)
  return num > 0n ? 1 : num < 0n ? -1 : 0
}

/** What is known of a variable, by its ends. */
export const rangeOf = (is: VariableSymbol['is']): Range => {
  switch (is) {
    case undefined: return {}
    case 'positive': return { lower: end('0', true) }
    case 'nonnegative': return { lower: end('0', false) }
    case 'between 0 and 1': return { lower: end('0', true), upper: end('1', true) }
    case 'above 0, at most 1': return { lower: end('0', true), upper: end('1', false) }
    default: return { lower: end(is.from, false), upper: end(is.to, false) }
  }
}

/** The other way, where there is a word for a range. */
const isOf = ({ lower, upper }: Range): Is | undefined => {
  const isFromZero = lower !== undefined && beside(lower, zero) === 0
  if (upper === undefined) return isFromZero ? lower.isStrict ? 'positive' : 'nonnegative' : undefined
  if (isFromZero && lower.isStrict && beside(upper, one) === 0) return upper.isStrict ? 'between 0 and 1'
    : 'above 0, at most 1'
  const [from, to] = [lower?.at, upper.at].map(at => (at === undefined ? undefined : written(at)))
  return from !== undefined && to !== undefined && lower?.isStrict === false && !upper.isStrict ? { from, to }
    : undefined
}

/** What lies in both ranges; none where that is nothing, one number alone, or cannot be told. */
export const both = (scope: Scope, a: Range, b: Range): Range | undefined => {
  const [lower, upper] = [innermost(scope, a.lower, b.lower, 1), innermost(scope, a.upper, b.upper, -1)]
  if (lower === 'unknown' || upper === 'unknown') return undefined
  const isRange = lower === undefined || upper === undefined || beside(lower, valueOf(upper)) < 0
    || (beside(lower, zero) <= 0 && isAboveZero(scope, upper.at))
  return isRange ? { ...lower === undefined ? {} : { lower }, ...upper === undefined ? {} : { upper } } : undefined
}

/** Of two lower ends the larger one, of two upper ends, with the sign -1, the smaller. */
const innermost = (scope: Scope, a: End | undefined, b: End | undefined, sign: 1 | -1): End | undefined | 'unknown' => {
  if (a === undefined || b === undefined) return a ?? b
  if (plain(a.at) === plain(b.at)) return { at: a.at, isStrict: a.isStrict || b.isStrict }
  const order = sign * beside(a, valueOf(b))
  if (order > 0) return a
  if (order < 0) return b
  const isBelow = (least: End, { at }: End): boolean => sign === 1 && beside(least, zero) <= 0 && isAboveZero(scope, at)
  return isBelow(a, b) ? b : isBelow(b, a) ? a : 'unknown'
}

/** Whether a term is seen to be above 0, by what it is made of. */
export const isAboveZero = (scope: Scope, term: Term): boolean => {
  switch (term.kind) {
    case 'number': return rational.decimal(term.text).num > 0n
    case 'name': {
      const symbol = scope.get(term.name)
      if (symbol?.kind === 'definition') return symbol.parameters.length === 0 && isAboveZero(scope, symbol.body)
      const { lower } = rangeOf(symbol?.kind === 'variable' ? symbol.is : undefined)
      return symbol?.kind === 'size'
        || (lower !== undefined && (beside(lower, zero) > 0 || (beside(lower, zero) === 0 && lower.isStrict)))
    }
    case 'binary': return ['add', 'multiply', 'divide'].includes(term.operator)
      && [term.left, term.right].every(side => isAboveZero(scope, side))
    default: return false
  }
}

const isNumber = ({ rows, columns }: Type): boolean =>
  [rows, columns].every(size => size.kind === 'number' && size.text === '1')

/**
 * The scope where a name lies in a range: all of it and nothing else. Where there is no word for the range, the name is made of a number
 * that has one: what is above c is c and something positive. None where that cannot be said of an array, or the ends depend on the name.
 */
export const within = (scope: Scope, name: string, type: Type, range: Range): Scope | undefined => {
  const { lower, upper } = range
  const is = isOf(range)
  if (is !== undefined || (lower === undefined && upper === undefined)) {
    return new Map([...scope, [name, { kind: 'variable', type, ...is === undefined ? {} : { is } }]])
  }
  const ends = [lower, upper].flatMap(found => (found === undefined ? [] : [found.at]))
  if (!isNumber(type) || dependenciesOf(scope, ends).has(name)) return undefined
  const [part, kind, body] = composed(name, range)
  const one = number('1')
  const symbol: Symbol = { kind: 'variable', type: { rows: one, columns: one }, is: kind }
  return new Map<string, Symbol>([...scope, [part, symbol], [name, { kind: 'definition', parameters: [], body }]])
}

const sum = (operator: 'add' | 'subtract', left: Term, right: Term): Term =>
  ({ kind: 'binary', operator, left, right, span })
const times = (left: Term, right: Term): Term => ({ kind: 'binary', operator: 'multiply', left, right, span })

/** A number of a kind that has a word, and what is made of it to lie between these ends. */
const composed = (name: string, { lower, upper }: Range): readonly [string, Is, Term] => {
  const named = (letters: string): readonly [string, Term] =>
    [`${name}^{${letters}}`, { kind: 'name', name: `${name}^{${letters}}`, span }]
  const beyond = (isStrict: boolean): Is => (isStrict ? 'positive' : 'nonnegative')
  const [[more, above], [part, share]] = [named('more'), named('part')]
  if (lower === undefined || upper === undefined) {
    return lower !== undefined ? [more, beyond(lower.isStrict), sum('add', lower.at, above)]
      : [more, beyond(upper?.isStrict === true), sum('subtract', upper?.at ?? number('0'), above)]
  }
  const isFromZero = beside(lower, zero) === 0
  const length = isFromZero ? upper.at : sum('subtract', upper.at, lower.at)
  if (upper.isStrict && !lower.isStrict) return [
    part, 'above 0, at most 1', sum('subtract', upper.at, times(share, length))
  ]
  const is = !upper.isStrict && !lower.isStrict ? { from: '0', to: '1' }
    : upper.isStrict ? 'between 0 and 1' : 'above 0, at most 1'
  return [part, is, isFromZero ? times(share, length) : sum('add', lower.at, times(share, length))]
}
