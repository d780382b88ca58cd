import type { Claim } from '../../src/claim/index.js'

/** The claim judged on an eighth of the cases, or on as few as said: for laws that a wrong function breaks nearly everywhere, or that cost much a case. */
export const sparsely = (subject: Claim, share = 8): Claim =>
  ({ ...subject, judge: effort => subject.judge({ ...effort, runs: Math.ceil(effort.runs / share) }) })

/** On a sixty-fourth: for laws of many thousand draws a case. */
export const rarely = (subject: Claim): Claim => sparsely(sparsely(subject))
