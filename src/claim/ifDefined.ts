import type { Judgement } from './Claim.js'

/** So many draws tell whether both sides are defined. */
export const fewLooks = 50

/**
 * A proof, if both sides are defined in most of a few drawn cases and nothing speaks against it; else what was found there. Where values
 * overflow, or are too close to be told apart, the proof knows more than the draws.
 */
export const ifDefined = (proof: Judgement, looked: Judgement): Judgement => {
  const { cases, undecidedCases } = looked.evidence
  const isMostlyDefined = looked.verdict === 'undecided' && cases > 0 && 2 * undecidedCases <= cases
  return looked.verdict === 'supported' || isMostlyDefined ? proof : looked
}
