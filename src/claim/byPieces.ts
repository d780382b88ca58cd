import { ofTerms, ofVariable, type Polynomial, type RationalFunction, rationalFunction as R } from '../number/polynomial.js'
import { lowered } from '../number/exactQuotient.js'
import { rational } from '../number/rational.js'
import { attempt, isLeft } from '../prelude/index.js'
import { signsOf } from './bySquares.js'
import { type Evidence, type Judge, ratioOf } from './Claim.js'
import { type CallAt, type Exponential, type Fact, factsOfCalls } from './factsOfCalls.js'
import { factsOfLengths } from './factsOfLengths.js'
import { factsOfLogSums } from './factsOfLogSums.js'
import { type Formula, forAll } from './forAll.js'
import { fewLooks, ifDefined } from './ifDefined.js'
import { isNeverNegative, type KnownSigns } from './neverNegative.js'
import { answer, halves, onPiece, type Piece, type Question, questionOf, withSignOf } from './pieces.js'
import type { Premises } from './Premise.js'
import { outside, relationsOf } from './Relation.js'
import { type RootsAsUnknowns, rootsAsUnknowns } from './rootsAsUnknowns.js'
import { cannotBe, isSumOf, type Part } from './sumOfFacts.js'
import { blocksOf, everyValue, liftBy, rangesOf } from './positions.js'
import { checked, type Variables } from './Variable.js'
import { unlessCancelled } from './watched.js'

/** More pieces than these are not looked at. */
const mostPieces = 64

/**
 * Proves equalities and inequalities with absolute values, maxima and cases: by the signs of what is compared all values are parted into
 * pieces, on each of which the slack is a sum of what is not negative there. It is also known that exp lies above its tangents and log
 * below, that a logarithm of a sum of powers of e is convex, and what Cauchy, Schwarz and the triangle say of lengths, so that what follows
 * from few of these is proved too. What is not proved is looked for a counterexample on drawn values.
 *
 * @example
 * const parts = (N, { x }) => equal(N.sub(N.max(x, N.of(0)), N.max(N.neg(x), N.of(0))), x)
 * byPieces({ x: scalar }, parts)(effort(), 'parts/of-a-number').verdict // 'proved'
 */
export const byPieces = <V extends Variables>(
  variables: V, formula: Formula<V>, { premises, areLocal = false, examples }: Given<V> = {}
): Judge => (effort, id) => {
  checked('byPieces', variables)
  const sought = examples ?? forAll(variables, formula, { byLaws: true })
  const few = sought({ ...effort, runs: Math.min(effort.runs, fewLooks) }, id)
  if (few.verdict === 'refuted') return few
  const count = attempt(() =>
    piecesOf(variables, formula, { premises: premises ?? (() => []), areLocal }, effort.cancelled))
  if (!isLeft(count) && count.right !== undefined) {
    const how = count.right === 1 ? 'the slack is a sum of what is not negative'
      : `on each of ${count.right} pieces the slack is a sum of what is not negative there`
    const scope = `${everyValue(variables)} where both sides are defined; ${how}`
    return ifDefined({ verdict: 'proved', evidence: { ...nothing, cases: count.right, scope, ...ratioOf(few) } }, few)
  }
  const found = effort.runs <= fewLooks ? few : sought(effort, id)
  const reason = isLeft(count) ? count.left.message : 'the slack is not seen to be a sum of what is not negative'
  return found.verdict === 'refuted' || found.verdict === 'vacuous' ? found
    : { verdict: 'undecided', evidence: found.evidence, reason: `${reason}, and no counterexample was found` }
}

interface Given<V extends Variables> {
  /** What is known of variables that are not free, as the values of a function are not. */
  readonly premises?: Premises<V>
  /** Whether premises hold only where the values that they are said of stand in what is to be proved, which are defined there. */
  readonly areLocal?: boolean
  /** Looks for a counterexample where such variables cannot be drawn. */
  readonly examples?: Judge
}

const nothing: Evidence = {
  strength: 'exact', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null
}

/** On how many pieces the relations were proved; none where they were not on one of them. */
const piecesOf = <V extends Variables>(
  variables: V, formula: Formula<V>, { premises, areLocal }: Required<Pick<Given<V>, 'premises' | 'areLocal'>>,
  cancelled: () => boolean
): number | undefined => {
  const count = blocksOf(variables).length
  // one for all pieces: the value of a function at an argument is the same unknown on each
  const roots = rootsAsUnknowns(count)
  const known = (): KnownSigns => signsOf(variables, roots, cancelled)
  const ends: ReadonlyArray<Fact> = [...rangesOf(variables)].flatMap(([position, { lo, hi }]) => [
    { amount: R.sub(ofVariable(position), R.ofRational(lo)) }, { amount: R.sub(R.ofRational(hi), ofVariable(position)) }
  ])
  let left = mostPieces
  const provedOn = (piece: Piece): number | undefined => {
    left -= 1
    if (left < 0) return undefined
    const { N, open } = onPiece(roots, piece, known)
    const zeros = zerosOn(piece)
    const lifted = liftBy(variables, position => (zeros.has(position) ? R.of(0) : ofVariable(position)))
    const related = unlessCancelled(cancelled, () => formula(N, lifted))
    if (related === outside) return undefined
    const told = premises(N, lifted)
    const [question] = open()
    if (question !== undefined) return onBoth(piece, question)
    const slacks = relationsOf(related).flatMap(({ kind, left: a, right: b }) =>
      (kind === '<=' ? [R.sub(b, a)] : [R.sub(b, a), R.sub(a, b)]))
    if (slacks.length === 0) return undefined
    const givenFor = (slack: RationalFunction): ReadonlyArray<Fact> =>
      [...ends, ...told.filter(({ of = [] }) => !areLocal || isSaidOf(of, slack))]
    const unproved = slacks.find(slack => !isProved(slack, piece, givenFor(slack), roots, known()))
    if (unproved === undefined) return 1
    const next = undecidedIn(unproved, piece, roots, known())
    return next === undefined ? undefined : onBoth(piece, next)
  }
  const onBoth = (piece: Piece, question: Question): number | undefined =>
    halves(piece, question).reduce<number | undefined>((sum, half) => {
      const more = sum === undefined ? undefined : provedOn(half)
      return sum === undefined || more === undefined ? undefined : sum + more
    }, 0)
  return provedOn(new Map())
}

/** Whether all these values stand in a slack. */
const isSaidOf = (values: ReadonlyArray<RationalFunction>, slack: RationalFunction): boolean => {
  const there = new Set(positionsIn(slack))
  return values.flatMap(positionsIn).every(position => there.has(position))
}

/** The variables that are 0 on a piece, since a sum of squares that is not above 0 has theirs among them. */
const zerosOn = (piece: Piece): ReadonlySet<number> => new Set([...piece.values()].flatMap(({ part, is }) => {
  const small = is === '<=' || is === '=' ? part : is === '>=' ? opposite(part) : R.of(0).num
  const monomials = [...small.values()].map(({ monomial }) => monomial)
  const isEven = (monomial: ReadonlyArray<number>): boolean =>
    monomial.every(position => monomial.filter(other => other === position).length % 2 === 0)
  const isSumOfSquares = [...small.values()].every(({ monomial, coefficient: { num } }) => num > 0n && isEven(monomial))
  return isSumOfSquares ? monomials.filter(monomial => new Set(monomial).size === 1).flat() : []
}))

const positionsIn = ({ num, den }: RationalFunction): ReadonlyArray<number> =>
  [...new Set([...num.values(), ...den.values()].flatMap(({ monomial }) => monomial))]

/** The values of functions that occur in these, and in their arguments, and so on. */
const callsIn = (all: ReadonlyArray<RationalFunction>, { callAt }: RootsAsUnknowns): ReadonlyArray<CallAt> => {
  const found = new Map<number, CallAt>()
  const visit = (one: RationalFunction): void => positionsIn(one).forEach(position => {
    const call = callAt(position)
    if (call === undefined || found.has(position)) return
    found.set(position, { ...call, position })
    visit(call.of)
  })
  all.forEach(visit)
  return [...found.values()]
}

/** Longer slacks are not looked at. */
const mostTerms = 100

/** Whether a slack is seen nowhere to be negative on a piece, or the piece to be empty where it is defined. */
const isProved = (
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

/** An absolute value in a slack of which the sign is open inside: one that makes it smaller, or any. */
const undecidedIn = (
  slack: RationalFunction, piece: Piece, roots: RootsAsUnknowns, known: KnownSigns
): Question | undefined => {
  const negative = new Set([...withSignOf(slack, known).values()].flatMap(
    ({ monomial, coefficient }) => (coefficient.num < 0n ? monomial : [])))
  const open = callsIn([slack], roots).filter(({ name }) => name === 'abs')
    .map(({ of, position }) => ({ position, question: questionOf(of, known) }))
    .filter(({ question }) => answer(question, piece, known) === 'open')
  return (open.find(({ position }) => negative.has(position)) ?? open[0])?.question
}
