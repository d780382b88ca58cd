import type { Analytic, Arithmetic, Divisible, Radical } from './Arithmetic.js'

/** A value and its derivative along one direction: the definition run over duals gives its own derivative, with no step size. */
export interface Dual<A> {
  readonly value: A
  readonly tangent: A
}

/** An input that varies along the direction (tangent 1), or as given. */
export const dual = <A>(value: A, tangent: A): Dual<A> => ({ value, tangent })

/** Derivatives of sums and products. At a kink `max` has the derivative of the branch that it takes: the first on a tie. */
export const dualArithmetic = <A>(N: Arithmetic<A>): Arithmetic<Dual<A>> => {
  const where = (a: Dual<A>, b: Dual<A>, x: Dual<A>, y: Dual<A>): Dual<A> =>
    dual(N.where(a.value, b.value, x.value, y.value), N.where(a.value, b.value, x.tangent, y.tangent))
  return {
    of: x => dual(N.of(x), N.of(0)),
    add: (a, b) => dual(N.add(a.value, b.value), N.add(a.tangent, b.tangent)),
    sub: (a, b) => dual(N.sub(a.value, b.value), N.sub(a.tangent, b.tangent)),
    mul: (a, b) => dual(N.mul(a.value, b.value), N.add(N.mul(a.tangent, b.value), N.mul(a.value, b.tangent))),
    max: (a, b) => where(a, b, a, b),
    where
  }
}

/** (a/b)' = (a' - (a/b) b') / b. */
export const dualDivisible = <A>(N: Divisible<A>): Divisible<Dual<A>> => ({
  ...dualArithmetic(N),
  div: (a, b) => {
    const value = N.div(a.value, b.value)
    return dual(value, N.div(N.sub(a.tangent, N.mul(value, b.tangent)), b.value))
  }
})

/** sqrt' = 1 / (2 sqrt). */
export const dualRadical = <A>(N: Radical<A>): Radical<Dual<A>> => ({
  ...dualDivisible(N),
  sqrt: a => {
    const root = N.sqrt(a.value)
    return dual(root, N.div(a.tangent, N.add(root, root)))
  }
})

/** exp' = exp, log' = 1/x, sin' = cos, cos' = -sin, tanh' = 1 - tanh^2. */
export const dualAnalytic = <A>(N: Analytic<A>): Analytic<Dual<A>> => ({
  ...dualRadical(N),
  exp: a => {
    const value = N.exp(a.value)
    return dual(value, N.mul(a.tangent, value))
  },
  log: a => dual(N.log(a.value), N.div(a.tangent, a.value)),
  sin: a => dual(N.sin(a.value), N.mul(a.tangent, N.cos(a.value))),
  cos: a => dual(N.cos(a.value), N.sub(N.of(0), N.mul(a.tangent, N.sin(a.value)))),
  tanh: a => {
    const value = N.tanh(a.value)
    return dual(value, N.mul(a.tangent, N.sub(N.of(1), N.mul(value, value))))
  }
})
