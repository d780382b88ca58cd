import { lowered } from '../number/exactQuotient.js'
import { ofTerms, ofVariable, type Polynomial, type RationalFunction, rationalFunction as R } from '../number/polynomial.js'
import { rational } from '../number/rational.js'
import { callsIn, positionsIn } from './callsIn.js'
import { type CallAt, type Exponential, type Fact, factsOfCalls } from './factsOfCalls.js'
import { factsOfLengths } from './factsOfLengths.js'
import { factsOfLogSums } from './factsOfLogSums.js'
import { isNeverNegative, type KnownSigns } from './neverNegative.js'
import { answer, type Piece, questionOf, withSignOf } from './pieces.js'
import type { RootsAsUnknowns } from './rootsAsUnknowns.js'
import { cannotBe, isSumOf, type Part } from './sumOfFacts.js'
import { unlessCancelled } from './watched.js'

/** Longer slacks are not looked at. */
const mostTerms = 100

/** Whether a slack is seen nowhere to be negative on a piece, or the piece to be empty where it is defined. */
export const isProved = (
  slack: RationalFunction, piece: Piece, all: ReadonlyArray<Fact>, roots: RootsAsUnknowns, known: KnownSigns
): boolean => {
  if (slack.den.size === 0) return false
  if (slack.num.size === 0) return true
  const whole = withSignOf(slack, known)
  if (whole.size > mostTerms) return false
  // the ends of ranges are facts: to be opened for each piece they are too many
  if (isNeverNegative(slack, { ...known, ranges: new Map() }, false)) return true
  const isKnown = knownIn(slack, roots)
  const given = all.filter(({ amount }) => amount.den.size > 0 && positionsIn(amount).every(isKnown))
  const facts = [...given, ...factsOn(
    piece, [slack, ...given.map(({ amount }) => amount)], whole, { roots, known, isKnown }
  )]
  const parts = facts.flatMap(({ amount, isStrict = false, isZero = false }) => {
    const own = withSignOf(amount, known)
    return [{ amount: own, isStrict }, ...isZero ? [{ amount: opposite(own), isStrict: false }] : []]
  }).filter(({ amount }) => amount.size > 0)
  const isSum = (by: Polynomial): boolean =>
    isSumOf(known.reduced(R.mul(polynomial(whole), polynomial(by)).num), parts, known)
  return [one, ...divisorsOf(facts, known)].some(by => unlessCancelled(known.cancelled, () => isSum(by)))
    || cannotBe(parts, known)
    || unlessCancelled(known.cancelled, () =>
      isSumOf(whole, [...parts, ...productsOn(within(piece, isKnown), given, roots, known)], known))
}

/** Of more signs than these no products are looked at. */
const mostSigns = 6

/** The products of a sign of a piece and another one, or what is known of an absolute value in them. */
const productsOn = (
  piece: Piece, given: ReadonlyArray<Fact>, roots: RootsAsUnknowns, known: KnownSigns
): ReadonlyArray<Part> => {
  const signs = [
    ...[...piece.values()].map(({ part, is }) => polynomial(is === '<' || is === '<=' ? opposite(part) : part)),
    ...given.map(({ amount }) => amount)
  ]
  if (signs.length > mostSigns) return []
  const values = [...new Set(signs.flatMap(positionsIn))].flatMap(position => {
    const { name, of } = roots.callAt(position) ?? {}
    const value = ofVariable(position)
    return of === undefined || name !== 'abs' ? [] : [value, R.sub(value, of), R.add(value, of)]
  })
  const all = [...signs, ...values]
  return signs.flatMap((a, k) => all.slice(k).map(b => ({ amount: withSignOf(R.mul(a, b), known), isStrict: false })))
}

const one = R.of(1).den
const polynomial = (num: Polynomial): RationalFunction => ({ num, den: one })
const opposite = (p: Polynomial): Polynomial => R.sub(R.of(0), polynomial(p)).num

/** More divisors than these are not tried as factors. */
const mostDivisors = 4

/**
 * The divisors of facts, and products of two in the same variables, without factors that are products of variables, which are not
 * negative.
 */
const divisorsOf = (facts: ReadonlyArray<Fact>, known: KnownSigns): ReadonlyArray<Polynomial> => {
  const all = facts.map(({ amount: { den } }) => lowered({ num: den, den }).num)
    .filter(den => den.size > 1 && withSignOf({ num: one, den }, known) === one)
  const each = [...new Map(all.map(den => [[...den.keys()].sort().join(' '), den])).values()].slice(0, mostDivisors)
  const variables = (den: Polynomial): string => [...positionsIn(polynomial(den))].sort((a, b) => a - b).join(' ')
  const products = each.flatMap((a, k) => each.slice(k + 1).filter(b => variables(a) === variables(b))
    .map(b => R.mul(polynomial(a), polynomial(b)).num))
  return [...each, ...products]
}

type IsKnown = (position: number) => boolean

/** Which values are defined wherever a slack is: what is said of others, as in a case that is not taken, may not be used. */
const knownIn = (slack: RationalFunction, roots: RootsAsUnknowns): IsKnown => {
  const needed = new Set(callsIn([slack], roots).map(({ position }) => position))
  const isTotal = (of: RationalFunction): boolean => of.den === one && positionsIn(of).every(isKnown)
  const isKnown: IsKnown = position => {
    const { name, of, lengthOf } = roots.callAt(position) ?? {}
    return of === undefined || needed.has(position) || lengthOf?.every(isTotal) === true
      || ((name === 'abs' || name === 'exp') && isTotal(of))
  }
  return isKnown
}

/** The signs of a piece that are said of such values alone. */
const within = (piece: Piece, isKnown: IsKnown): Piece =>
  new Map([...piece].filter(([, { part }]) => positionsIn(polynomial(part)).every(isKnown)))

/** What is known on a piece of the functions in a slack, and in what is given: outside the domain of others nothing is known of them. */
const factsOn = (
  piece: Piece, about: ReadonlyArray<RationalFunction>, whole: Polynomial,
  { roots, known, isKnown }: { readonly roots: RootsAsUnknowns; readonly known: KnownSigns; readonly isKnown: IsKnown }
): ReadonlyArray<Fact> => {
  const assumed = [...within(piece, isKnown).values()]
  const calls = callsIn([...about, ...assumed.map(({ part }) => polynomial(part))], roots)
  const decided = calls.flatMap(({ name, of, position }): ReadonlyArray<Fact> => {
    const found = name === 'abs' ? answer(questionOf(of, known), piece, known) : 'open'
    const value = ofVariable(position)
    return found === 'open' ? [] : [{ amount: found === 'yes' ? R.sub(value, of) : R.add(value, of), isZero: true }]
  })
  const signs = assumed.map(({ part, is }): Fact => ({
    amount: polynomial(is === '<' || is === '<=' ? opposite(part) : part), isStrict: is === '<' || is === '>',
    isZero: is === '='
  }))
  return [
    ...signs, ...decided, ...factsOfCalls(calls, about.flatMap(one => exponentialsIn(one, calls))),
    ...factsOfLengths(calls, whole), ...factsOfLogSums(calls, whole)
  ]
}

/** The powers of e in a slack, and the products of such in its terms. */
const exponentialsIn = ({ num }: RationalFunction, calls: ReadonlyArray<CallAt>): ReadonlyArray<Exponential> => {
  const exponents = new Map(calls.flatMap(({ name, of, position }) => (name === 'exp' ? [[position, of] as const] : [])))
  const products = [...num.values()].map(({ monomial }) => monomial.filter(position => exponents.has(position)))
  const all = new Map([...products, ...[...exponents.keys()].map(position => [position])].map(m => [m.join('.'), m]))
  return [...all.values()].filter(monomial => monomial.length > 0).map(monomial => ({
    value: polynomial(ofTerms([{ monomial, coefficient: rational.of(1) }])),
    exponent: monomial.map(position => exponents.get(position) as RationalFunction).reduce(R.add)
  }))
}
