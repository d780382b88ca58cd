import { sigmoid } from '../../src/definition/index.js'
import type { Analytic } from '../../src/number/index.js'

// The two functions whose derivatives question 5 takes by differences, forward and in reverse.

/** f1 = exp(e^{w1} + e^{2 w2}) + sin(e^{w1} + e^{2 w2}). */
export const f1 = <A>(N: Analytic<A>) => (w1: A, w2: A): A => {
  const inner = N.add(N.exp(w1), N.exp(N.mul(N.of(2), w2)))
  return N.add(N.exp(inner), N.sin(inner))
}

/** f2 = w1 w2 + sigmoid(w1). */
export const f2 = <A>(N: Analytic<A>) => (w1: A, w2: A): A => N.add(N.mul(w1, w2), sigmoid(N)(w1))
