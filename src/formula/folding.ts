import { type Analytic, type Rational, rational } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import { constantFolding, type Recorder, type Ref } from '../expression/index.js'

const half = { num: 1n, den: 2n }
const largestExponent = 2 ** 31
// What cannot be counted to its end: products of large matrices.
const mostRecorded = 1_000_000

/**
 * Numbers that write down what is done with them, as a person means it: exponents that are fractions are computed first, so that 4/2 is
 * whole. Whole ones multiply, 1/2 is a square root, others are exp(b log a). Whole powers of fractions are fractions.
 */
export const folding = ({ N, node }: Recorder): Analytic<Ref> => {
  const fraction: (ref: Ref) => Rational | undefined = constantFolding(node)
  const pow = (a: Ref, b: Ref): Ref => {
    const exponent = fraction(b)
    if (exponent === undefined) return N.pow(a, b)
    const isWhole = exponent.den === 1n && exponent.num >= -largestExponent && exponent.num <= largestExponent
    return isWhole ? power(a, Number(exponent.num))
      : rational.compare(exponent, half) === 0 ? N.sqrt(a) : N.pow(a, N.ofRational(exponent))
  }
  const power = (a: Ref, n: number): Ref => {
    if (Math.abs(n) > largestExponent) return N.pow(a, N.of(n))
    const raised = N.power(a, n)
    const value = fraction(raised)
    return value === undefined ? raised : N.ofRational(value)
  }
  const mul = (a: Ref, b: Ref): Ref => {
    const product = N.mul(a, b)
    return product <= mostRecorded ? product
      : refuse('input', 'the formula', 'fewer numbers and operations', `more than ${mostRecorded}`)
  }
  const neg = (a: Ref): Ref => {
    const it = node(a)
    return it.kind === 'constant' && typeof it.value !== 'string' ? N.ofRational({ ...it.value, num: -it.value.num })
      : N.neg(a)
  }
  return { ...N, mul, pow, power, neg }
}
