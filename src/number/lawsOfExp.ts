import type { Rational } from './Arithmetic.js'
import { factored, factoredShortly, multiplied, nameOf, productAsSum } from './factored.js'
import { expanded } from './opened.js'
import { factorsOf, power, type Product, productOf, times, unit } from './product.js'
import { primeFactors } from './primeFactors.js'
import { rational } from './rational.js'
import { keyOfSum, minus, oneRational, scaled, type Sum, type Term, termOf, total } from './sumOfProducts.js'
import type { Sign } from './sign.js'
import { isEven, isRealProduct, isRealSum, signOfPower, type Unknown, type Unknowns } from './unknowns.js'

const absolute = ({ num, den }: Rational): Rational => ({ num: num < 0n ? -num : num, den })

/** The number as an exponent, or nothing where it is no multiple of 1/unit, or too large. */
export const asExponent = ({ num, den }: Rational): number | undefined => {
  const parts = num * BigInt(unit)
  return parts % den === 0n && Number.isSafeInteger(Number(parts / den)) ? Number(parts / den) : undefined
}

/** The power of an unknown that depends on its argument as exp does: f(q m) is f(m)^q. Where q is too fine for that it stays within. */
export const exponentialOf = (U: Unknowns, name: string, of: (argument: Sum) => Unknown) =>
  ({ coefficient, product }: Term): Product => {
    const q = asExponent(coefficient)
    const within = termOf(q === undefined ? absolute(coefficient) : oneRational, product)
    return power(U.idOf(`${name}(${keyOfSum(within)})`, () => of(within)), q ?? (coefficient.num < 0n ? -unit : unit))
  }

/** The sum with the sign by which its first coefficient is positive, and that sign. */
export const withSign = (sum: Sum): readonly [Sum, 1 | -1] => {
  const first = [...sum].reduce((a, b) => (a[0] < b[0] ? a : b))[1].coefficient
  return first.num < 0n ? [minus(sum), -1] : [sum, 1]
}

/** The same of a sum as a whole: f(-w) = 1 / f(w) alone is used. */
export const wholeExponential = (U: Unknowns, name: string, of: (argument: Sum) => Unknown, argument: Sum): Product => {
  const [within, sign] = withSign(argument)
  return power(U.idOf(`${name}(${keyOfSum(within)})`, () => of(within)), sign * unit)
}

const positive = (exponent: Sum): Unknown => ({ exponent, sign: '+', isReal: true })

/** exp(x + y) = exp(x) exp(y), exp(q x) = exp(x)^q, exp(log x) = x. */
export const exp = (U: Unknowns, argument: Sum): Sum => {
  const wide = expanded(U, argument)
  if (!isRealSum(U, wide)) return termOf(oneRational, wholeExponential(U, 'exp', positive, wide))
  const factorFor = exponentialOf(U, 'exp', positive)
  return productAsSum(U, oneRational, [...wide.values()].map(term => {
    const [id = -1, exponent] = term.product
    const base = id >= 0 && term.product.length === 2 && exponent === unit ? U.at(id).logarithmOf : undefined
    const q = base === undefined ? undefined : asExponent(term.coefficient)
    return base === undefined || q === undefined ? factorFor(term) : power(base, q)
  }).reduce(times, []))
}

const logOf = (U: Unknowns, id: number): Sum =>
  termOf(oneRational, power(U.idOf(`log(${id})`, () => ({ logarithmOf: id, sign: '?', isReal: true }))))

const nameOfPrime = (U: Unknowns, p: bigint): number => nameOf(U, { num: p, den: 1n }, [])

const timesExponent = (sum: Sum, exponent: number): Sum =>
  scaled(sum, rational.div(rational.of(exponent), rational.of(unit)))

type Factors = ReadonlyArray<readonly [number, number]>

/** A single odd power is positive, or not negative, only where its base is. */
const oddPower = (U: Unknowns, isNegative: boolean, factors: Factors): Factors | undefined => {
  const [id = 0, exponent = 0] = factors[0] ?? []
  return !isNegative && factors.length === 1 && U.at(id).isReal && Math.abs(exponent % (2 * unit)) === unit ? factors
    : undefined
}

/** log(x y) = log x + log y where neither can be negative, log(x^q) = q log x, log(exp(x)) = x. */
export const log = (U: Unknowns, argument: Sum): Sum => {
  const { coefficient, product } = factoredShortly(U, argument)
  const isKnown = ([id, k]: readonly [number, number]): boolean => ['+', '+0'].includes(signOfPower(U, id, k))
  const [known, others] = [factorsOf(product).filter(isKnown), factorsOf(product).filter(factor => !isKnown(factor))]
  const isNegative = coefficient.num < 0n
  const whole = oddPower(U, isNegative, others) !== undefined || (others.length === 0 && !isNegative) ? []
    : [logOf(U, nameOf(U, rational.of(isNegative ? -1 : 1), productOf(others)))]
  const numbers = primeFactors(absolute(coefficient)).map(
    ([p, n]) => scaled(logOf(U, nameOfPrime(U, p)), rational.of(n))
  )
  return total([...whole, ...numbers, ...[...known, ...oddPower(U, isNegative, others) ?? []].map(([id, k]) => {
    const { exponent, sign, isReal } = U.at(id)
    if (exponent !== undefined) return timesExponent(exponent, k)
    return isEven(k) && isReal && sign !== '+' ? timesExponent(logOf(U, squareOf(U, id)), k / 2)
      : timesExponent(logOf(U, id), k)
  })])
}

const squareOf = (U: Unknowns, id: number): number => nameOf(U, oneRational, power(id, 2 * unit))

/** |u|^k for an even or odd whole k: u^2 has a name, of which this is a power. */
const sizeToThe = (U: Unknowns, id: number, k: number): Product => {
  if (U.at(id).sign === '+' || U.at(id).sign === '+0' || k % unit !== 0 || isEven(k)) return power(id, k)
  return power(squareOf(U, id), k / 2)
}

const rootOfNumber = (U: Unknowns, q: Rational): Product =>
  primeFactors(q).map(([p, n]) => power(nameOfPrime(U, p), n * unit / 2)).reduce(times, [])

/** sqrt(x y) = sqrt(x) sqrt(y) where x > 0, and where neither can be negative; sqrt(x)^2 = x, sqrt(x^2) = |x|. */
export const sqrt = (U: Unknowns, argument: Sum): Sum => {
  if (argument.size === 0) return argument
  const { coefficient, product } = factored(U, argument)
  const signs = factorsOf(product).map(([id, k]) => ({ id, k, sign: signOfPower(U, id, k) }))
  const allKnown = coefficient.num > 0n && signs.every(({ k, sign }) => (sign === '+' || sign === '+0') && k % 2 === 0)
  const isApart = (factor: { readonly k: number, readonly sign: Sign }): boolean =>
    allKnown || (factor.sign === '+' && factor.k % 2 === 0)
  const apart = signs.filter(isApart).map(({ id, k }) => sizeToThe(U, id, k / 2)).reduce(
    times, rootOfNumber(U, absolute(coefficient))
  )
  if (allKnown) return productAsSum(U, oneRational, apart)
  const rest = productOf(signs.filter(factor => !isApart(factor)).map(
    ({ id, k }): readonly [number, number] => [id, k]
  ))
  const single = oddPower(U, coefficient.num < 0n, factorsOf(rest))?.[0]
  const root = single === undefined ? power(nameOf(U, rational.of(coefficient.num < 0n ? -1 : 1), rest), unit / 2)
    : power(single[0], single[1] / 2)
  return productAsSum(U, oneRational, times(apart, root))
}

/** |x y| = |x| |y|, |x|^2 = x^2, |x| = x where x is not negative. */
export const abs = (U: Unknowns, argument: Sum): Sum => {
  if (argument.size === 0) return argument
  const { coefficient, product } = factored(U, argument)
  if (!isRealProduct(U, product)) return sqrt(U, multiplied(U, argument, argument))
  return productAsSum(U, absolute(coefficient), factorsOf(product).map(([id, k]) => sizeToThe(U, id, k)).reduce(
    times, []
  ))
}
