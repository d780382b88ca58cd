import type { Interval } from '../number/Interval.js'
import type { Evidence } from './Claim.js'
import type { Measured } from './System.js'

/** What is counted while cases are drawn. It stays inside one judging. */
export interface Tally {
  cases: number
  outside: number
  undecided: number
  slack: Interval | null
  /** Of each case, its coarsest relation. */
  resolutions: Array<number>
  ratio: number
}

export const newTally = (): Tally => ({ cases: 0, outside: 0, undecided: 0, slack: null, resolutions: [], ratio: 0 })

/** Counts one case whose premise was met, and none of whose relations was violated. */
export const count = (tally: Tally, measured: ReadonlyArray<Measured>): void => {
  tally.cases += 1
  if (measured.some(m => m.outcome === 'undecided')) tally.undecided += 1
  tally.resolutions.push(measured.reduce((coarsest, { resolution }) => Math.max(coarsest, resolution), 0))
  for (const { slack, ratio = 0 } of measured) {
    if (tally.slack === null || slack.lo < tally.slack.lo) tally.slack = slack
    if (ratio > tally.ratio) tally.ratio = ratio
  }
}

export const evidenceOf = (tally: Tally, scope: string): Evidence => ({
  strength: 'sampled',
  scope,
  cases: tally.cases,
  undecidedCases: tally.undecided,
  slack: tally.slack,
  resolution: median(tally.resolutions),
  ...(tally.ratio > 0 ? { observed: `left side at most ${tally.ratio.toPrecision(4)} of the right` } : {})
})

const median = (values: ReadonlyArray<number>): number | null =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null
