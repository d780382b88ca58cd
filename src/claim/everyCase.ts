import type { Interval } from '../number/Interval.js'
import type { Evidence, Judge, Judgement } from './Claim.js'
import { describe } from './Measured.js'
import { measurePlain, type Plain } from './plain.js'
import { asRaised } from './raised.js'
import type { Relation } from './Relation.js'
import { show } from './show.js'

/**
 * Judges relations for each of finitely many cases: a proof for those cases. It is for formulas that branch, or that are run for so long
 * that they have no useful normal form. Fractions and whole numbers are exact; where other doubles are compared, what is proved is what
 * this computation gives, and the evidence says so.
 *
 * @example
 * const parity = n => [equal(n * n % 4, n % 2)]
 * everyCase('n = 0..4', [0, 1, 2, 3, 4], parity)(effort(), 'squares/modulo').verdict // 'proved'
 */
export const everyCase = <I>(
  scope: string, cases: ReadonlyArray<I>, law: (input: I) => ReadonlyArray<Relation<Plain>>
): Judge => ({ cancelled }) => {
  let smallest: Interval | null = null
  let inDoubles = false
  const evidence = (judged: number, undecidedCases: number): Evidence => ({
    strength: inDoubles ? 'example' : 'exact', scope: `${scope}${inDoubles ? ', computed in doubles' : ''}`,
    cases: judged, undecidedCases, slack: smallest, resolution: 0
  })
  const open = (k: number, reason: string): Judgement =>
    ({ verdict: 'undecided', evidence: evidence(k + 1, 1), reason })
  for (const [k, input] of cases.entries()) {
    if (cancelled()) return { verdict: 'undecided', evidence: evidence(k, cases.length - k), reason: 'interrupted' }
    try {
      const relations = law(input)
      inDoubles = inDoubles || relations.some(({ left, right }) => isRounded(left) || isRounded(right))
      const found = relations.map(measurePlain)
      if (found.length === 0) return {
        verdict: 'vacuous', evidence: evidence(k, 0), reason: `nothing is related for ${show(input)}`
      }
      for (const measured of found) {
        const { outcome, slack } = measured
        if (outcome === 'violated') {
          const counterexample = { input: show(input), slack, detail: describe(measured) }
          return { verdict: 'refuted', evidence: evidence(k + 1, 0), counterexample }
        }
        if (outcome === 'nowhere') {
          return { verdict: 'vacuous', evidence: evidence(k, 0), reason:
            `a side is undefined for ${show(input)}: ${describe(measured)}` }
        }
        if (outcome !== 'holds') return open(k, `not exact for ${show(input)}: ${describe(measured)}`)
        if (smallest === null || slack.lo < smallest.lo) smallest = slack
      }
    } catch (error) {
      const raised = asRaised('the law', error)
      if (!raised.isJudged) return open(k, `for ${show(input)}: ${raised.message}`)
      const nothing = { lo: NaN, hi: NaN }
      const counterexample = { input: show(input), slack: nothing, detail: raised.message, raised: true }
      return { verdict: 'refuted', evidence: evidence(k + 1, 0), counterexample }
    }
  }
  return cases.length === 0
    ? { verdict: 'vacuous', evidence: evidence(0, 0), reason: 'there are no cases' }
    : { verdict: 'proved', evidence: evidence(cases.length, 0) }
}

/** A double that is no whole number below 2^53 may have been rounded on its way. */
const isRounded = (side: Plain): boolean => typeof side === 'number' && !Number.isSafeInteger(side)
