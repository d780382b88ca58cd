import type { Judgement } from '../claim/Claim.js'

/** The verdict on a claim whose judge came to none. */
export const unjudged = (reason: string): Judgement => ({
  verdict: 'undecided',
  evidence: { strength: 'example', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null },
  reason
})
