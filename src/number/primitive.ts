import { ofTerms, type Polynomial } from './polynomial.js'
import { isZero, type Rational, rational } from './rational.js'

/** A polynomial as a number times one whose coefficients are whole, without a common divisor, and of which the first is above 0. */
export interface Primitive {
  readonly content: Rational
  readonly part: Polynomial
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n)
const commonDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? absolute(a) : commonDivisor(b, a % b))

/** The content and the primitive part of a polynomial; that of 0 is 0 with the content 1. */
export const primitive = (p: Polynomial): Primitive => {
  const [first, ...others] = [...p].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { coefficient }]) => coefficient)
  if (first === undefined) return { content: rational.of(1), part: p }
  const { num, den } = others.reduce((known, q) =>
    ({ num: commonDivisor(known.num, q.num), den: known.den / commonDivisor(known.den, q.den) * q.den }),
  { num: absolute(first.num), den: first.den })
  const content = rational.div(rational.of(first.num < 0n ? -1 : 1), { num: den, den: num })
  return { content, part: scaledBy(p, rational.div(rational.of(1), content)) }
}

/** A number times a polynomial. */
export const scaledBy = (p: Polynomial, by: Rational): Polynomial =>
  (isZero(by) ? ofTerms([]) : ofTerms([...p.values()].map(
    ({ monomial, coefficient }) => ({ monomial, coefficient: rational.mul(coefficient, by) })
  )))

/** s and f with s^2 f = n, where f has no square of a small prime as a factor; for n above 0. */
export const withoutSquares = (n: bigint): { readonly root: bigint; readonly free: bigint } => {
  let [root, free] = [1n, n]
  for (let k = 2n; k <= largestFactor && k * k <= free; k += 1n) {
    while (free % (k * k) === 0n) {
      free /= k * k
      root *= k
    }
  }
  return { root, free }
}

const largestFactor = 1000n
