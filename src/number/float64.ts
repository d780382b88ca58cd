import type { Analytic, Ordered } from './Arithmetic.js'

/** IEEE double precision, rounding to nearest: the numbers that the implementations use. */
export const float64: Analytic<number> & Ordered<number> = {
  of: x => x,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  max: (a, b) => (a >= b || Number.isNaN(a) ? a : b),
  // of a NaN nothing is larger: the choice is undefined
  where: (a, b, x, y) => (a >= b ? x : a < b ? y : NaN),
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
  compare: (a, b) => a - b
}
