import type { Analytic, Divisible } from './Arithmetic.js'
import { type DivisibleTangents, type Dual, dual, radical } from './dual.js'

const analytic = <A, T>(N: Analytic<A>, tangents: DivisibleTangents<A, T>): Analytic<Dual<A, T>> => {
  type D = Dual<A, T>
  const [none, one] = [tangents.of(0), N.of(1)]
  const R = radical(N, tangents)
  /** f' = slope(a), or slope(a, f(a)). */
  const rising = (f: (a: A) => A, slope: (a: A, value: A) => A) => (a: D): D => {
    const value = f(a.value)
    return dual(value, tangents.mul(a.tangent, slope(a.value, value)))
  }
  /** f' = 1 / divisor(a), where f is defined: 1/x is so for negative x too, where the logarithm is not. */
  const over = (f: (a: A) => A, divisor: (a: A) => A) => (a: D): D => {
    const [value, by] = [f(a.value), divisor(a.value)]
    return dual(value, tangents.div(a.tangent, N.where(value, value, by, by)))
  }
  const minus = (t: T): T => tangents.sub(none, t)
  const neg = (a: D): D => dual(N.neg(a.value), minus(a.tangent))
  const zero = R.of(0)
  const sum = (terms: ReadonlyArray<D>): D =>
    dual(N.sum(terms.map(a => a.value)), terms.map(a => a.tangent).reduce(tangents.add, none))
  // sqrt((1 - a)(1 + a)), without cancellation near 1
  const cosine = (a: A): A => N.sqrt(N.mul(N.sub(one, a), N.add(one, a)))
  return {
    ...R,
    pi: () => dual(N.pi(), none),
    e: () => dual(N.e(), none),
    neg,
    abs: a => dual(N.abs(a.value), R.max(zero, R.max(a, neg(a))).tangent),
    min: (a, b) => dual(N.min(a.value, b.value), tangents.where(b.value, a.value, a.tangent, b.tangent)),
    relu: a => dual(N.relu(a.value), R.max(zero, a).tangent),
    exp: rising(N.exp, (_, value) => value),
    expm1: rising(N.expm1, N.exp),
    log: over(N.log, a => a),
    log1p: over(N.log1p, a => N.add(one, a)),
    log10: over(N.log10, a => N.mul(a, N.log(N.of(10)))),
    sin: rising(N.sin, N.cos),
    cos: a => dual(N.cos(a.value), minus(tangents.mul(a.tangent, N.sin(a.value)))),
    tan: rising(N.tan, (_, value) => N.add(one, N.square(value))),
    asin: over(N.asin, cosine),
    acos: over(N.acos, a => N.neg(cosine(a))),
    atan: over(N.atan, a => N.add(one, N.square(a))),
    sinh: rising(N.sinh, N.cosh),
    cosh: rising(N.cosh, N.sinh),
    tanh: rising(N.tanh, (_, value) => N.sub(one, N.mul(value, value))),
    // s (1 - s) would lose its digits where s is near 1
    sigmoid: rising(N.sigmoid, (a, value) => N.mul(value, N.sigmoid(N.neg(a)))),
    softplus: rising(N.softplus, N.sigmoid),
    erf: rising(N.erf, a => N.mul(N.div(N.of(2), N.sqrt(N.pi())), N.exp(N.neg(N.square(a))))),
    sum,
    hypot: entries => {
      const value = N.hypot(entries.map(a => a.value))
      const moved = entries.map(a => tangents.mul(a.tangent, a.value)).reduce(tangents.add, none)
      return dual(value, tangents.div(moved, value))
    },
    power: (a, n) =>
      rising(x => N.power(x, n), x => (n === 0 ? N.mul(N.of(0), x) : N.mul(N.of(n), N.power(x, n - 1))))(a),
    pow: (a, b) => {
      const value = N.pow(a.value, b.value)
      const [byBase, byExponent] = [N.mul(b.value, N.div(value, a.value)), N.mul(value, N.log(a.value))]
      return dual(value, tangents.add(tangents.mul(a.tangent, byBase), tangents.mul(b.tangent, byExponent)))
    }
  }
}

/**
 * The derivatives of the elementary functions: exp' = exp, log' = 1/x, sin' = cos, tanh' = 1 - tanh^2, and so on. Where a function is
 * undefined so is its derivative. At kinks abs' = relu' = 0, and max and min have the derivative of the first of equals.
 */
export const dualAnalytic = <A>(N: Analytic<A>): Analytic<Dual<A>> => analytic(N, N)

/** The derivatives along several directions; those of a constant, all 0, are written as an empty list. */
export type Directions<A> = ReadonlyArray<A>

const lists = <A>(N: Divisible<A>): DivisibleTangents<A, Directions<A>> => {
  const none: Directions<A> = []
  const zero = N.of(0)
  const zip = (f: (x: A, y: A) => A, s: Directions<A>, t: Directions<A>): Directions<A> =>
    (s.length > 0 ? s : t).map((_, i) => f(s[i] ?? zero, t[i] ?? zero))
  return {
    of: () => none,
    add: (s, t) => (t.length === 0 ? s : s.length === 0 ? t : zip(N.add, s, t)),
    sub: (s, t) => (t.length === 0 ? s : zip(N.sub, s, t)),
    mul: (t, a) => (t.length === 0 ? t : t.map(x => N.mul(x, a))),
    div: (t, a) => (t.length === 0 ? t : t.map(x => N.div(x, a))),
    where: (a, b, s, t) => zip((x, y) => N.where(a, b, x, y), s, t)
  }
}

/** Duals whose tangents are lists: what all directions share is computed once. */
export const dualsAlongAll = <A>(N: Analytic<A>): Analytic<Dual<A, Directions<A>>> => analytic(N, lists(N))
