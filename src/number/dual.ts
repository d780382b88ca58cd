import type { Analytic, Arithmetic, Divisible, Radical } from './Arithmetic.js'

/**
 * A value and its derivative along one direction: the definition run over duals gives its own derivative, with no step size. Where the
 * tangent is a list, along several directions at once.
 */
export interface Dual<A, T = A> {
  readonly value: A
  readonly tangent: T
}

/** An input that varies along the direction (tangent 1), or as given. */
export const dual = <A, T = A>(value: A, tangent: T): Dual<A, T> => ({ value, tangent })

/** What tangents must be able to do: numbers of the system can, and so can lists of them. */
interface Tangents<A, T> {
  readonly of: (x: 0) => T
  readonly add: (s: T, t: T) => T
  readonly sub: (s: T, t: T) => T
  readonly mul: (t: T, a: A) => T
  readonly where: (a: A, b: A, s: T, t: T) => T
}

interface DivisibleTangents<A, T> extends Tangents<A, T> {
  readonly div: (t: T, a: A) => T
}

const arithmetic = <A, T>(N: Arithmetic<A>, tangents: Tangents<A, T>): Arithmetic<Dual<A, T>> => {
  const constant = tangents.of(0)
  const where = (a: Dual<A, T>, b: Dual<A, T>, x: Dual<A, T>, y: Dual<A, T>): Dual<A, T> =>
    dual(N.where(a.value, b.value, x.value, y.value), tangents.where(a.value, b.value, x.tangent, y.tangent))
  return {
    of: x => dual(N.of(x), constant),
    add: (a, b) => dual(N.add(a.value, b.value), tangents.add(a.tangent, b.tangent)),
    sub: (a, b) => dual(N.sub(a.value, b.value), tangents.sub(a.tangent, b.tangent)),
    mul: (a, b) => dual(N.mul(a.value, b.value), tangents.add(tangents.mul(a.tangent, b.value), tangents.mul(b.tangent, a.value))),
    max: (a, b) => where(a, b, a, b),
    where
  }
}

const divisible = <A, T>(N: Divisible<A>, tangents: DivisibleTangents<A, T>): Divisible<Dual<A, T>> => ({
  ...arithmetic(N, tangents),
  div: (a, b) => {
    const value = N.div(a.value, b.value)
    return dual(value, tangents.div(tangents.sub(a.tangent, tangents.mul(b.tangent, value)), b.value))
  }
})

const radical = <A, T>(N: Radical<A>, tangents: DivisibleTangents<A, T>): Radical<Dual<A, T>> => ({
  ...divisible(N, tangents),
  sqrt: a => {
    const root = N.sqrt(a.value)
    return dual(root, tangents.div(a.tangent, N.add(root, root)))
  }
})

const analytic = <A, T>(N: Analytic<A>, tangents: DivisibleTangents<A, T>): Analytic<Dual<A, T>> => {
  const [constant, one] = [tangents.of(0), N.of(1)]
  return {
    ...radical(N, tangents),
    exp: a => {
      const value = N.exp(a.value)
      return dual(value, tangents.mul(a.tangent, value))
    },
    log: a => {
      const value = N.log(a.value)
      // defined where the logarithm is, although 1/x is for negative x too
      return dual(value, tangents.div(a.tangent, N.where(value, value, a.value, a.value)))
    },
    sin: a => dual(N.sin(a.value), tangents.mul(a.tangent, N.cos(a.value))),
    cos: a => dual(N.cos(a.value), tangents.sub(constant, tangents.mul(a.tangent, N.sin(a.value)))),
    tanh: a => {
      const value = N.tanh(a.value)
      return dual(value, tangents.mul(a.tangent, N.sub(one, N.mul(value, value))))
    }
  }
}

/** Derivatives of sums and products. At a kink `max` has the derivative of the branch that it takes: the first on a tie. */
export const dualArithmetic = <A>(N: Arithmetic<A>): Arithmetic<Dual<A>> => arithmetic(N, N)

/** (a/b)' = (a' - (a/b) b') / b. */
export const dualDivisible = <A>(N: Divisible<A>): Divisible<Dual<A>> => divisible(N, N)

/** sqrt' = 1 / (2 sqrt). */
export const dualRadical = <A>(N: Radical<A>): Radical<Dual<A>> => radical(N, N)

/** exp' = exp, log' = 1/x, sin' = cos, cos' = -sin, tanh' = 1 - tanh^2. */
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
