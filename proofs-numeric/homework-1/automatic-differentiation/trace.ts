import fc from 'fast-check'
import { drawn, type RealNumber, type Scalar } from '../../../src/claim/index.js'
import { type Analytic, type Dual, dual, dualAnalytic } from '../../../src/number/index.js'

// f1 taken apart into the variables of question 5c. The sine has a copy w7, w8, w9 of the sum w5, so that each variable is used once.

export type Name = 'w1' | 'w2' | 'w3' | 'w4' | 'w5' | 'w6' | 'w7' | 'w8' | 'w9' | 'w10' | 'w11'

export type Trace<A> = Readonly<Record<Name, A>>

/** The variables of f1 in order; `pass` may change each before it is used further. */
export const trace = <A>(
  N: Analytic<A>, x1: A, x2: A, pass: (name: Name, value: A) => A = (_, value) => value
): Trace<A> => {
  const w1 = pass('w1', x1)
  const w2 = pass('w2', x2)
  const w3 = pass('w3', N.exp(w1))
  const w4 = pass('w4', N.exp(N.mul(N.of(2), w2)))
  const w5 = pass('w5', N.add(w3, w4))
  const w6 = pass('w6', N.exp(w5))
  const w7 = pass('w7', w3)
  const w8 = pass('w8', w4)
  const w9 = pass('w9', N.add(w7, w8))
  const w10 = pass('w10', N.sin(w9))
  const w11 = pass('w11', N.add(w6, w10))
  return { w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11 }
}

/** A number that depends on w1 and w2. */
export type OfWeights = <A>(N: Analytic<A>, w1: A, w2: A) => A

/** The derivative of one variable by another, by nudging the other: a tangent for w1 or w2 below, an adjoint for w11 above. */
export const partial = (of: Name, by: Name): OfWeights => <A>(N: Analytic<A>, w1: A, w2: A): A => {
  const still = (x: A): Dual<A> => dual(x, N.of(0))
  const nudged = trace(dualAnalytic(N), still(w1), still(w2), (name, { value, tangent }) =>
    dual(value, name === by ? N.add(tangent, N.of(1)) : tangent))
  return nudged[of].tangent
}

/** The derivatives of a definition by w1 and by w2. */
export const byW1 = (f: Definition): OfWeights =>
  (N, w1, w2) => f(dualAnalytic(N))(dual(w1, N.of(1)), dual(w2, N.of(0))).tangent
export const byW2 = (f: Definition): OfWeights =>
  (N, w1, w2) => f(dualAnalytic(N))(dual(w1, N.of(0)), dual(w2, N.of(1))).tangent

export type Definition = <A>(N: Analytic<A>) => (w1: A, w2: A) => A

/** The homework's point, w = (1, 2). */
export const at12 = (formula: OfWeights): RealNumber => N => formula(N, N.of(1), N.of(2))

// Larger weights overflow: f1(4, 4) is beyond the largest double.
const weight: Scalar = drawn(fc.integer({ min: -8, max: 8 }).map(k => k / 4))

/** Any two weights: what a formula that is not proved for all of them is looked for a counterexample on. */
export const weights: { readonly w1: Scalar; readonly w2: Scalar } = { w1: weight, w2: weight }
