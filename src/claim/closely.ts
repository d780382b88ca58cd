import type { Judge, Judgement } from './Claim.js'
import { judgedAt, sidesOf } from './chosen.js'
import { downhill } from './downhill.js'
import type { Formula } from './forAll.js'
import { nearPoles } from './nearPoles.js'
import { seedFor } from './seed.js'
import type { Variables } from './Variable.js'

/**
 * Looks for a counterexample where none is drawn: near poles, and where the sides come closest. It can refute, and else leaves open.
 *
 * @example
 * const large = (N, { x }) => atMost(N.div(N.of(1), x), N.of(1e6))
 * closely({ x: within('-1', '1') }, large)(effort(), 'quotient/large').verdict // 'refuted'
 */
export const closely = <V extends Variables>(variables: V, formula: Formula<V>): Judge => (effort, id) => {
  const [sides, seed] = [sidesOf(variables), seedFor(effort.seed, id)]
  if (sides === undefined || sides.length === 0) return nothingFound
  const judged = (point: ReadonlyArray<number> | undefined): Judgement =>
    (point === undefined ? nothingFound : judgedAt(variables, formula, point)(effort, id))
  const closest = judged(downhill(variables, formula, sides, seed, effort.cancelled))
  const found = closest.verdict === 'refuted' ? closest
    : judged(nearPoles(variables, formula, sides, seed, effort.cancelled))
  return found.verdict === 'refuted' ? found : nothingFound
}

const nothingFound: Judgement = {
  verdict: 'undecided', reason: 'no counterexample was found',
  evidence: {
    strength: 'sampled', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null
  }
}
