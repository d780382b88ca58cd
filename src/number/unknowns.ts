import { factorsOf, type Product, unit } from './product.js'
import { type Sign, sign } from './sign.js'
import type { Sum } from './sumOfProducts.js'

/** A number that a formula is made of: a variable, the value of a function, or a sum under a name of its own. */
export interface Unknown {
  /** What a name stands for: made of unknowns of smaller ids. */
  readonly definition?: Sum
  /** The argument, where it is a value of exp. */
  readonly exponent?: Sum
  /** What it is the logarithm of. */
  readonly logarithmOf?: number
  readonly sign: Sign
  /** exp(i x) is not. Of what is not real neither sign nor size is known. */
  readonly isReal: boolean
  /** Whether it is 0 or 1. */
  readonly isTruth?: boolean
  /** Whether roots or truths are in it, so that it may be 0 in a whole region without being 0. */
  readonly mayVanish?: boolean
}

/** All unknowns of a formula by id, in the order in which they were met. */
export interface Unknowns {
  readonly at: (id: number) => Unknown
  /** The one of this key, which is made if there is none. */
  readonly idOf: (key: string, make: () => Unknown) => number
  /** To be told that something is divided by an unknown that may vanish; whether that was so. */
  readonly divideByVanishing: () => void
  readonly hasDivided: () => boolean
}

export const unknowns = (): Unknowns => {
  const all: Array<Unknown> = []
  const ids = new Map<string, number>()
  let hasDivided = false
  return {
    at: id => all[id] as Unknown,
    idOf: (key, make) => {
      const known = ids.get(key)
      if (known !== undefined) return known
      all.push(make())
      ids.set(key, all.length - 1)
      return all.length - 1
    },
    divideByVanishing: () => { hasDivided = true },
    hasDivided: () => hasDivided
  }
}

export const vanishes = (U: Unknowns, id: number): boolean => U.at(id).mayVanish === true || U.at(id).isTruth === true

/** The same of a sum: |x| + x is 0 where x is negative. */
export const mayVanish = (U: Unknowns, sum: Sum): boolean =>
  [...sum.values()].some(
    ({ product }) => factorsOf(product).some(([id, exponent]) => exponent % unit !== 0 || vanishes(U, id))
  )

export const isRealProduct = (U: Unknowns, product: Product): boolean =>
  factorsOf(product).every(([id]) => U.at(id).isReal)

export const isRealSum = (U: Unknowns, sum: Sum): boolean =>
  [...sum.values()].every(({ product }) => isRealProduct(U, product))

export const isEven = (exponent: number): boolean => exponent % (2 * unit) === 0

/** The sign of a power, where it is defined: of a real number it is not negative where the exponent is even, or a fraction. */
export const signOfPower = (U: Unknowns, id: number, exponent: number): Sign => {
  const { sign: known, isReal } = U.at(id)
  if (!isReal) return '?'
  return known === '+' ? '+' : isEven(exponent) || exponent % unit !== 0 ? '+0' : known
}

export const signOfSum = (U: Unknowns, sum: Sum): Sign => [...sum.values()].map(({ coefficient, product }) =>
  factorsOf(product).map(([id, exponent]) => signOfPower(U, id, exponent)).reduce(
    sign.mul, sign.ofRational(coefficient)
  ))
  .reduce(sign.add, '0')
