import type { Analytic, Divisible } from './Arithmetic.js'
import { ofFraction } from './ofFraction.js'
import { power } from './sum.js'
import { decimal } from './writtenDecimal.js'

type Basic = 'of' | 'add' | 'sub' | 'mul' | 'div' | 'where' | 'sqrt' | 'exp' | 'log' | 'sin' | 'cos'

/** What a number system must bring; the elementary functions are made of these. */
export type Kernels<A> = Pick<Analytic<A>, Basic | 'atan' | 'erf' | 'pi'>

/** What enclosures compute before all else. */
export type KernelName = Basic | 'square' | 'max' | 'neg' | 'tanh'

/**
 * All elementary functions from fourteen kernels, by the same steps in every number system. What a system can do better than these steps
 * (a tight square, expm1 without cancellation) it gives along with the kernels; the other functions then use it.
 *
 * Rounding is monotone and the steps are the same, so what a computation gives over floats lies in what it gives over intervals whose
 * kernels contain those of floats. Exponentials are of numbers <= 0, which cannot overflow.
 *
 * @example
 * const { of, add, sub, mul, div, where, sqrt, exp, log, sin, cos, atan, erf, pi } = float64
 * const N = elementary({ of, add, sub, mul, div, where, sqrt, exp, log, sin, cos, atan, erf, pi })
 * N.sigmoid(N.decimal('0')) // 0.5
 */
export const elementary = <A>(kernels: Kernels<A> & Partial<Analytic<A>>): Analytic<A> => {
  const max = (a: A, b: A): A => kernels.where(a, b, a, b)
  const D: Divisible<A> = {
    square: a => kernels.mul(a, a),
    max,
    ofRational: ofFraction(kernels),
    decimal: text => D.ofRational(decimal('decimal', text).value),
    ...kernels
  }
  const [zero, one, two] = [D.of(0), D.of(1), D.of(2)]
  const K = {
    ...D,
    neg: (a: A): A => D.sub(zero, a),
    expm1: (a: A): A => D.sub(kernels.exp(a), one),
    log1p: (a: A): A => kernels.log(D.add(one, a)),
    ...kernels
  }
  const abs = kernels.abs ?? ((a: A): A => D.max(zero, D.max(a, K.neg(a))))
  const half = (a: A): A => D.div(a, two)
  const signed = (a: A, ofSize: A): A => D.where(a, zero, ofSize, K.neg(ofSize))
  const decay = (a: A): A => K.exp(K.neg(abs(a)))
  return {
    e: () => K.exp(one),
    abs,
    min: (a, b) => K.neg(D.max(K.neg(a), K.neg(b))),
    relu: a => D.max(zero, a),
    log10: a => D.div(K.log(a), K.log(D.of(10))),
    tan: a => D.div(K.sin(a), K.cos(a)),
    // the tangent of half the angle: sin / (1 + cos), and sqrt((1 - cos) / (1 + cos)), or its complement
    asin: a => D.mul(two, K.atan(D.div(a, D.add(one, K.sqrt(D.mul(D.sub(one, a), D.add(one, a))))))),
    acos: a => {
      const angle = (x: A, y: A): A => D.mul(two, K.atan(K.sqrt(D.div(x, y))))
      const [below, above] = [D.sub(one, a), D.add(one, a)]
      return D.where(a, zero, angle(below, above), D.sub(K.pi(), angle(above, below)))
    },
    sinh: a => {
      const grown = K.expm1(abs(a))
      return signed(a, half(D.add(grown, D.div(grown, D.add(grown, one)))))
    },
    cosh: a => {
      const grown = K.exp(abs(a))
      return half(D.add(grown, D.div(one, grown)))
    },
    tanh: a => {
      const lost = K.expm1(D.mul(D.of(-2), abs(a)))
      return signed(a, K.neg(D.div(lost, D.add(lost, two))))
    },
    sigmoid: a => {
      const small = decay(a)
      return D.where(a, zero, D.div(one, D.add(one, small)), D.div(small, D.add(one, small)))
    },
    softplus: a => D.add(D.max(zero, a), K.log1p(decay(a))),
    sum: terms => (terms.length === 0 ? zero : terms.reduce(D.add)),
    hypot: entries => K.sqrt(entries.map(D.square).reduce(D.add, zero)),
    power: (a, n) => {
      // 0/0 to the power 0 is as undefined as 0/0
      if (n === 0) return D.where(a, a, one, one)
      const size = power(D)(n % 2 === 0 ? abs(a) : a, Math.abs(n))
      return n < 0 ? D.div(one, size) : size
    },
    pow: (a, b) => K.exp(D.mul(b, K.log(a))),
    ...K
  }
}
