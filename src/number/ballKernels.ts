import type { Analytic } from './Arithmetic.js'
import { add, div, max, mul, negate, sqrt, square, where } from './ballArithmetic.js'
import { cos, exp, log, sin, tanh } from './ballFunctions.js'
import { decompose } from './dyadic.js'
import { type Ball, nowhereBall, wholeBall } from './fixedPoint.js'
import type { KernelName } from './elementary.js'
import { tabulate } from '../prelude/index.js'

const ballOf = (x: number): Ball => {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? nowhereBall : wholeBall
  const { mantissa, exponent } = decompose(x)
  return { mid: mantissa, exp: exponent, rad: 0n }
}

// What formulas are made of and cases are drawn from is mostly a small multiple of a quarter: those from -64 to 64 are made once.
const quarters = tabulate(513, k => ballOf((k - 256) / 4))

export const ofDouble = (x: number): Ball => {
  const k = 4 * x
  return k === (k | 0) && Math.abs(k) <= 256 ? quarters[k + 256] as Ball : ballOf(x)
}

/** The operations of balls from which the other functions are made. */
export const ballKernels = (bits: number): Pick<Analytic<Ball>, KernelName> => ({
  of: ofDouble,
  add: (a, b) => add(bits, a, b),
  sub: (a, b) => add(bits, a, negate(b)),
  mul: (a, b) => mul(bits, a, b),
  square: a => square(bits, a),
  div: (a, b) => div(bits, a, b),
  max: (a, b) => max(bits, a, b),
  where: (a, b, x, y) => where(bits, a, b, x, y),
  neg: negate,
  sqrt: a => sqrt(bits, a),
  exp: a => exp(bits, a),
  log: a => log(bits, a),
  sin: a => sin(bits, a),
  cos: a => cos(bits, a),
  tanh: a => tanh(bits, a)
})
