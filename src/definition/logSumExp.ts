import { type Analytic, maximum, sum } from '../number/index.js'
import { at } from '../prelude/index.js'

/** log sum_i exp(x_i) = m + log sum_i exp(x_i - m), where m is the largest x_i: no power is above 1. */
export const logSumExp = <A>(N: Analytic<A>) => (xs: ReadonlyArray<A>): A => {
  const m = maximum(N)(xs)
  return N.add(m, N.log(sum(N)([xs.length], i => N.exp(N.sub(at(xs, i), m)))))
}
