import type { Rational } from './Arithmetic.js'
import { keyOf, type Product, times } from './product.js'
import { fromDouble, isZero, rational, showRational } from './rational.js'

export interface Term {
  readonly coefficient: Rational
  readonly product: Product
}

/** A sum of products of powers of unknowns, each product once, by its key, and none with coefficient 0. */
export type Sum = ReadonlyMap<string, Term>

/** Told of each product of two terms; raises where there were too many. */
export type Spend = (products: number) => void

export const nothing: Sum = new Map()
export const oneRational: Rational = fromDouble(1)

export const termOf = (coefficient: Rational, product: Product): Sum =>
  (isZero(coefficient) ? nothing : new Map([[keyOf(product), { coefficient, product }]]))

export const constantSum = (q: Rational): Sum => termOf(q, [])

/** The number that the sum is, if it has no unknowns. */
export const numberOf = (sum: Sum): Rational | undefined =>
  (sum.size === 0 ? fromDouble(0) : sum.size === 1 ? sum.get('')?.coefficient : undefined)

export const total = (sums: ReadonlyArray<Sum>): Sum => {
  const result = new Map<string, Term>(sums[0])
  sums.slice(1).forEach(sum => sum.forEach((term, key) => {
    const before = result.get(key)
    const coefficient = before === undefined ? term.coefficient : rational.add(before.coefficient, term.coefficient)
    if (isZero(coefficient)) result.delete(key)
    else result.set(key, before === undefined ? term : { coefficient, product: term.product })
  }))
  return result
}

export const scaled = (sum: Sum, by: Rational): Sum =>
  (isZero(by) ? nothing : new Map([...sum].map(([key, { coefficient, product }]) =>
    [key, { coefficient: rational.mul(coefficient, by), product }])))

export const minus = (sum: Sum): Sum => scaled(sum, fromDouble(-1))

/** Each term of one with each of the other. */
export const distributed = (a: Sum, b: Sum, spend: Spend): Sum => {
  spend(a.size * b.size)
  const result = new Map<string, Term>()
  a.forEach(x => b.forEach(y => {
    const product = times(x.product, y.product)
    const [key, more] = [keyOf(product), rational.mul(x.coefficient, y.coefficient)]
    const before = result.get(key)
    const coefficient = before === undefined ? more : rational.add(before.coefficient, more)
    if (isZero(coefficient)) result.delete(key)
    else result.set(key, { coefficient, product })
  }))
  return result
}

/** The same for equal sums, whatever the order of their terms. */
export const keyOfSum = (sum: Sum): string =>
  [...sum].map(([key, { coefficient }]) => `${key}*${showRational(coefficient)}`).sort().join('+')
