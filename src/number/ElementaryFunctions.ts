import { refuse } from '../prelude/index.js'
import type { Analytic } from './Arithmetic.js'
import type { Rational } from './rational.js'
import { power } from './sum.js'

export type ConstantName = 'pi' | 'e'

/** What an implementation of the elementary functions brings: all else is made of these, by the same steps in every number system. */
export interface Kernels<A> extends Omit<Analytic<A>, 'tanh'> {
  readonly ofRational: (q: Rational) => A
  readonly constant: (name: ConstantName) => A
  readonly expm1: (a: A) => A
  readonly log1p: (a: A) => A
  readonly log10: (a: A) => A
  readonly atan: (a: A) => A
  readonly erf: (a: A) => A
}

/** The functions that a person writes in a formula. */
export interface Elementary<A> extends Kernels<A>, Analytic<A> {
  readonly neg: (a: A) => A
  readonly abs: (a: A) => A
  /** The smaller; the first on a tie. */
  readonly min: (a: A, b: A) => A
  readonly relu: (a: A) => A
  readonly tan: (a: A) => A
  readonly asin: (a: A) => A
  readonly acos: (a: A) => A
  readonly sinh: (a: A) => A
  readonly cosh: (a: A) => A
  readonly sigmoid: (a: A) => A
  readonly softplus: (a: A) => A
  readonly sum: (terms: ReadonlyArray<A>) => A
  /** The Euclidean norm. */
  readonly hypot: (entries: ReadonlyArray<A>) => A
  /** a^n for a whole number n, by repeated squaring. */
  readonly power: (a: A, n: number) => A
  /** a^b = exp(b log a), for a > 0. */
  readonly pow: (a: A, b: A) => A
}

/**
 * The elementary functions from their kernels. The steps are the same in every number system and rounding is monotone, so what a
 * computation gives over floats lies in what it gives over intervals. Exponentials are of numbers <= 0, which cannot overflow.
 */
export const elementary = <A>(K: Kernels<A>): Elementary<A> => {
  const [zero, one, two] = [K.of(0), K.of(1), K.of(2)]
  const neg = (a: A): A => K.sub(zero, a)
  const abs = (a: A): A => K.max(zero, K.max(a, neg(a)))
  const half = (a: A): A => K.div(a, two)
  const signed = (a: A, ofSize: A): A => K.where(a, zero, ofSize, neg(ofSize))
  const decay = (a: A): A => K.exp(neg(abs(a)))
  return {
    ...K,
    neg,
    abs,
    min: (a, b) => neg(K.max(neg(a), neg(b))),
    relu: a => K.max(zero, a),
    tan: a => K.div(K.sin(a), K.cos(a)),
    // the tangent of half the angle: sin / (1 + cos), and sqrt((1 - cos) / (1 + cos))
    asin: a => K.mul(two, K.atan(K.div(a, K.add(one, K.sqrt(K.mul(K.sub(one, a), K.add(one, a))))))),
    acos: a => K.mul(two, K.atan(K.sqrt(K.div(K.sub(one, a), K.add(one, a))))),
    sinh: a => {
      const grown = K.expm1(abs(a))
      return signed(a, half(K.add(grown, K.div(grown, K.add(grown, one)))))
    },
    cosh: a => {
      const grown = K.exp(abs(a))
      return half(K.add(grown, K.div(one, grown)))
    },
    tanh: a => {
      const lost = K.expm1(K.mul(K.of(-2), abs(a)))
      return signed(a, neg(K.div(lost, K.add(lost, two))))
    },
    sigmoid: a => {
      const small = decay(a)
      return K.where(a, zero, K.div(one, K.add(one, small)), K.div(small, K.add(one, small)))
    },
    softplus: a => K.add(K.max(zero, a), K.log1p(decay(a))),
    sum: terms => (terms.length === 0 ? zero : terms.reduce(K.add)),
    hypot: entries => K.sqrt(entries.map(a => K.mul(a, a)).reduce(K.add, zero)),
    power: (a, n) => {
      const size = power(K)(n % 2 === 0 ? abs(a) : a, Math.abs(n))
      return n < 0 ? K.div(one, size) : size
    },
    pow: (a, b) => K.exp(K.mul(b, K.log(a)))
  }
}

/** The elementary functions from the few that every analytic number system has; those that need others are refused. */
export const elementaryFrom = <A>(N: Analytic<A>): Elementary<A> => {
  const missing = (name: string): never => refuse('undecided', name, 'a number system with the functions of a calculator', 'one with fewer')
  const constant = (name: ConstantName): A => (name === 'e' ? N.exp(N.of(1)) : missing(name))
  const ofRational = ({ num, den }: Rational): A => N.div(N.of(Number(num)), N.of(Number(den)))
  const isShort = ({ num, den }: Rational): boolean => Number.isSafeInteger(Number(num)) && Number.isSafeInteger(Number(den))
  return elementary({
    ...N,
    constant,
    ofRational: q => (isShort(q) ? ofRational(q) : missing('a long decimal')),
    expm1: a => N.sub(N.exp(a), N.of(1)),
    log1p: a => N.log(N.add(N.of(1), a)),
    log10: a => N.div(N.log(a), N.log(N.of(10))),
    atan: () => missing('atan'),
    erf: () => missing('erf')
  })
}
