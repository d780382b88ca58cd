import { ofVariable, type RationalFunction, rationalFunction } from '../number/polynomial.js'
import { attempt, isLeft, refuse } from '../prelude/index.js'
import { type Evidence, type Judge, ratioOf } from './Claim.js'
import { type Formula, forAll } from './forAll.js'
import { fewLooks, ifDefined } from './ifDefined.js'
import { isNeverNegative, type KnownSigns } from './neverNegative.js'
import { type Relation, relationsOf } from './Relation.js'
import { type RootsAsUnknowns, rootsAsUnknowns } from './rootsAsUnknowns.js'
import { blocksOf, everyValue, liftBy, notNegativesOf, positivesOf, rangesOf } from './positions.js'
import { checked, type Variables } from './Variable.js'

/**
 * Proves inequalities whose slack is a quadratic form in some of its variables: by elimination it becomes a sum of squares, whose
 * coefficients are seen not to be negative, because they are sums of even powers and of products of positive variables. What is no such
 * form is looked for a counterexample on drawn values. With `isStrict` the slack must moreover be seen never to be 0.
 *
 * @example
 * const young = (N, { a, b, c }) => atMost(N.mul(N.of(2), N.mul(a, b)), N.add(N.mul(c, N.square(a)), N.div(N.square(b), c)))
 * bySquares({ a: scalar, b: scalar, c: positive }, young)(effort(), 'young/weighted').verdict // 'proved'
 */
export const bySquares = <V extends Variables>(
  variables: V, formula: Formula<V>, { isStrict = false }: { readonly isStrict?: boolean } = {}
): Judge => (effort, id) => {
  checked('bySquares', variables)
  const sought = forAll(variables, formula)
  // What is false is seen on a few cases sooner than by its form.
  const few = sought({ ...effort, runs: Math.min(effort.runs, fewLooks) }, id)
  if (few.verdict === 'refuted') return few
  const reason = whyNotSquares(variables, formula, isStrict, effort.cancelled)
  if (reason === undefined) {
    const scope = `${everyValue(variables)} where both sides are defined; the slack is a sum of squares`
    return ifDefined({ verdict: 'proved', evidence: { ...nothing, cases: 1, scope, ...ratioOf(few) } }, few)
  }
  const found = effort.runs <= fewLooks ? few : sought(effort, id)
  return found.verdict === 'refuted' || found.verdict === 'vacuous' ? found
    : { verdict: 'undecided', evidence: found.evidence, reason: `${reason}, and no counterexample was found` }
}

/** Why the slack of some relation is not seen to be a sum of squares; nothing where that of each is. */
const whyNotSquares = <V extends Variables>(
  variables: V, formula: Formula<V>, isStrict: boolean, cancelled: () => boolean
): string | undefined => {
  const found = attempt(() => {
    const roots = rootsAsUnknowns(blocksOf(variables).length)
    const related = formula(roots.N, liftBy(variables, ofVariable))
    const slacks = related === 'outside' ? [] : relationsOf(related).map(slackOf)
    const known = signsOf(variables, roots, cancelled)
    return slacks.length > 0 && slacks.every(slack => isNeverNegative(slack, known, isStrict))
  })
  if (isLeft(found)) return found.left.message
  return found.right ? undefined : 'the slack is not seen to be a sum of squares'
}

/** The right side of an inequality less its left side. */
export const slackOf = ({ kind, left, right }: Relation<RationalFunction>): RationalFunction =>
  (kind === '<=' ? rationalFunction.sub(right, left)
    : refuse('undecided', 'a sum of squares', 'an inequality', 'an equality'))

/** What is known of the variables, and of the values of functions that a formula has called before. */
export const signsOf = (
  variables: Variables, { notNegative, positive, reduced }: RootsAsUnknowns, cancelled: () => boolean
): KnownSigns => {
  const known = positivesOf(variables)
  const above = [...known, ...positive(known)]
  return {
    positive: new Set(above), notNegative: new Set([...above, ...notNegativesOf(variables), ...notNegative()]),
    ranges: rangesOf(variables), blocks: blocksOf(variables), reduced, cancelled
  }
}

const nothing: Evidence = {
  strength: 'exact', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null
}
