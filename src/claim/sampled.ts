import fc, { type Arbitrary } from 'fast-check'
import type { Effort, Evidence, Judge, Judgement } from './Claim.js'
import { type Case, heading, outside, relationsOf } from './Relation.js'
import { seedFor } from './seed.js'
import { show } from './show.js'
import type { Measured } from './System.js'
import { measurePlain, type Plain } from './plain.js'
import { count, evidenceOf, newTally, type Tally } from './tally.js'

/** Where each input of a case comes from. */
export type Draws<I> = { readonly [K in keyof I]: Arbitrary<I[K]> }

/**
 * Judges a law of exported functions on drawn inputs. The measure calls the function and compares what comes out: doubles and
 * fractions exactly, intervals by what they enclose.
 */
export const sampled = <I extends object>(draws: Draws<I>, law: (input: I) => Case<Plain>): Judge =>
  runCases(fc.record(draws) as Arbitrary<I>, input => measureCase(law(input)))

const measureCase = (found: Case<Plain>): ReadonlyArray<Measured> | typeof outside =>
  found === outside ? outside : relationsOf(found).map(measurePlain)

// Shrinking a failure stops here; what was found by then is small enough to read.
const mostShrinks = 500

/** The one user of fast-check's runner: draws cases, counts them, and keeps the smallest that violates its law. */
export const runCases = <I>(
  inputs: Arbitrary<I>,
  judgeCase: (input: I) => ReadonlyArray<Measured> | typeof outside
): Judge => (effort, id) => {
  const tally = newTally()
  let failure: Measured | undefined
  let evaluationsLeft = mostShrinks
  let stopped = false
  const property = fc.property(inputs, input => {
    stopped = stopped || effort.cancelled()
    if (stopped || (failure !== undefined && evaluationsLeft-- <= 0)) return true
    const measured = orRaised(judgeCase, input)
    if (measured === outside) {
      if (failure === undefined) tally.outside += 1
      return true
    }
    const violated = measured.find(m => m.outcome === 'violated')
    if (violated === undefined) {
      if (failure === undefined) count(tally, measured)
      return true
    }
    failure = violated
    return false
  })
  const run = fc.check(property, parametersFor(effort, id))
  if (!run.failed || failure === undefined) return conclude(tally, evidenceOf(tally, drawnCases(tally)), stopped)
  tally.cases += 1
  const worst = failure
  return {
    verdict: 'refuted',
    evidence: { ...evidenceOf(tally, `${drawnCases(tally)}, the last of which fails`), slack: worst.slack },
    counterexample: {
      input: show(run.counterexample?.[0]),
      slack: worst.slack,
      detail: describe(worst),
      ...(run.counterexamplePath === null ? {} : { path: run.counterexamplePath })
    }
  }
}

const drawnCases = ({ cases, outside: unmet }: Tally): string =>
  `${cases} drawn case${cases === 1 ? '' : 's'}${unmet === 0 ? '' : `, ${unmet} more outside the premise`}`

// A law that raises on an input of its own domain is violated there, and says what was raised.
const orRaised = <I>(judgeCase: (input: I) => ReadonlyArray<Measured> | typeof outside, input: I): ReturnType<typeof judgeCase> => {
  try {
    return judgeCase(input)
  } catch (error) {
    const nothing = { lo: NaN, hi: NaN }
    const place = `raised ${String(error)}`
    return [{ outcome: 'violated', slack: nothing, resolution: 0, place, left: nothing, right: nothing, sides: ['left', 'right'] }]
  }
}

const parametersFor = ({ seed, runs, path }: Effort, id: string) => ({
  seed: seedFor(seed, id),
  numRuns: runs,
  ...(path === undefined ? {} : { path, endOnFailure: true })
})

const describe = ({ place, left, right, sides }: Measured): string =>
  `${heading(place)}${sides[0]} ${show(left)}, ${sides[1]} ${show(right)}`

// A premise met in fewer than half of the cases, or more than one case in twenty undecided, is too little to support a claim.
const conclude = (tally: Tally, evidence: Evidence, stopped: boolean): Judgement => {
  if (stopped) return { verdict: 'undecided', evidence, reason: 'interrupted' }
  if (tally.cases === 0 || tally.outside > tally.cases) {
    return { verdict: 'vacuous', evidence, reason: `the premise was met in ${tally.cases} of ${tally.cases + tally.outside} cases` }
  }
  if (tally.undecided * 20 > tally.cases) {
    return { verdict: 'undecided', evidence, reason: `${tally.undecided} of ${tally.cases} cases could not be decided` }
  }
  return { verdict: 'supported', evidence }
}
