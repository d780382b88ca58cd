import { refuse } from '../prelude/index.js'
import type { Rational } from './Arithmetic.js'
import { bitLength } from './dyadic.js'
import { expanded, withoutPowers } from './opened.js'
import { common, factorsOf, inverse, keyOf, power, type Product, raised, times, unit, wholePart } from './product.js'
import { tooLarge } from './polynomial.js'
import { rational } from './rational.js'
import { keyOfSum, nothing, numberOf, oneRational, scaled, type Sum, type Term, termOf } from './sumOfProducts.js'
import { isRealSum, mayVanish, signOfSum, type Unknown, type Unknowns, vanishes } from './unknowns.js'

// A number that takes more bits would take more memory than it is worth.
const mostBits = 2 ** 20

const powerOf = (q: Rational, n: number): Rational => {
  const bits = (bitLength(q.num) + bitLength(q.den) - 2) * Math.abs(n)
  if (bits > mostBits) return refuse('undecided', tooLarge, `numbers of ${mostBits} bits`, `one of about ${bits}`)
  const size = BigInt(Math.abs(n))
  const [num, den] = [q.num ** size, q.den ** size]
  return n < 0 ? rational.div({ num: den, den: 1n }, { num, den: 1n }) : { num, den }
}

/** A name for a product is opened at once: what it stands for is a product too. */
const reduced = (U: Unknowns, term: Term): Term => {
  const product = withoutPowers(U, term.product)
  const named = factorsOf(product).find(([id, k]) => wholePart(k) !== 0 && U.at(id).definition?.size === 1)
  if (named === undefined) return { coefficient: term.coefficient, product }
  const [id, whole] = [named[0], wholePart(named[1])]
  const [definition] = (U.at(id).definition as Sum).values()
  const [by, factors] = [powerOf((definition as Term).coefficient, whole), raised((definition as Term).product, whole)]
  return reduced(U, {
    coefficient: rational.mul(term.coefficient, by), product: times(times(product, power(id, -whole * unit)), factors)
  })
}

const named = (U: Unknowns, definition: Sum): Unknown =>
  ({ definition, sign: signOfSum(U, definition), isReal: isRealSum(U, definition), mayVanish: mayVanish(
    U, definition
  ) })

/** A sum of several terms as a number times a product, in which what the terms do not have in common is an unknown with a name. */
export const factored = (U: Unknowns, sum: Sum): Term => {
  const [first, ...others] = [...sum.values()]
  if (first !== undefined && others.length === 0) return first
  const shared = common([...sum.values()].map(({ product }) => product))
  const divided = [...sum.values()].map(
    ({ coefficient, product }) => ({ coefficient, product: times(product, inverse(shared)) })
  )
    .map(term => ({ key: keyOf(term.product), ...term })).sort((a, b) => (a.key < b.key ? -1 : 1))
  const coefficient = divided[0]?.coefficient ?? oneRational
  const by = rational.div(oneRational, coefficient)
  const definition: Sum = new Map(divided.map(({ key, product, ...term }) =>
    [key, { coefficient: rational.mul(term.coefficient, by), product }]))
  const id = U.idOf(`sum ${keyOfSum(definition)}`, () => named(U, definition))
  return { coefficient, product: times(shared, power(id)) }
}

/** The same, in which what has a name is written by its own names where that is shorter: with s = 1 + x, (s - 1) / s is x / s. */
export const factoredShortly = (U: Unknowns, sum: Sum): Term => {
  const whole = factored(U, sum)
  return factorsOf(whole.product).reduce<Term>((known, [id, exponent]) => {
    const { definition = nothing } = U.at(id)
    const plain = exponent % unit === 0 && definition.size > 1 ? expanded(U, definition) : definition
    if (plain.size === 0 || plain.size >= definition.size) return known
    const { coefficient, product } = factored(U, plain)
    const by = raised(times(power(id, -unit), product), exponent / unit)
    return { coefficient: rational.mul(known.coefficient, powerOf(coefficient, exponent / unit)), product: times(
      known.product, by
    ) }
  }, whole)
}

/** The product as a sum; that of a name alone is what it stands for. */
const plainly = (U: Unknowns, term: Term): Sum => {
  const { coefficient, product } = reduced(U, term)
  if (factorsOf(product).some(([id, exponent]) => exponent < 0 && vanishes(U, id))) U.divideByVanishing()
  const [id, exponent] = product
  const definition = product.length === 2 && exponent === unit ? U.at(id ?? 0).definition : undefined
  return definition === undefined ? termOf(coefficient, product) : scaled(definition, coefficient)
}

/** The product of factors; sums of several terms become unknowns with a name. */
export const multiplied = (U: Unknowns, a: Sum, b: Sum): Sum => {
  const [p, q] = [numberOf(a), numberOf(b)]
  if (p !== undefined) return scaled(b, p)
  if (q !== undefined) return scaled(a, q)
  const [x, y] = [factored(U, a), factored(U, b)]
  return plainly(U, { coefficient: rational.mul(x.coefficient, y.coefficient), product: times(x.product, y.product) })
}

/** A whole power, for a sum other than 0. */
export const toThe = (U: Unknowns, a: Sum, n: number): Sum => {
  const { coefficient, product } = factored(U, a)
  return plainly(U, { coefficient: powerOf(coefficient, n), product: raised(product, n) })
}

/** A number times a product of powers, fractional ones among them. */
export const productAsSum = (U: Unknowns, coefficient: Rational, product: Product): Sum =>
  plainly(U, { coefficient, product })

/** An unknown that stands for a product. */
export const nameOf = (U: Unknowns, coefficient: Rational, product: Product): number => {
  const [id, exponent] = product
  if (product.length === 2 && exponent === unit && rational.sub(coefficient, oneRational).num === 0n) return id ?? 0
  const definition = termOf(coefficient, product)
  return U.idOf(`product ${keyOfSum(definition)}`, () => named(U, definition))
}
