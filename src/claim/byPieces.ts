import { ofVariable, type RationalFunction, rationalFunction as R } from '../number/polynomial.js'
import { attempt, isLeft } from '../prelude/index.js'
import { signsOf } from './bySquares.js'
import { callsIn, positionsIn } from './callsIn.js'
import { type Evidence, type Judge, ratioOf } from './Claim.js'
import type { Fact } from './factsOfCalls.js'
import { type Formula, forAll } from './forAll.js'
import { fewLooks, ifDefined } from './ifDefined.js'
import type { KnownSigns } from './neverNegative.js'
import { answer, halves, onPiece, type Piece, type Question, questionOf, withSignOf } from './pieces.js'
import { blocksOf, everyValue, liftBy, rangesOf } from './positions.js'
import type { Premises } from './Premise.js'
import { isProved } from './provedOnPiece.js'
import { outside, relationsOf } from './Relation.js'
import { type RootsAsUnknowns, rootsAsUnknowns } from './rootsAsUnknowns.js'
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
  const zero = R.of(0)
  const small = is === '<=' || is === '=' ? part : is === '>=' ? R.sub(zero, { num: part, den: R.of(1).den }).num : zero.num
  const monomials = [...small.values()].map(({ monomial }) => monomial)
  const isEven = (monomial: ReadonlyArray<number>): boolean =>
    monomial.every(position => monomial.filter(other => other === position).length % 2 === 0)
  const isSumOfSquares = [...small.values()].every(({ monomial, coefficient: { num } }) => num > 0n && isEven(monomial))
  return isSumOfSquares ? monomials.filter(monomial => new Set(monomial).size === 1).flat() : []
}))

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
