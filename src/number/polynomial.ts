import { refuse } from '../prelude/index.js'
import type { Divisible } from './Arithmetic.js'
import { fromDouble, isUndefined, isZero, type Rational, rational } from './rational.js'

/** A product of variables, as their sorted positions: [0, 0, 3] is x0^2 x3. */
type Monomial = ReadonlyArray<number>

/** A coefficient, and what it multiplies. */
export interface Term {
  readonly monomial: Monomial
  readonly coefficient: Rational
}

/** A polynomial over the rationals in normal form: its non-zero terms by monomial. Two are equal exactly when their terms are. */
export type Polynomial = ReadonlyMap<string, Term>

/** Who refuses a product that would take too long. */
export const tooLarge: string = 'a normal form'

const zero = fromDouble(0)
const nothing: Polynomial = new Map()

const combine = (a: Polynomial, b: Polynomial, f: (x: Rational, y: Rational) => Rational): Polynomial => {
  if (b.size === 0) return a
  const result = new Map(a)
  b.forEach(({ monomial, coefficient }, key) => {
    const value = f(result.get(key)?.coefficient ?? zero, coefficient)
    if (isZero(value)) result.delete(key)
    else result.set(key, { monomial, coefficient: value })
  })
  return result
}

const add = (a: Polynomial, b: Polynomial): Polynomial => combine(a, b, rational.add)
const sub = (a: Polynomial, b: Polynomial): Polynomial => combine(a, b, rational.sub)

/** The largest product of polynomials that is computed, in products of terms. */
export const mostProducts: number = 2 ** 18

const mul = (a: Polynomial, b: Polynomial): Polynomial => {
  if (a.size === 0 || b.size === 0) return nothing
  if (a.size * b.size > mostProducts) {
    return refuse(
      'undecided', tooLarge, `a product of at most ${mostProducts} products of terms`, `one of ${a.size * b.size}`
    )
  }
  const result = new Map<string, Term>()
  a.forEach(x => b.forEach(y => {
    const monomial = merged(x.monomial, y.monomial)
    const key = monomial.join('.')
    const [product, before] = [rational.mul(x.coefficient, y.coefficient), result.get(key)]
    const coefficient = before === undefined ? product : rational.add(before.coefficient, product)
    if (isZero(coefficient)) result.delete(key)
    else result.set(key, { monomial, coefficient })
  }))
  return result
}

/** Two sorted lists as one. */
const merged = (a: Monomial, b: Monomial): Monomial => {
  const all: Array<number> = []
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [x, y] = [a[i] ?? Infinity, b[j] ?? Infinity]
    all.push(x <= y ? x : y)
    if (x <= y) i += 1
    else j += 1
  }
  return all
}

const constant = (coefficient: Rational): Polynomial =>
  (isZero(coefficient) ? new Map() : new Map([['', { monomial: [], coefficient }]]))

/** A polynomial of terms of which no two have the same monomial, and no coefficient is 0. */
export const ofTerms = (terms: ReadonlyArray<Term>): Polynomial =>
  new Map(terms.map(term => [term.monomial.join('.'), term]))

/** The variable at a position. */
const variable = (position: number): Polynomial =>
  new Map([[String(position), { monomial: [position], coefficient: fromDouble(1) }]])

/** A quotient of polynomials. It is zero exactly when its numerator alone is; 0/0 is undefined, and so is what is made of it. */
export interface RationalFunction {
  readonly num: Polynomial
  readonly den: Polynomial
}

const one = constant(fromDouble(1))
const undefinedFunction: RationalFunction = { num: new Map(), den: new Map() }
const same = (a: Polynomial, b: Polynomial): boolean => a === b || (a.size === b.size && sub(a, b).size === 0)
const times = (a: Polynomial, b: Polynomial): Polynomial => (a === one ? b : b === one ? a : mul(a, b))

const over = (f: typeof add) => (a: RationalFunction, b: RationalFunction): RationalFunction =>
  same(a.den, b.den)
    ? { num: f(a.num, b.num), den: a.den }
    : { num: f(times(a.num, b.den), times(b.num, a.den)), den: times(a.den, b.den) }

const product = (a: RationalFunction, b: RationalFunction): RationalFunction =>
  ({ num: times(a.num, b.num), den: times(a.den, b.den) })

const ofRational = (q: Rational): RationalFunction =>
  (isUndefined(q) ? undefinedFunction : { num: constant(q), den: one })

const branch = (): never => refuse(
  'undecided', 'exactly', 'a polynomial or rational function', 'a formula that branches (max)'
)

/** Rational functions in normal form: an identity of formulas is proved, for all values of its variables, by comparing coefficients. */
export const rationalFunction: Divisible<RationalFunction> = {
  of: x => ofRational(rational.of(x)),
  add: over(add),
  sub: over(sub),
  mul: product,
  square: a => product(a, a),
  div: (a, b) => (b.num.size === 0 ? undefinedFunction : { num: times(a.num, b.den), den: times(a.den, b.num) }),
  ofRational,
  decimal: text => ofRational(rational.decimal(text)),
  max: branch,
  where: branch
}

export const ofVariable = (position: number): RationalFunction => ({ num: variable(position), den: one })
