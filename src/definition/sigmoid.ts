import type { Analytic } from '../number/index.js'

/** 1 / (1 + e^{-x}). */
export const sigmoid = <A>(N: Analytic<A>) => (x: A): A => N.div(N.of(1), N.add(N.of(1), N.exp(N.sub(N.of(0), x))))
