import type { Interval } from '../number/Interval.js'
import type { Evidence } from './Claim.js'
import type { Measured } from './System.js'

/** What is counted while cases are drawn. It stays inside one judging. */
export interface Tally {
  cases: number
  outside: number
  undecided: number
  slack: Interval | null
  resolution: number
  ratio: number
}

export const newTally = (): Tally => ({ cases: 0, outside: 0, undecided: 0, slack: null, resolution: 0, ratio: 0 })

/** Counts one case whose premise was met, and none of whose relations was violated. */
export const count = (tally: Tally, measured: ReadonlyArray<Measured>): void => {
  tally.cases += 1
  if (measured.some(m => m.outcome === 'undecided')) tally.undecided += 1
  for (const { slack, resolution, ratio = 0 } of measured) {
    if (tally.slack === null || slack.lo < tally.slack.lo) tally.slack = slack
    if (resolution > tally.resolution) tally.resolution = resolution
    if (ratio > tally.ratio) tally.ratio = ratio
  }
}

export const evidenceOf = (tally: Tally, scope: string): Evidence => ({
  strength: 'sampled',
  scope,
  cases: tally.cases,
  undecidedCases: tally.undecided,
  slack: tally.slack,
  resolution: tally.cases === 0 ? null : tally.resolution,
  ...(tally.ratio > 0 ? { observed: `left side at most ${tally.ratio.toPrecision(4)} of the right` } : {})
})
