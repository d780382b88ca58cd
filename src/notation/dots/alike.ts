import { binary, number } from '../build.js'
import { type Alike, type Find, keyOf, type Sight, together } from './Place.js'
import { constant, constantOf, isSame, type Linear, linearOf, minus, plus } from './linear.js'
import { productsAlike } from './productsAlike.js'
import { partsOf, withParts } from '../partsOf.js'
import type { BinaryTerm, Term } from '../Term.js'
import { frameOf } from './frameOf.js'

/** What terms that follow each other, and the last one after dots, have in common; none where they follow no rule. */
export const alike: Find = (sight, terms) => {
  const [first] = terms
  if (first === undefined) return undefined
  if (terms.every(term => keyOf(term) === keyOf(first))) return { term: first, places: new Map() }
  const isLong = terms.length > 2
  return partsAlike(sight, terms) ?? productsAlike(sight, terms, alike) ?? numbered(sight, terms)
    ?? wholesAlike(sight, terms)
    ?? (isLong ? powersAlike(sight, terms) ?? quotientsAlike(sight, terms) : undefined)
}

/** f(1), f(2), ..., f(n): the same but for their parts. */
const partsAlike = (sight: Sight, terms: ReadonlyArray<Term>): Alike | undefined => {
  const [first] = terms as readonly [Term]
  const frame = frameOf(first)
  const isProduct = first.kind === 'binary' && (first.operator === 'multiply' || first.operator === 'dot')
  if (frame === undefined || isProduct || terms.some(term => frameOf(term) !== frame)) return undefined
  const isIndexed = first.kind === 'entry' || first.kind === 'item'
  const columns = partsOf(first).map((_, k) =>
    alike({ ...sight, isIndex: isIndexed && (k > 0 || first.kind === 'item') }, terms.map(
      term => partsOf(term)[k] as Term
    )))
  return together(columns, parts => withParts(first, parts))
}

/** 1, 2, ..., n: whole numbers with a fixed step. Where one term stands before the dots the step can only be 1 or -1. */
const wholesAlike = ({ context, isIndex }: Sight, terms: ReadonlyArray<Term>): Alike | undefined => {
  const values = terms.flatMap(term => linearOf(context, term) ?? [])
  const [first, second, last] = [values[0], values[1], values[values.length - 1]]
  if (values.length < terms.length || first === undefined || second === undefined
    || last === undefined) return undefined
  const isLone = terms.length === 2
  const step = isLone ? loneStep(first, last, isIndex) : constantOf(minus(second, first))
  if (step === undefined || step === 0) return undefined
  const written = values.slice(0, -1)
  const difference = [...minus(last, first)]
  const isEven = written.every((value, k) => isSame(value, plus(first, constant(k * step))))
  const steps = new Map(difference.map(([name, value]) => [name, value / step]))
  const isWhole = [...steps.values()].every(Number.isInteger)
  const count = constantOf(steps)
  const isEither = !isIndex && written.length === 2
    && isGeometric([first, second, last].map(value => constantOf(value) ?? 0))
  const isAfter = count === undefined ? [...steps].some(([name, value]) => name !== '' && value > 0)
    : count >= written.length
  if (!isEven || !isWhole || !isAfter || isEither) return undefined
  const name = ['place', isIndex, step, ...[first, steps].flatMap(linear => [...linear].sort().join(' '))].join(' ')
  return { term: { kind: 'name', name, span: (terms[0] as Term).span }, places: new Map(
    [[name, { first, step, steps, isIndex }]]
  ) }
}

/** x_1, ..., x_n: towards the last one by 1. Outside of subscripts one end must be 0 or 1: 2, ..., 2n may be even numbers. */
const loneStep = (first: Linear, last: Linear, isIndex: boolean): 1 | -1 | undefined => {
  const difference = minus(last, first)
  const isEnd = [first, last].some(end => [0, 1].includes(constantOf(end) ?? NaN))
  const count = constantOf(difference)
  if (!isIndex && !isEnd) return undefined
  if (count !== undefined) return count < 0 ? -1 : 1
  const values = [...difference].flatMap(([name, value]) => (name === '' ? [] : [value]))
  return values.every(value => value === 1) ? 1 : values.every(value => value === -1) ? -1 : undefined
}

/** 1, 2, ..., 8 may be 1, 2, 4, 8. */
const isGeometric = ([first = 0, second = 0, last = 0]: ReadonlyArray<number>): boolean => {
  const reaches = (value: number): boolean => value === last || (value < last && reaches(value * (second / first)))
  return first > 0 && second > first && second % first === 0 && reaches(second)
}

const isOne = (term: Term): boolean => term.kind === 'number' && term.text === '1'

/** 1, r, r^2, ..., r^n: 1 is r^0, and r is r^1; and 1, 2^2, ..., n^2: 1 is 1^2. */
const powersAlike = (sight: Sight, terms: ReadonlyArray<Term>): Alike | undefined => {
  const powers = terms.flatMap(term => (term.kind === 'binary' && term.operator === 'power' ? [term] : []))
  const base = powers[0]?.left
  const exponent = powers[0]?.right
  if (base === undefined || exponent === undefined || powers.length === terms.length) return undefined
  // 1, 2, ..., 2^n may be all numbers up to there
  const isWritten = terms.slice(0, -1).some(term => powers.includes(term as BinaryTerm))
  if (linearOf(sight.context, base) !== undefined && !isWritten) return undefined
  const split = (one: readonly [Term, Term]): Alike | undefined => {
    const both = terms.map((term): readonly [Term, Term] => (isOne(term) ? one
      : term.kind === 'binary' && term.operator === 'power' ? [term.left, term.right] : [term, number('1', term.span)]))
    return together(
      [0, 1].map(k => alike({ ...sight, isIndex: false }, both.map(pair => pair[k] as Term))), ([left, right]) =>
        binary('power', left as Term, right as Term)
    )
  }
  return split([base, number('0', base.span)])
    ?? (terms.some(isOne) ? split([number('1', base.span), exponent]) : undefined)
}

/** 1, 1/2, ..., 1/n: 1 is 1/1. */
const quotientsAlike = (sight: Sight, terms: ReadonlyArray<Term>): Alike | undefined => {
  const isQuotient = (term: Term): boolean => term.kind === 'binary' && term.operator === 'divide'
  if (!terms.some(isQuotient) || terms.every(isQuotient)) return undefined
  const both = terms.map(
    term => (term.kind === 'binary' && isQuotient(term) ? [term.left, term.right] : [term, number('1', term.span)])
  )
  return together(
    [0, 1].map(k => alike({ ...sight, isIndex: false }, both.map(pair => pair[k] as Term))), ([left, right]) =>
      binary('divide', left as Term, right as Term)
  )
}

/** x_1, where neither this name nor x is declared, beside x_n: the first entry of x. */
const numbered = (sight: Sight, terms: ReadonlyArray<Term>): Alike | undefined => {
  const entries = terms.map((term): Term => {
    const [, base, at] = term.kind === 'name' && !sight.context.scope.has(term.name)
      ? /^(.+)_(?:(\d)|\{\d+\})$/u.exec(term.name) ?? []
      : []
    const text = at ?? (term.kind === 'name' ? /\{(\d+)\}$/.exec(term.name)?.[1] : undefined)
    return base === undefined || text === undefined ? term
      : { kind: 'entry', of: { kind: 'name', name: base, span: term.span }, at:
        [number(text, term.span)], span: term.span }
  })
  return entries.some((entry, k) => entry !== terms[k]) ? partsAlike(sight, entries) : undefined
}
