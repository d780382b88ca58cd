import type { Analytic } from '../../src/number/index.js'

// The first of the two functions whose derivatives question 5 takes by differences, forward and in reverse.

/** f1 = exp(e^{w1} + e^{2 w2}) + sin(e^{w1} + e^{2 w2}). */
export const f1 = <A>(N: Analytic<A>) => (w1: A, w2: A): A => {
  const inner = N.add(N.exp(w1), N.exp(N.mul(N.of(2), w2)))
  return N.add(N.exp(inner), N.sin(inner))
}
