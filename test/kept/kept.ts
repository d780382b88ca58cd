import { expect } from 'vitest'
import { type Judgement, type Strength, strengths } from '../../src/claim/index.js'
import before from './claims.json' with { type: 'json' }

interface Kept {
  readonly before: string
  readonly now: string
  readonly strength: string
  readonly scope: string
}

/** What each claim was judged by, and for which values, before the documents had rooms of their own, with its old name and its new one. */
export const kept: ReadonlyArray<Kept> = before

// Draws begin at the name of a claim: how far they reach changes with it, and how many differ; what is drawn and how often does not.
const withoutReach = (scope: string): string => scope.replace(/ \([^()]*\)| from \S+ to \S+|, \d+ distinct/g, '')

/** No claim may have become weaker: a way of judging that is as strong, and the same values. */
export const expectKept = (id: string, { evidence }: Judgement): void => {
  const was = kept.find(({ now }) => now === id)
  if (was === undefined) return
  expect(strengths.indexOf(evidence.strength), `${id} was judged ${was.strength}`).toBeLessThanOrEqual(
    strengths.indexOf(was.strength as Strength)
  )
  const proved = evidence.strength === 'exact' || evidence.strength === 'enclosed'
  if (proved || was.before === id) expect(evidence.scope).toBe(was.scope)
  else expect(withoutReach(evidence.scope)).toBe(withoutReach(was.scope))
}
