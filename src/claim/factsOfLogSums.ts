import { ofTerms, ofVariable, type Polynomial, type RationalFunction, rationalFunction as R, type Term } from '../number/polynomial.js'
import { type Rational, rational } from '../number/rational.js'
import type { CallAt, Fact } from './factsOfCalls.js'

/** One summand of what a logarithm is taken of: a number above 0 times a power of e. */
interface Summand {
  readonly times: Rational
  /** The share of the summand in the whole. */
  readonly share: RationalFunction
  readonly exponent: RationalFunction
}

interface LogSum {
  readonly position: number
  readonly summands: ReadonlyArray<Summand>
}

/**
 * What is known of logarithms of sums of powers of e: they are convex. Where both sums have the same numbers c_i,
 * log(sum c_i e^(v_i)) >= log(sum c_i e^(u_i)) + sum p_i (v_i - u_i), of which p_i = c_i e^(u_i) / sum c_j e^(u_j). It is told where the
 * left one is added somewhere in the whole and the right one taken.
 */
export const factsOfLogSums = (calls: ReadonlyArray<CallAt>, whole: Polynomial): ReadonlyArray<Fact> => {
  const exponents = new Map(
    calls.flatMap(({ name, of, position }) => (name === 'exp' ? [[position, of] as const] : []))
  )
  const sums = calls.flatMap(call => (call.name === 'log' ? logSumOf(call, exponents) : []))
  const isTaken = (isMore: boolean) => ({ position }: LogSum): boolean => [...whole.values()].some(
    ({ monomial, coefficient: { num } }) => monomial.includes(position) && (num > 0n) === isMore)
  const [more, less] = [sums.filter(isTaken(true)), sums.filter(isTaken(false))]
  return less.flatMap(u => more.flatMap(v => (u === v || !isAlike(u, v) ? [] : [{ amount: aboveTangent(u, v) }])))
}

const aboveTangent = (u: LogSum, v: LogSum): RationalFunction => {
  const rise = u.summands.map(({ share, exponent }, i) =>
    R.mul(share, R.sub((v.summands[i] as Summand).exponent, exponent)))
  return rise.reduce(R.sub, R.sub(ofVariable(v.position), ofVariable(u.position)))
}

const isAlike = (u: LogSum, v: LogSum): boolean =>
  u.summands.length === v.summands.length
    && u.summands.every(({ times }, i) => rational.compare(times, (v.summands[i] as Summand).times) === 0)

/** A logarithm of two or more summands; none of another. */
const logSumOf = (
  { of, position }: CallAt, exponents: ReadonlyMap<number, RationalFunction>
): ReadonlyArray<LogSum> => {
  const [below, ...more] = [...of.den.values()]
  const above = [...of.num.values()].sort(inOrder)
  if (below === undefined || more.length > 0 || above.length < 2) return []
  const exponentOf = (monomial: ReadonlyArray<number>): RationalFunction | undefined =>
    monomial.reduce<RationalFunction | undefined>((sum, at) => {
      const own = exponents.get(at)
      return sum === undefined || own === undefined ? undefined : R.add(sum, own)
    }, R.of(0))
  const divisor = exponentOf(below.monomial)
  const summands = above.flatMap((term): ReadonlyArray<Summand> => {
    const times = rational.div(term.coefficient, below.coefficient)
    const exponent = exponentOf(term.monomial)
    if (times.num <= 0n || exponent === undefined || divisor === undefined) return []
    const share = R.div(polynomial(ofTerms([term])), polynomial(of.num))
    return [{ times, share, exponent: R.sub(exponent, divisor) }]
  })
  return summands.length === above.length ? [{ position, summands }] : []
}

const polynomial = (num: RationalFunction['num']): RationalFunction => ({ num, den: R.of(1).den })

/** By their numbers, so that those of two sums can be compared, and else in the order in which powers of e were met. */
const inOrder = (a: Term, b: Term): number =>
  rational.compare(a.coefficient, b.coefficient) || a.monomial.length - b.monomial.length
    || a.monomial.reduce((known, at, k) => known || at - (b.monomial[k] ?? 0), 0)
