import { expect } from 'vitest'
import { type Judgement, type Strength, strengths } from '../../src/claim/index.js'
import before from './claims.json' with { type: 'json' }

interface Kept {
  readonly before: string
  readonly now: string
  readonly strength: string
  readonly scope: string
  /** The same values in the words of the formula, since its statement is run as it is written: to be compared by a reader. */
  readonly written?: string
}

/**
 * What each claim was judged by, and for which values, before the documents had rooms of their own, with its old name
 * and its present one.
 */
export const kept: ReadonlyArray<Kept> = before

// Draws begin at the name of a claim: how far they reach changes with it, and how many differ; what is drawn and how often does not.
const withoutReach = (scope: string): string => scope.replace(/ \([^()]*\)| from \S+ to \S+|, \d+ distinct/g, '')

/** Where a page has been moved by a line, its formulas are the same. */
const withoutLines = (scope: string): string => scope.replace(/\bline \d+/g, 'line')

/** No claim may have become weaker: a way of judging that is as strong, and the same values. */
export const expectKept = (id: string, { evidence }: Judgement): void => {
  const was = kept.find(({ now }) => now === id)
  if (was === undefined) return
  expect(strengths.indexOf(evidence.strength), `${id} was judged ${was.strength}`).toBeLessThanOrEqual(
    strengths.indexOf(was.strength as Strength)
  )
  const proved = evidence.strength === 'exact' || evidence.strength === 'enclosed'
  const scope = was.written ?? was.scope
  if (proved || was.before === id) expect(withoutLines(evidence.scope)).toBe(withoutLines(scope))
  else expect(withoutReach(withoutLines(evidence.scope))).toBe(withoutReach(withoutLines(scope)))
}
