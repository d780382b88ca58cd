import type { Arithmetic, Divisible, Radical } from './Arithmetic.js'

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

export interface DivisibleTangents<A, T> extends Tangents<A, T> {
  readonly div: (t: T, a: A) => T
}

const arithmetic = <A, T>(N: Arithmetic<A>, tangents: Tangents<A, T>): Arithmetic<Dual<A, T>> => {
  const constant = tangents.of(0)
  return {
    of: x => dual(N.of(x), constant),
    add: (a, b) => dual(N.add(a.value, b.value), tangents.add(a.tangent, b.tangent)),
    sub: (a, b) => dual(N.sub(a.value, b.value), tangents.sub(a.tangent, b.tangent)),
    square: a => dual(N.square(a.value), tangents.mul(a.tangent, N.add(a.value, a.value))),
    mul: (a, b) => dual(N.mul(a.value, b.value), tangents.add(
      tangents.mul(a.tangent, b.value), tangents.mul(b.tangent, a.value)
    )),
    max: (a, b) => dual(N.max(a.value, b.value), tangents.where(a.value, b.value, a.tangent, b.tangent)),
    where: (a, b, x, y) =>
      dual(N.where(a.value, b.value, x.value, y.value), tangents.where(a.value, b.value, x.tangent, y.tangent))
  }
}

const divisible = <A, T>(N: Divisible<A>, tangents: DivisibleTangents<A, T>): Divisible<Dual<A, T>> => ({
  ...arithmetic(N, tangents),
  ofRational: q => dual(N.ofRational(q), tangents.of(0)),
  decimal: text => dual(N.decimal(text), tangents.of(0)),
  div: (a, b) => {
    const value = N.div(a.value, b.value)
    return dual(value, tangents.div(tangents.sub(a.tangent, tangents.mul(b.tangent, value)), b.value))
  }
})

export const radical = <A, T>(N: Radical<A>, tangents: DivisibleTangents<A, T>): Radical<Dual<A, T>> => ({
  ...divisible(N, tangents),
  sqrt: a => {
    const root = N.sqrt(a.value)
    return dual(root, tangents.div(a.tangent, N.add(root, root)))
  }
})

/** Derivatives of sums and products. At a kink `max` has the derivative of the branch that it takes: the first on a tie. */
export const dualArithmetic = <A>(N: Arithmetic<A>): Arithmetic<Dual<A>> => arithmetic(N, N)

/** (a/b)' = (a' - (a/b) b') / b. */
export const dualDivisible = <A>(N: Divisible<A>): Divisible<Dual<A>> => divisible(N, N)
