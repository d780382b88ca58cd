import { refuse } from '../prelude/index.js'
import type { Analytic, Rational } from './Arithmetic.js'
import { elementary } from './elementary.js'
import { rational } from './rational.js'

const irrational = (name: string) =>
  (): never => refuse('undecided', `${name} over fractions`, 'a formula of + - * / and whole powers', name)

/** Fractions: + - * /, max, whole powers and perfect squares. Every transcendental function is refused. */
export const elementaryRational: Analytic<Rational> = elementary({
  ...rational,
  pi: irrational('pi'),
  exp: irrational('exp'),
  log: irrational('log'),
  sin: irrational('sin'),
  cos: irrational('cos'),
  expm1: irrational('expm1'),
  log1p: irrational('log1p'),
  log10: irrational('log10'),
  atan: irrational('atan'),
  erf: irrational('erf')
})
