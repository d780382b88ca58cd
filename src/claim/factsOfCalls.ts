import { interval } from '../number/intervalArithmetic.js'
import { ofVariable, type RationalFunction, rationalFunction as R } from '../number/polynomial.js'
import type { Call } from './rootsAsUnknowns.js'

/** Something that is never negative, or always 0, wherever all functions in it are defined. */
export interface Fact {
  readonly amount: RationalFunction
  /** Never 0 either. */
  readonly isStrict?: boolean
  readonly isZero?: boolean
}

/** A value of a function, with the position of the variable that stands for it. */
export interface CallAt extends Call {
  readonly position: number
}

/** A product of powers of e, and its exponent. */
export interface Exponential {
  readonly value: RationalFunction
  readonly exponent: RationalFunction
}

const [zero, one] = [R.of(0), R.of(1)]
const never = (amount: RationalFunction): Fact => ({ amount })

/**
 * What is known of values of functions. The logarithm lies below its tangents and the exponential function above, so that
 * log v - log u <= v / u - 1 and e^a >= e^b (1 + a - b); an absolute value is at least both signs of a number; what is put into a root or a
 * logarithm is not below 0, as it is undefined else; and of numbers alone there are enclosures.
 */
export const factsOfCalls = (
  calls: ReadonlyArray<CallAt>, exponentials: ReadonlyArray<Exponential>
): ReadonlyArray<Fact> => {
  const named = (name: string): ReadonlyArray<CallAt> => calls.filter(call => call.name === name)
  const logs = [
    { value: zero, of: one }, ...named('log').map(({ position, of }) => ({ value: ofVariable(position), of }))
  ]
  const powers = [{ value: one, exponent: zero }, ...exponentials]
  return [
    ...calls.flatMap(enclosing),
    ...named('abs').flatMap(({ position, of }) =>
      [R.sub, R.add].map(combine => never(combine(ofVariable(position), of)))),
    ...named('sqrt').map(({ of }) => never(of)),
    ...named('log').map(({ of }) => ({ amount: of, isStrict: true })),
    ...pairs(logs).map(([u, v]) => never(R.sub(R.sub(R.div(v.of, u.of), one), R.sub(v.value, u.value)))),
    ...pairs(powers).map(([a, b]) =>
      never(R.sub(a.value, R.mul(b.value, R.add(one, R.sub(a.exponent, b.exponent))))))
  ]
}

const pairs = <A>(all: ReadonlyArray<A>): ReadonlyArray<readonly [A, A]> =>
  all.flatMap(a => all.flatMap(b => (a === b ? [] : [[a, b] as const])))

/** Between two doubles, for the value of a function at a number. */
const enclosing = ({ name, of: { num, den }, position }: CallAt): ReadonlyArray<Fact> => {
  const [coefficient] = [...num.values()].map(term => term.coefficient)
  const isNumber = den === one.den && num.size === 1 && num.has('')
  if (!isNumber || coefficient === undefined) return []
  const { lo, hi } = interval[name as 'sqrt'](interval.ofRational(coefficient))
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return []
  return [never(R.sub(ofVariable(position), R.of(lo))), never(R.sub(R.of(hi), ofVariable(position)))]
}
