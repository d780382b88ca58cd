import { ofVariable, type Polynomial, type RationalFunction, rationalFunction as R } from '../number/polynomial.js'
import type { CallAt, Fact } from './factsOfCalls.js'

/** The length of a vector, as the variable that stands for it. */
interface Length {
  readonly position: number
  readonly value: RationalFunction
  readonly vector: ReadonlyArray<RationalFunction>
}

/**
 * What is known of the lengths of vectors. <x, y> is at most |x| |y| in size (Cauchy and Schwarz), and (|x| - |y|)^2 is not negative, which
 * is told of those lengths that are multiplied somewhere; and a length is at most the sum of two others where its vector is the sum or the
 * difference of theirs.
 */
export const factsOfLengths = (calls: ReadonlyArray<CallAt>, whole: Polynomial): ReadonlyArray<Fact> => {
  const lengths = calls.flatMap(({ position, lengthOf }): ReadonlyArray<Length> =>
    (lengthOf === undefined ? [] : [{ position, value: ofVariable(position), vector: lengthOf }]))
  return pairsOf(lengths).flatMap(([x, y]) => [
    ...isMultiplied(whole, x, y) ? products(x, y, calls.filter(({ name }) => name === 'abs')) : [],
    ...lengths.filter(z => z !== x && z !== y && [R.add, R.sub].some(by => isSame(z, combined(by, x, y)))).map(z =>
      ({ amount: R.sub(R.add(x.value, y.value), z.value) }))
  ])
}

const pairsOf = (lengths: ReadonlyArray<Length>): ReadonlyArray<readonly [Length, Length]> =>
  lengths.flatMap((x, k) =>
    lengths.slice(k + 1).filter(y => y.vector.length === x.vector.length).map(y => [x, y] as const))

const isMultiplied = (whole: Polynomial, x: Length, y: Length): boolean =>
  [...whole.values()].some(({ monomial }) => monomial.includes(x.position) && monomial.includes(y.position))

const products = (x: Length, y: Length, sizes: ReadonlyArray<CallAt>): ReadonlyArray<Fact> => {
  const inner = x.vector.map((a, k) => R.mul(a, y.vector[k] as RationalFunction)).reduce(R.add)
  const product = R.mul(x.value, y.value)
  const ofInner = sizes.filter(({ of }) => [R.sub, R.add].some(by => by(of, inner).num.size === 0))
  return [
    R.sub(product, inner), R.add(product, inner), R.square(R.sub(x.value, y.value)),
    ...ofInner.map(({ position }) => R.sub(product, ofVariable(position)))
  ].map(amount => ({ amount }))
}

const combined = (by: typeof R.add, x: Length, y: Length): ReadonlyArray<RationalFunction> =>
  x.vector.map((a, k) => by(a, y.vector[k] as RationalFunction))

const isSame = ({ vector }: Length, other: ReadonlyArray<RationalFunction>): boolean =>
  vector.length === other.length
    && [R.sub, R.add].some(by => vector.every((a, k) => by(a, other[k] as RationalFunction).num.size === 0))
