import type { Claim, Effort, Judgement } from './Claim.js'
import { faultOf } from './faultOf.js'
import { thrown } from './thrown.js'

/** The judgement of a claim. A judge that raises, or that answers with anything but a judgement, leaves it undecided, and that is said. */
export const judgementOf = (subject: Pick<Claim, 'judge'>, effort: Effort): Judgement => {
  try {
    const answer: unknown = subject.judge(effort)
    const fault = faultOf(answer)
    return fault === undefined ? answer as Judgement : unjudged(`the judge returned ${fault}`)
  } catch (error) {
    return unjudged(`the judge raised ${thrown(error)}`)
  }
}

/** The verdict on a claim whose judge came to none. */
export const unjudged = (reason: string): Judgement => ({
  verdict: 'undecided',
  evidence: {
    strength: 'example', scope: 'nothing was judged', cases: 0, undecidedCases: 0, slack: null, resolution: null
  },
  reason
})
