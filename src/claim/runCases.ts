import type { Arbitrary } from 'fast-check'
import * as fc from 'fast-check'
import type { Effort, Judge } from './Claim.js'
import { conclude, power } from './conclude.js'
import { type Domain, helpAgainst, meet, newDomain, showDomain } from './Domain.js'
import type { Care } from './looks.js'
import { describe, shownSides, type Measured } from './Measured.js'
import { asRaised, type Raised } from './raised.js'
import { isSlip } from './slips.js'
import { outside } from './Relation.js'
import { seedFor } from './seed.js'
import { show } from './show.js'
import { casesOf, count, countWithout, evidenceOf, newTally, type Tally } from './Tally.js'
import { wholeRound } from './visits.js'

/** How one case is judged, and in whose words. */
export interface CaseJudge<I> {
  readonly measure: (input: I, care: Care) => ReadonlyArray<Measured> | typeof outside
  /** Who raised what nobody says is theirs: "the formula". */
  readonly who: string
  /** Where formulas take their functions from: for help where one is missing. */
  readonly N?: object
  /** Conditions on the inputs that hold by construction: "eta > 0". */
  readonly conditions?: ReadonlyArray<string>
  /** An input as a reader should see it. */
  readonly written?: (input: I) => unknown
  /** An entry known no better than this, beside its size, is coarse. */
  readonly coarsest?: number
}

// Shrinking a failure stops here; what was found by then is small enough to read.
const mostShrinks = 500

/** Doubles carry 53 bits; an entry of which half are lost is still told from a wrong one. */
export const usualCoarsest: number = 2 ** -26

// An identity that is wrong by less than 2^-40 is wrong nearly everywhere: so many cases are looked at with more bits in any event.
const closeLooks = 3

type Found = { readonly kind: 'violated'; readonly as: Measured } | {
  readonly kind: 'judged-raised'; readonly message: string
}

/** Where cases come from: one way for all, or one that asks for the turn of the case which is drawn. */
export type Inputs<I> = Arbitrary<I> | ((turn: () => number) => Arbitrary<I>)

/** The one user of fast-check's runner: draws cases, counts them, and keeps the smallest that violates its law. */
export const runCases = <I>(inputs: Inputs<I>, given: CaseJudge<I>): Judge => (effort, id) => {
  const { coarsest = usualCoarsest, conditions = [], written = (input: I): unknown => input } = given
  const tally = newTally()
  const [met, undefinedAt] = [newDomain(), newDomain()]
  const counts: Counts = { tally, met, undefinedAt, slip: undefined }
  let failure: Found | undefined
  let evaluationsLeft = mostShrinks
  let stopped = false
  const parameters = parametersFor(effort, id)
  const property = byTurn(inputs, wholeRound * (parameters.seed >>> 0), input => {
    stopped = stopped || effort.cancelled()
    if (stopped || (failure !== undefined && evaluationsLeft-- <= 0)) return true
    const found = judgeCase(given, input, failure === undefined ? counts : undefined, coarsest)
    if (found === undefined) return true
    failure = found
    return false
  })
  const run = fc.check(property, parameters)
  const scope = (cases: string): string =>
    `${cases}${showTold(met, conditions)}${coarsest === usualCoarsest ? ''
      : `; known to ${power(coarsest)} of their size`}`
  if (!run.failed || failure === undefined) {
    const evidence = evidenceOf(tally, scope(drawnCases(tally, met)))
    return stopped ? { verdict: 'undecided', evidence, reason: 'interrupted' }
      : conclude(tally, evidence, helpAgainst(undefinedAt, met), coarsest)
  }
  tally.drawn += 1
  // what is printed is what a reader sees who judges the printed input again
  const again = run.counterexample === null ? undefined : judgeCase(given, run.counterexample[0], undefined, coarsest)
  const worst: Found = again ?? failure
  const slack = worst.kind === 'violated' ? worst.as.slack : { lo: NaN, hi: NaN }
  return {
    verdict: 'refuted',
    evidence: { ...evidenceOf(tally, scope(`${numberOfCases(tally)}, the last of which fails`)), slack },
    counterexample: {
      input: show(run.counterexample === null ? undefined : written(run.counterexample[0])),
      slack,
      detail: `${worst.kind === 'violated' ? describe(worst.as) : worst.message}${again === undefined ? notAgain : ''}`,
      ...(worst.kind === 'violated' ? { sides: shownSides(worst.as) } : { raised: true }),
      ...(run.counterexamplePath === null ? {} : { path: run.counterexamplePath })
    }
  }
}

/** A law of inputs that are drawn by turns. The first turn is the claim's own; what is shrunk keeps the turn of its case. */
const byTurn = <I>(inputs: Inputs<I>, first: number, law: (input: I) => boolean): fc.IRawProperty<[I], false> => {
  let turn = first
  const property = fc.property(typeof inputs === 'function' ? inputs(() => turn) : inputs, law)
  return {
    isAsync: () => false,
    generate: (random, run = 0) => {
      turn = first + run
      return property.generate(random, run)
    },
    shrink: value => property.shrink(value),
    run: value => property.run(value),
    runBeforeEach: () => property.runBeforeEach(),
    runAfterEach: () => property.runAfterEach()
  }
}

const notAgain = ' (not when it is judged again: something remembers earlier calls)'

interface Counts {
  readonly tally: Tally
  readonly met: Domain
  readonly undefinedAt: Domain
  /** What was found wrong with the way the formula is written: all cases have it. */
  slip: Raised | undefined
}

/** What was found against the law in one case; all else is counted, unless a failure is being shrunk. */
const judgeCase = <I>(
  { measure, who, N, written: shown = same => same }: CaseJudge<I>, input: I, counts: Counts | undefined,
  coarsest: number
): Found | undefined => {
  const written = (): string => show(shown(input))
  try {
    if (counts?.slip !== undefined) throw counts.slip
    const measured = measure(input, counts === undefined || counts.tally.drawn < closeLooks ? 'thorough' : 'usual')
    if (measured === outside) {
      if (counts !== undefined) countWithout(counts.tally, 'premise', () => '')
      return undefined
    }
    const violated = measured.find(m => m.outcome === 'violated')
    if (violated !== undefined) return { kind: 'violated', as: violated }
    if (counts === undefined) return undefined
    count(counts.tally, measured, coarsest, written)
    if (measured.some(m => m.outcome === 'nowhere')) meet(counts.undefinedAt, input)
    else if (measured.length > 0) meet(counts.met, input)
    return undefined
  } catch (error) {
    const raised = asRaised(who, error, N)
    if (counts !== undefined && isSlip(error)) counts.slip = raised
    if (raised.isJudged) return { kind: 'judged-raised', message: raised.message }
    if (counts !== undefined) {
      countWithout(counts.tally, 'raised', () => `${written()}: ${raised.message}`)
      meet(counts.met, input)
    }
    return undefined
  }
}

const showTold = (met: Domain, conditions: ReadonlyArray<string>): string => {
  const told = [...conditions, showDomain(met)].filter(text => text !== '').join(', ')
  return told === '' ? '' : `; ${told}`
}

const numberOfCases = (tally: Tally): string => `${casesOf(tally)} drawn ${casesOf(tally) === 1 ? 'case' : 'cases'}`

const drawnCases = (tally: Tally, { inputs }: Domain): string => {
  const [cases, unmet] = [casesOf(tally), tally.without.premise?.cases ?? 0]
  return [
    numberOfCases(tally),
    ...inputs.size < cases ? [`${inputs.size} distinct`] : [],
    ...unmet === 0 ? [] : [`${unmet} more outside the premise`]
  ].join(', ')
}

const parametersFor = ({ seed, runs, path }: Effort, id: string) => ({
  seed: seedFor(seed, id),
  numRuns: runs,
  ...(path === undefined ? {} : { path, endOnFailure: true })
})
