import type { Claim } from '../../src/claim/index.js'

/** The claim judged on at most so many cases, however many are asked for: for laws whose cases cost much. */
export const atMostCases = (most: number, subject: Claim): Claim =>
  ({ ...subject, judge: effort => subject.judge({ ...effort, runs: Math.min(effort.runs, most) }) })
