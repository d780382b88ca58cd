import type { Divisible, Rational } from './Arithmetic.js'
import { isUndefined, rational } from './rational.js'

/** What is known of a number's sign: '+' positive, '0' zero, '-' negative, '+0' not negative, '?' nothing. */
export type Sign = '+' | '0' | '-' | '+0' | '?'

const negate = (a: Sign): Sign => (a === '+' ? '-' : a === '-' ? '+' : a === '0' ? '0' : '?')

const add = (a: Sign, b: Sign): Sign => {
  if (a === '0') return b
  if (b === '0' || a === b) return a
  return (a === '+' && b === '+0') || (a === '+0' && b === '+') ? '+' : '?'
}

const mul = (a: Sign, b: Sign): Sign => {
  if (a === '0' || b === '0') return '0'
  if (a === '+') return b
  if (b === '+') return a
  if (a === '-') return negate(b)
  if (b === '-') return negate(a)
  return a === '+0' && b === '+0' ? '+0' : '?'
}

const of = (x: number): Sign => (x > 0 ? '+' : x < 0 ? '-' : x === 0 ? '0' : '?')

const ofRational = (q: Rational): Sign =>
  (isUndefined(q) ? '?' : q.num === 0n ? '0' : q.num > 0n === q.den > 0n ? '+' : '-')

/** Signs as numbers: the product of positives is positive, so that a coefficient is seen to be so from what it is made of. */
export const sign: Divisible<Sign> = {
  of,
  add,
  sub: (a, b) => add(a, negate(b)),
  mul,
  square: a => (a === '0' ? '0' : a === '+' || a === '-' ? '+' : '+0'),
  div: (a, b) => (b === '+' || b === '-' ? mul(a, b) : '?'),
  ofRational,
  decimal: text => ofRational(rational.decimal(text)),
  max: (a, b) => (a === '+' || b === '+' ? '+' : a === b ? a : '?'),
  where: (_a, _b, x, y) => (x === y ? x : '?')
}
