import type { Claim } from '../../src/claim/index.js'

/** The claim judged on a part of the cases. */
const onOneIn = (share: number) => (subject: Claim): Claim =>
  ({ ...subject, judge: effort => subject.judge({ ...effort, runs: Math.ceil(effort.runs / share) }) })

/** The claim judged on an eighth of the cases: for laws that a wrong function breaks nearly everywhere, or that cost much a case. */
export const sparsely: (subject: Claim) => Claim = onOneIn(8)

/** On a quarter: for estimates and trainings, which cost many calls of functions a case. */
export const seldom: (subject: Claim) => Claim = onOneIn(4)

/** On a sixty-fourth: for laws of many thousand draws a case. */
export const rarely: (subject: Claim) => Claim = onOneIn(64)
