import { ofTerms, type Polynomial, type RationalFunction, rationalFunction as R, type Term } from '../number/polynomial.js'
import { scaledBy } from '../number/primitive.js'
import { type Rational, rational } from '../number/rational.js'
import { combination } from './combination.js'
import { type KnownSigns, signOfQuotient } from './neverNegative.js'

/** A polynomial that is nowhere negative, and, if that is strict, nowhere 0. */
export interface Part {
  readonly amount: Polynomial
  readonly isStrict: boolean
}

type Monomial = ReadonlyArray<number>

const quotient = (num: Polynomial): RationalFunction => ({ num, den: R.of(1).den })
const less = (a: Polynomial, b: Polynomial): Polynomial => R.sub(quotient(a), quotient(b)).num
const times = (p: Polynomial, m: Monomial): Polynomial =>
  R.mul(quotient(p), quotient(ofTerms([{ monomial: m, coefficient: rational.of(1) }]))).num

const isEvenOrKnown = (m: Monomial, { notNegative }: KnownSigns): boolean =>
  m.every(position => notNegative.has(position) || m.filter(other => other === position).length % 2 === 0)

/** More parts than these are not looked at, and none that has more terms, of sums that have more. */
const mostParts = 300
const mostTerms = 100

/** Whether a polynomial is a sum of parts, of these times products that are not negative, and of such products. */
export const isSumOf = (whole: Polynomial, parts: ReadonlyArray<Part>, signs: KnownSigns): boolean => {
  if (whole.size > mostTerms) return false
  const short = parts.filter(({ amount }) => amount.size <= mostTerms)
  const isFound = (all: ReadonlyArray<Polynomial>): boolean => {
    const found = amountsOf(all, whole, signs)
    return found !== undefined && isNowhereNegative(less(whole, totalOf(all, found)), signs)
  }
  // those that are made of terms of the whole are often enough, and few
  const near = short.map(({ amount }) => amount).filter(amount => [...amount.keys()].every(key => whole.has(key)))
  if (near.length > 0 && near.length < short.length && isFound(distinct(near))) return true
  const multiples = short.reduce<ReadonlyArray<Part>>((known, part) =>
    (known.length > mostParts ? known : [...known, ...multiplesOf(part, whole, signs)]), [])
  return isFound(distinct([...short, ...multiples].map(({ amount }) => amount)))
}

/** Whether parts cannot all be so: they have a sum that is seen never to be above 0, and one is strict, or the sum is below 0. */
export const cannotBe = (parts: ReadonlyArray<Part>, known: KnownSigns): boolean => {
  if (parts.some(({ amount }) => amount.size > mostTerms)) return false
  const marked = parts.map(({ amount, isStrict }) => (isStrict ? new Map([...amount, mark]) : amount))
  const found = amountsOf(marked, new Map([mark]), known, mark[1].monomial)
  if (found === undefined) return false
  const sum = totalOf(parts.map(({ amount }) => amount), found)
  const isStrict = parts.some((part, k) => part.isStrict && (found[k]?.num ?? 0n) > 0n)
  return isNowhereNegative(less(new Map(), sum), known) && (isStrict || (sum.get('')?.coefficient.num ?? 0n) < 0n)
}

/** What counts how much of a sum is strict: no product of variables. */
const mark: readonly [string, Term] = ['strict', { monomial: [-1], coefficient: rational.of(1) }]

const isNowhereNegative = (p: Polynomial, known: KnownSigns): boolean =>
  signOfQuotient(quotient(p), { ...known, ranges: new Map() }) === '+'

/** How often each part is taken, where products that are not negative may be taken as well; `strict` is said of the number 1. */
const amountsOf = (
  parts: ReadonlyArray<Polynomial>, whole: Polynomial, known: KnownSigns, strict?: Monomial
): ReadonlyArray<Rational> | undefined => {
  if (parts.length > mostParts) return undefined
  const monomials = new Map(
    [...parts, whole].flatMap(p => [...p].map(([key, { monomial }]) => [key, monomial] as const))
  )
  const one: Term = { monomial: [], coefficient: rational.of(1) }
  const units = [...monomials].filter(([key, monomial]) => key !== '' && key !== mark[0] && isEvenOrKnown(monomial, known))
    .map(([, monomial]) => ofTerms([{ ...one, monomial }]))
  const number = strict === undefined ? ofTerms([one]) : new Map<string, Term>([['', one], mark])
  const found = combination([...parts, ...units, number], whole)
  // a proof rests on the signs of these, not on how they were found
  return found?.every(({ num, den }) => num >= 0n && den > 0n) === true ? found : undefined
}

const totalOf = (parts: ReadonlyArray<Polynomial>, amounts: ReadonlyArray<Rational>): Polynomial =>
  parts.reduce<RationalFunction>((sum, part, k) => {
    const amount = amounts[k] ?? rational.of(0)
    return amount.num === 0n ? sum : R.add(sum, quotient(scaledBy(part, amount)))
  }, R.of(0)).num

/** A part times what makes one of its terms one of the whole. */
const multiplesOf = ({ amount }: Part, whole: Polynomial, known: KnownSigns): ReadonlyArray<Part> => {
  const factors = [...amount.values()].flatMap(({ monomial: own }) => [...whole.values()].flatMap(({ monomial }) => {
    const rest = without(monomial, own)
    return rest === undefined || rest.length === 0 || !isEvenOrKnown(rest, known) ? [] : [[rest.join('.'), rest] as const]
  }))
  return [...new Map(factors).values()].map(
    factor => ({ amount: known.reduced(times(amount, factor)), isStrict: false })
  )
}

const without = (m: Monomial, factors: Monomial): Monomial | undefined =>
  factors.reduce<Monomial | undefined>((rest, factor) => {
    const at = rest?.indexOf(factor) ?? -1
    return at < 0 ? undefined : rest?.filter((_, k) => k !== at)
  }, m)

const distinct = (all: ReadonlyArray<Polynomial>): ReadonlyArray<Polynomial> =>
  [...new Map(all.map(p => [[...p].map(([key, { coefficient: { num, den } }]) => `${key}*${num}/${den}`).sort().join('+'), p])).values()]
