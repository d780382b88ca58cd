import type { Analytic, Ordered } from './Arithmetic.js'
import { ball } from './ball.js'
import { elementary } from './elementary.js'
import type { Ball } from './fixedPoint.js'
import { nearestDouble } from './nearestDouble.js'
import { fraction } from './fraction.js'
import { scaledNorm } from './scaledNorm.js'

const N = elementary<number>({
  of: x => x,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  square: a => a * a,
  div: (a, b) => a / b,
  max: (a, b) => (a >= b || Number.isNaN(a) ? a : b),
  // of a NaN nothing is larger: the choice is undefined
  where: (a, b, x, y) => (a >= b ? x : a < b ? y : NaN),
  ofRational: nearestDouble,
  abs: Math.abs,
  sqrt: Math.sqrt,
  pi: () => Math.PI,
  e: () => Math.E,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  log10: Math.log10,
  sin: Math.sin,
  cos: Math.cos,
  atan: Math.atan,
  tanh: Math.tanh,
  erf: x => (Number.isFinite(x) ? nearestToBall(ball(80).erf(ball(80).of(x))) : Math.sign(x))
})

/** The double nearest to a ball of 53 bits or more that lies between the smallest and the largest double. */
const nearestToBall = ({ mid, exp }: Ball): number =>
  nearestDouble(exp >= 0 ? fraction(mid << BigInt(exp), 1n) : fraction(mid, 1n << BigInt(-exp)))

// b log a is at most 746 in size, so that 100 bits leave 90 of the power.
const powerBits = 100

/** a^b rounded once: 2^3 is 8. `Math.pow` errs by several units in the last place. */
const roundedPower = (a: number, b: number): number => {
  if (!(a > 0)) return NaN
  const size = b * Math.log(a)
  if (!(Math.abs(size) < 746) || size === 0) return Math.exp(size)
  const B = ball(powerBits)
  return size > 710 ? Infinity : nearestToBall(B.pow(B.of(a), B.of(b)))
}

/**
 * IEEE double precision, rounding to nearest: the numbers that the implementations use. erf and `pow` are rounded to nearest, `hypot`
 * neither overflows nor underflows on the way; the other functions are the platform's, or made of those.
 */
export const float64: Analytic<number> & Ordered<number> = {
  ...N,
  hypot: entries => scaledNorm(N, entries.reduce((most, a) => Math.max(most, Math.abs(a)), 0), entries),
  pow: roundedPower,
  compare: (a, b) => a - b
}
