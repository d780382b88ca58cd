import { attempt, isLeft, refuse } from '../prelude/index.js'
import { exponentOf, factorsOf, power, type Product, productOf, times, unit, wholePart } from './product.js'
import { distributed, nothing, type Spend, type Sum, termOf, total } from './sumOfProducts.js'
import { tooLarge } from './polynomial.js'
import type { Unknowns } from './unknowns.js'

/** Refuses to go on once so many products of terms have been made. */
export const spending = (most: number): Spend => {
  let left = most
  return products => {
    left -= products
    if (left < 0) refuse('undecided', tooLarge, `${most} products of terms`, 'more')
  }
}

/** The largest id whose definition occurs as a whole factor, among those that a rule allows; -1 if there is none. */
const lastName = (U: Unknowns, sum: Sum, allows: (id: number) => boolean): number => {
  let last = -1
  sum.forEach(({ product }) => {
    for (let i = product.length - 2; i >= 0; i -= 2) {
      const id = product[i] ?? 0
      if (id <= last) return
      if (wholePart(product[i + 1] ?? 0) !== 0 && U.at(id).definition !== undefined && allows(id)) last = id
    }
  })
  return last
}

/** The sum, by the whole powers of an unknown in it: what each of them is multiplied by. */
const byPower = (sum: Sum, id: number): ReadonlyMap<number, ReadonlyArray<Sum>> => {
  const parts = new Map<number, Array<Sum>>()
  sum.forEach(({ coefficient, product }) => {
    const whole = wholePart(exponentOf(product, id))
    const part = termOf(coefficient, times(product, power(id, -whole * unit)))
    const before = parts.get(whole)
    if (before === undefined) parts.set(whole, [part])
    else before.push(part)
  })
  return parts
}

/** The definition in place of the name, divided by a power of the name, by Horner's scheme: by at most the least power that there is. */
const opened = (
  U: Unknowns, parts: ReadonlyMap<number, ReadonlyArray<Sum>>, id: number, by: number, spend: Spend
): Sum => {
  const definition = U.at(id).definition ?? nothing
  let result = nothing
  for (let k = [...parts.keys()].reduce((a, b) => Math.max(a, b)); k >= by; k--) {
    result = total([distributed(result, definition, spend), ...parts.get(k) ?? []])
    spend(1)
  }
  return result
}

/** What is 0 or 1 is each of its powers. */
const withTruths = (U: Unknowns, sum: Sum): Sum => total([...sum.values()].map(({ coefficient, product }) =>
  termOf(coefficient, withoutPowers(U, product))))

export const withoutPowers = (U: Unknowns, product: Product): Product => {
  const isPower = (id: number, exponent: number): boolean => exponent > unit && U.at(id).isTruth === true
  return factorsOf(product).some(([id, exponent]) => isPower(id, exponent))
    ? productOf(factorsOf(product).map(([id, exponent]) => [id, isPower(id, exponent) ? unit : exponent])) : product
}

/**
 * Whether the sum is 0 for all values of what is not named. Names are opened one by one, the last first, so that what cancels while it is
 * a name need not be opened.
 */
export const isNothing = (U: Unknowns, sum: Sum, spend: Spend): boolean => {
  let rest = sum
  for (let id = lastName(U, rest, () => true); id >= 0; id = lastName(U, rest, () => true)) {
    const parts = byPower(rest, id)
    rest = opened(U, parts, id, [...parts.keys()].reduce((a, b) => Math.min(a, b)), spend)
  }
  return withTruths(U, rest).size === 0
}

// An argument that is longer than this stays as it is written.
const longest = 1024

/** The sum with all names opened by which nothing is divided; as it was where that is too long. */
export const expanded = (U: Unknowns, sum: Sum): Sum => {
  const found = attempt(() => {
    const spend = spending(longest)
    let rest = sum
    for (;;) {
      const divisors = new Set(
        [...rest.values()].flatMap(({ product }) => factorsOf(product)).filter(([, k]) => k < 0).map(([id]) => id)
      )
      const id = lastName(U, rest, name => !divisors.has(name))
      if (id < 0) return rest
      rest = opened(U, byPower(rest, id), id, 0, spend)
    }
  })
  return isLeft(found) ? sum : found.right
}
