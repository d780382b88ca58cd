import { type Alike, type Find, keyOf, type Sight, together } from './Place.js'
import { binary, number } from '../build.js'
import { linearOf } from './linear.js'
import type { BinaryOperator, Term } from '../Term.js'

interface Factor {
  readonly operator: BinaryOperator
  readonly term: Term
}

/** a b c as what is multiplied, one after the other, each with the operator before it. */
const factorsOf = (term: Term): ReadonlyArray<Factor> =>
  (term.kind === 'binary' && (term.operator === 'multiply' || term.operator === 'dot')
    ? [...factorsOf(term.left), { operator: term.operator, term: term.right }] : [{ operator: 'multiply', term }])

/** Which of the first n numbers a list of k can stand at, in order. */
const choices = (n: number, k: number): ReadonlyArray<ReadonlyArray<number>> =>
  (k === 0 ? [[]] : n < k ? [] : [...choices(n - 1, k), ...choices(n - 1, k - 1).map(chosen => [...chosen, n - 1])])

const [mostFactors, mostWays] = [8, 256]

/**
 * 1, 2 x, 3 x^2, ..., n x^{n-1}: products factor by factor, where one that is not written is 1. If these can stand in several places, and
 * more than one way follows a rule, none is chosen.
 */
export const productsAlike = (sight: Sight, terms: ReadonlyArray<Term>, find: Find): Alike | undefined => {
  const isOne = (term: Term): boolean => term.kind === 'number' && term.text === '1'
  const products = terms.map(term => (isOne(term) ? [] : factorsOf(term)))
  const longest = products.reduce((most, factors) => (factors.length >= most.length ? factors : most), [])
  const isWritten = products.every(({ length }) => length === longest.length)
  if (longest.length < 2
    || (!isWritten && (terms.length === 2 || sight.isFactor || longest.length > mostFactors))) return undefined
  const ways = products.reduce<ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>>((before, { length }) =>
    (before.length > mostWays ? []
      : before.flatMap(chosen => choices(longest.length, length).map(own => [...chosen, own]))), [[]])
  const found = ways.flatMap(way => alongWay(sight, find, products, longest, way) ?? [])
  const [first] = found
  return first !== undefined && found.every(({ term }) => keyOf(term) === keyOf(first.term)) ? first : undefined
}

const alongWay = (
  sight: Sight, find: Find, products: ReadonlyArray<ReadonlyArray<Factor>>, longest: ReadonlyArray<Factor>,
  way: ReadonlyArray<ReadonlyArray<number>>
): Alike | undefined => {
  const columns = longest.map(({ term: { span } }, k) => products.map((factors, j): Factor | undefined =>
    factors[way[j]?.indexOf(k) ?? -1]).map(factor => factor ?? { operator: undefined, term: number('1', span) }))
  // a dot between vectors is no other product; between numbers all are one
  const isFit = columns.every((column, k) =>
    k === 0 || column.every(({ term }) => linearOf(sight.context, term) !== undefined)
      || column.every(
        ({ operator }, j) => operator === undefined || way[j]?.[0] === k || operator === longest[k]?.operator
      ))
  const found = columns.map(
    column => find({ ...sight, isIndex: false, isFactor: true }, column.map(({ term }) => term))
  )
  return isFit ? together(found, parts =>
    parts.reduce((left, right, k) => binary(longest[k]?.operator ?? 'multiply', left, right)))
    : undefined
}
