import type { Interval } from '../number/Interval.js'
import type { Evidence } from './Claim.js'
import { describe, leastWidth, type Measured } from './Measured.js'

/** Why a case is no evidence, or could not be decided; beside each, how often, and what it looked like first. */
export type Cause = 'premise' | 'empty' | 'nowhere' | 'open' | 'wide' | 'perhaps' | 'raised'

interface Count {
  cases: number
  first: string
}

/** What is counted while cases are drawn. It stays inside one judging. */
export interface Tally {
  drawn: number
  readonly without: Partial<Record<Cause, Count>>
  slack: Interval | null
  ratio: number
  /** How many entries every difference would have shown in. */
  exact: number
  /** How many of the others resolve 2^k, by k. */
  readonly resolutions: Map<number, number>
  coarse: number
  firstCoarse: string
}

export const newTally = (): Tally =>
  ({ drawn: 0, without: {}, slack: null, ratio: 0, exact: 0, resolutions: new Map(), coarse: 0, firstCoarse: '' })

const without = (tally: Tally, cause: Cause, first: () => string): void => {
  const count = tally.without[cause]
  if (count === undefined) tally.without[cause] = { cases: 1, first: first() }
  else count.cases += 1
}

/** Counts a case that came to nothing. */
export const countWithout = (tally: Tally, cause: Cause, first: () => string): void => {
  tally.drawn += 1
  without(tally, cause, first)
}

// The worst first: a case has one cause.
const unsettled = ['nowhere', 'perhaps', 'open', 'wide'] as const

/** Counts a case of which nothing was violated. `input` says it in words, where that is wanted. */
export const count = (tally: Tally, measured: ReadonlyArray<Measured>, coarsest: number, input: () => string): void => {
  tally.drawn += 1
  if (measured.length === 0) without(tally, 'empty', input)
  const open = unsettled.flatMap(outcome => measured.find(m => m.outcome === outcome) ?? [])[0]
  if (open !== undefined) without(tally, open.outcome as Cause, () => `${input()}: ${describe(open)}`)
  for (const m of measured) {
    if (m.outcome !== 'holds' && m.outcome !== 'agrees') continue
    if (tally.slack === null || m.slack.lo < tally.slack.lo) tally.slack = m.slack
    if (m.ratio !== undefined && m.ratio > tally.ratio && m.ratio < Infinity) tally.ratio = m.ratio
    if (m.resolution === 0) {
      tally.exact += 1
      continue
    }
    const exponent = Math.ceil(Math.log2(m.resolution))
    tally.resolutions.set(exponent, (tally.resolutions.get(exponent) ?? 0) + 1)
    if (m.outcome === 'agrees' && m.width > leastWidth && !(m.resolution <= coarsest)) {
      if (tally.coarse === 0) tally.firstCoarse = `${input()}: ${describe(m)}`
      tally.coarse += 1
    }
  }
}

const casesWithout = (tally: Tally, ...causes: ReadonlyArray<Cause>): number =>
  causes.reduce((sum, cause) => sum + (tally.without[cause]?.cases ?? 0), 0)

/** The cases that could not be decided, whatever the cause. */
export const undecidedCases = (tally: Tally): number => casesWithout(tally, 'open', 'wide', 'perhaps', 'raised')

/** The cases that speak for or against the claim, or would if they could be decided. */
export const casesOf = (tally: Tally): number => tally.drawn - casesWithout(tally, 'premise', 'empty', 'nowhere')

/** How many relations of all cases were decided or agree. */
export const entriesOf = ({ exact, resolutions }: Tally): number =>
  [...resolutions.values()].reduce((sum, n) => sum + n, exact)

export const evidenceOf = (tally: Tally, scope: string): Evidence => ({
  strength: 'sampled',
  scope,
  cases: casesOf(tally),
  undecidedCases: undecidedCases(tally),
  slack: tally.slack,
  resolution: median(tally),
  ...(tally.ratio > 0
    ? { observed: `smaller side at most ${tally.ratio.toPrecision(4)} of the larger`, ratio: tally.ratio }
    : {})
})

/** The relative error that half of the entries would have noticed, as a power of two above it. */
const median = (tally: Tally): number | null => {
  const half = entriesOf(tally) / 2
  let passed = tally.exact
  if (passed > 0 && passed >= half) return 0
  for (const [exponent, n] of [...tally.resolutions].sort(([a], [b]) => a - b)) {
    passed += n
    if (passed >= half) return 2 ** exponent
  }
  return null
}
