import { multiplied, toThe } from './factored.js'
import { abs, exp, log, sqrt, withSign } from './lawsOfExp.js'
import { cos, pi, sin } from './lawsOfTurns.js'
import { power } from './product.js'
import { rational } from './rational.js'
import {
  constantSum, keyOfSum, minus, nothing, numberOf, oneRational, scaled, type Sum, termOf, total
} from './sumOfProducts.js'
import type { Unknowns } from './unknowns.js'

/** The value of a function as a sum of products, from its arguments; nothing where it is undefined. */
type Rule = (U: Unknowns, of: ReadonlyArray<Sum>) => Sum | undefined

const half = rational.of(0.5)
const one = constantSum(oneRational)
const plus = (a: Sum, b: Sum): Sum => total([a, b])
const less = (a: Sum, b: Sum): Sum => total([a, minus(b)])

const over = (U: Unknowns, a: Sum, b: Sum): Sum | undefined =>
  (b.size === 0 ? undefined : multiplied(U, a, toThe(U, b, -1)))

const logOf = (U: Unknowns, a: Sum): Sum | undefined => (a.size === 0 ? undefined : log(U, a))

/** f(-x) = -f(x), and no more. */
const odd = (name: string): Rule => (U, [a = nothing]) => {
  if (a.size === 0) return nothing
  const [within, sign] = withSign(a)
  const id = U.idOf(`${name}(${keyOfSum(within)})`, () => ({ sign: '?', isReal: true }))
  return termOf(rational.of(sign), power(id))
}

const hyperbolic = (combine: typeof plus): Rule =>
  (U, [a = nothing]) => scaled(combine(exp(U, a), exp(U, minus(a))), half)

const extreme = (combine: typeof plus): Rule =>
  (U, [a = nothing, b = nothing]) => scaled(combine(plus(a, b), abs(U, less(a, b))), half)

/** y + h (x - y), where h is 1 where a - b is not negative, and else 0. */
const where: Rule = (U, [a = nothing, b = nothing, x = nothing, y = nothing]) => {
  const difference = less(a, b)
  const known = numberOf(difference)
  if (known !== undefined) return known.num >= 0n ? x : y
  const [ofFirst, sign] = withSign(difference)
  const first = [...ofFirst].reduce((p, q) => (p[0] < q[0] ? p : q))[1].coefficient
  const within = scaled(ofFirst, rational.div(rational.of(sign), first))
  const id = U.idOf(`truth(${keyOfSum(within)})`, () => ({ sign: '+0', isReal: true, isTruth: true }))
  return plus(y, multiplied(U, termOf(oneRational, power(id)), less(x, y)))
}

/** The functions that are made of others: by exp, log, square roots and turns. */
export const rules: Readonly<Record<string, Rule>> = {
  exp: (U, [a = nothing]) => exp(U, a),
  expm1: (U, [a = nothing]) => less(exp(U, a), one),
  log: (U, [a = nothing]) => logOf(U, a),
  log1p: (U, [a = nothing]) => logOf(U, plus(one, a)),
  log10: (U, [a = nothing]) => {
    const value = logOf(U, a)
    return value === undefined ? undefined : over(U, value, log(U, constantSum(rational.of(10))))
  },
  sin: (U, [a = nothing]) => sin(U, a),
  cos: (U, [a = nothing]) => cos(U, a),
  tan: (U, [a = nothing]) => over(U, sin(U, a), cos(U, a)),
  sinh: hyperbolic(less),
  cosh: hyperbolic(plus),
  tanh: (U, [a = nothing]) => {
    const small = exp(U, scaled(a, rational.of(-2)))
    return over(U, less(one, small), plus(one, small))
  },
  sigmoid: (U, [a = nothing]) => over(U, one, plus(one, exp(U, minus(a)))),
  softplus: (U, [a = nothing]) => logOf(U, plus(one, exp(U, a))),
  sqrt: (U, [a = nothing]) => sqrt(U, a),
  abs: (U, [a = nothing]) => abs(U, a),
  max: extreme(plus),
  min: extreme(less),
  where,
  pow: (U, [a = nothing, b = nothing]) => {
    const value = logOf(U, a)
    return value === undefined ? undefined : exp(U, multiplied(U, b, value))
  },
  asin: odd('asin'),
  atan: odd('atan'),
  erf: odd('erf'),
  pi: U => termOf(oneRational, power(pi(U))),
  e: U => exp(U, one)
}
