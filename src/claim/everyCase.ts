import type { Interval } from '../number/Interval.js'
import type { Evidence, Judge } from './Claim.js'
import { measurePlain, type Plain } from './plain.js'
import { heading, type Relation } from './Relation.js'
import { show } from './show.js'

/**
 * Judges relations for each of finitely many cases, in exact arithmetic: a proof for those cases. It is for formulas that branch, or
 * that are run for so long that they have no useful normal form.
 */
export const everyCase = <I>(
  scope: string, cases: ReadonlyArray<I>, law: (input: I) => ReadonlyArray<Relation<Plain>>
): Judge => ({ cancelled }) => {
  let smallest: Interval | null = null
  const evidence = (judged: number, undecidedCases: number): Evidence =>
    ({ strength: 'exact', scope, cases: judged, undecidedCases, slack: smallest, resolution: 0 })
  for (const [k, input] of cases.entries()) {
    if (cancelled()) return { verdict: 'undecided', evidence: evidence(k, cases.length - k), reason: 'interrupted' }
    for (const { outcome, slack, place, left, right, sides } of law(input).map(measurePlain)) {
      if (smallest === null || slack.lo < smallest.lo) smallest = slack
      if (outcome === 'holds') continue
      const detail = `${heading(place)}${sides[0]} ${show(left)}, ${sides[1]} ${show(right)}`
      if (outcome === 'violated') {
        return { verdict: 'refuted', evidence: evidence(k + 1, 0), counterexample: { input: show(input), slack, detail } }
      }
      return { verdict: 'undecided', evidence: evidence(k + 1, 1), reason: `not exact for ${show(input)}: ${detail}` }
    }
  }
  return cases.length === 0
    ? { verdict: 'vacuous', evidence: evidence(0, 0), reason: 'there are no cases' }
    : { verdict: 'proved', evidence: evidence(cases.length, 0) }
}
