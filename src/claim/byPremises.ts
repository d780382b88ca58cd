import { type Judge, ratioOf } from './Claim.js'
import type { Formula } from './forAll.js'
import { fewLooks, ifDefined } from './ifDefined.js'
import { fromPremises } from './fromPremises.js'
import type { Premises } from './Premise.js'
import { everyValue } from './positions.js'
import { checked, type Variables } from './Variable.js'

/**
 * Proves inequalities between values that are not free, but of which other inequalities are known: the slack is seen to be a sum of
 * non-negative multiples of these, and of squares. Such values cannot be drawn, so a judge of examples looks for what speaks against it.
 *
 * @example
 * const known = (N, { x }) => [{ told: 'x is at most 1', amount: N.sub(N.of(1), x) }]
 * const examples = forAll({ a: scalar }, (N, { a }) => atMost(N.sub(N.of(1), N.square(a)), N.of(2)))
 * const two = byPremises({ x: scalar }, (N, { x }) => atMost(x, N.of(2)), known, examples)
 * two(effort(), 'x/two').evidence.observed // 'x is at most 1, times 1'
 */
export const byPremises = <V extends Variables>(
  variables: V, formula: Formula<V>, premises: Premises<V>, examples: Judge,
  { isStrict = false }: { readonly isStrict?: boolean } = {}
): Judge => (effort, id) => {
  checked('byPremises', variables)
  const few = examples({ ...effort, runs: Math.min(effort.runs, fewLooks) }, id)
  if (few.verdict === 'refuted') return few
  const uses = fromPremises(variables, formula, premises, isStrict, effort.cancelled)
  if (uses === undefined) return {
    verdict: 'undecided', evidence: few.evidence, reason: 'not seen to follow from what is known'
  }
  const scope = `${everyValue(variables)} of which the premises hold; the rest is a sum of squares`
  const observed = uses.length === 0 ? {} : { observed: uses.join('; ') }
  return ifDefined({ verdict: 'proved', evidence: { ...exact, scope, ...observed, ...ratioOf(few) } }, few)
}

const exact = { strength: 'exact', cases: 1, undecidedCases: 0, slack: null, resolution: null } as const
