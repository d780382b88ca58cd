import { refuse } from '../prelude/index.js'
import type { Divisible, Rational } from './Arithmetic.js'
import { rational } from './rational.js'

const exact = (x: number): number =>
  Number.isSafeInteger(x) ? x : refuse('undecided', 'integer arithmetic', 'a whole number below 2^53', String(x))

const ofRational = ({ num, den }: Rational): number => exact(den === 1n ? Number(num) : NaN)

/** Whole numbers held in doubles, exact or refused as undecided: many times faster than fractions where they suffice. */
export const integer: Divisible<number> = {
  of: exact,
  add: (a, b) => exact(a + b),
  sub: (a, b) => exact(a - b),
  mul: (a, b) => exact(a * b),
  square: a => exact(a * a),
  div: (a, b) => exact(a / b),
  ofRational,
  decimal: text => ofRational(rational.decimal(text)),
  max: (a, b) => (a >= b ? a : b),
  where: (a, b, x, y) => (a >= b ? x : y)
}
