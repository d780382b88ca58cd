import { refuse } from '../prelude/index.js'
import type { Divisible, Rational } from './Arithmetic.js'
import { isZero, rational } from './rational.js'

/** For each way of counting degree (one variable, one block of variables, all of them) a bound on the degree of a polynomial. */
export type Degree = ReadonlyArray<number>

/** Bounds on the degrees of numerator and denominator of a rational function. */
export interface Degrees {
  readonly num: Degree
  readonly den: Degree
}

const plus = (a: Degree, b: Degree): Degree => a.map((d, i) => d + (b[i] ?? 0))
const larger = (a: Degree, b: Degree): Degree => a.map((d, i) => Math.max(d, b[i] ?? 0))

/**
 * Degrees as numbers: a sum has at most the larger degree, a product the sum of both. A formula run over them tells how many points
 * prove it, so that no proof trusts a stated degree. A formula that branches is no polynomial and is refused.
 */
export const degrees = (counts: number): Divisible<Degrees> => {
  const none: Degree = Array.from({ length: counts }, () => 0)
  const constant: Degrees = { num: none, den: none }
  // the polynomial 0: what it multiplies vanishes, and what it is added to stays
  const zero: Degrees = { num: none, den: none }
  const isConstant = (a: Degree): boolean => a === none
  const times = (a: Degree, b: Degree): Degree => (isConstant(a) ? b : isConstant(b) ? a : plus(a, b))
  const most = (a: Degree, b: Degree): Degree => (isConstant(a) ? b : isConstant(b) || a === b ? a : larger(a, b))
  const add = (a: Degrees, b: Degrees): Degrees =>
    a === zero ? b : b === zero ? a : { num: most(times(a.num, b.den), times(b.num, a.den)), den: times(a.den, b.den) }
  const mul = (a: Degrees, b: Degrees): Degrees =>
    a === zero || b === zero ? zero : { num: times(a.num, b.num), den: times(a.den, b.den) }
  const ofRational = (q: Rational): Degrees => (isZero(q) ? zero : constant)
  const branch = (): never => refuse(
    'undecided', 'exactly', 'a polynomial or rational function', 'a formula that branches (max)'
  )
  return {
    of: x => (x === 0 ? zero : constant),
    add,
    sub: add,
    mul,
    square: a => mul(a, a),
    div: (a, b) => (a === zero ? zero : { num: times(a.num, b.den), den: times(a.den, b.num) }),
    ofRational,
    decimal: text => ofRational(rational.decimal(text)),
    max: branch,
    where: branch
  }
}
