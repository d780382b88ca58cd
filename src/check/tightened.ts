import type { Judge, Judgement } from '../claim/index.js'

/** How tight an inequality is said to be: its sides are equal somewhere, or nowhere. */
export const tightnesses = ['attained', 'loose'] as const

export type Tight = (typeof tightnesses)[number]

/**
 * An inequality that holds, and is as tight as it is said to be: attained where its strict form is refuted, which an
 * equality alone can do.
 */
export const tightened = (tight: Tight, judge: Judge, strict: Judge): Judge => (effort, id) => {
  const found = judge(effort, id)
  if (found.verdict !== 'proved' && found.verdict !== 'supported') return found
  const { path: _, ...whole } = effort
  const sharp = strict(whole, id)
  const isAttained = sharp.verdict === 'refuted'
  const holds = tight === 'attained' ? isAttained : sharp.verdict === 'proved' || sharp.verdict === 'supported'
  if (!holds) return { verdict: 'undecided', evidence: found.evidence, reason: `it is said to be ${tight}, and ${whyNot(sharp)}` }
  const seen = isAttained ? `attained at ${sharp.counterexample.input}` : 'attained nowhere'
  return { ...found, evidence: {
    ...found.evidence, observed: [found.evidence.observed ?? [], seen].flat().join('; ')
  } }
}

const whyNot = (sharp: Judgement): string =>
  (sharp.verdict === 'refuted' ? `its sides are equal at ${sharp.counterexample.input}`
    : 'reason' in sharp ? `whether its sides are equal somewhere is open: ${sharp.reason}`
      : 'no case was found where its sides are equal')
