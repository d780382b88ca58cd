import type { Effort, Evidence, Judge, Judgement } from './Claim.js'

/** A proof, if both sides are defined in most of some drawn cases and nothing speaks against it; else what was found there. */
export const ifDefined = (proof: Judgement, drawn: Judge, effort: Effort, id: string): Judgement => {
  const runs = Math.min(effort.runs, mostLooks)
  const looked = drawn({ ...effort, runs }, id)
  return looked.verdict === 'supported' || (looked.verdict === 'undecided' && isMostlyDefined(looked.evidence, runs)) ? proof : looked
}

// So many draws tell whether both sides are defined.
const mostLooks = 50

/** Where values overflow, or are too close to be told apart, the proof knows more than the draws. */
const isMostlyDefined = ({ cases, undecidedCases }: Evidence, runs: number): boolean => 2 * (cases - undecidedCases) >= runs
