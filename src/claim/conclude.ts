import type { Evidence, Judgement } from './Claim.js'
import { casesOf, type Cause, entriesOf, type Tally, undecidedCases } from './Tally.js'

const words: Readonly<Record<Cause, string>> = {
  premise: 'the premise is not met',
  empty: 'nothing is related',
  nowhere: 'a side is undefined',
  open: 'too close to call',
  wide: 'the sides agree, but cannot be told apart from others of their size',
  perhaps: 'a side may be undefined',
  raised: 'something was raised'
}

/** "a side is undefined in 480 of 1000 cases, first at x = -0.25". */
const told = ({ without, drawn }: Tally) => (cause: Cause): ReadonlyArray<string> => {
  const count = without[cause]
  if (count === undefined) return []
  const first = count.first === '' ? '' : `, first at ${count.first}`
  return [`${words[cause]} in ${count.cases} of ${drawn} ${drawn === 1 ? 'case' : 'cases'}${first}`]
}

const allTold = (tally: Tally, causes: ReadonlyArray<Cause>): string => causes.flatMap(told(tally)).join('; ')

/**
 * What cases of which none was violated come to. Evidence must be at least half of all that were drawn: where the premise is not met, where
 * nothing is related or a side is undefined, a case is none. More than one case in twenty undecided, or more than one entry in twenty known
 * too coarsely, is too little to support a claim.
 */
export const conclude = (tally: Tally, evidence: Evidence, help: string, coarsest: number): Judgement => {
  const [cases, undecided, entries] = [casesOf(tally), undecidedCases(tally), entriesOf(tally)]
  if (2 * cases < tally.drawn || (entries === 0 && undecided === 0)) {
    const reason = tally.drawn === 0 ? 'no case was drawn' : allTold(tally, ['premise', 'empty', 'nowhere'])
    return { verdict: 'vacuous', evidence, reason: `${reason}${help}` }
  }
  if (undecided * 20 > cases) return {
    verdict: 'undecided', evidence, reason: allTold(tally, ['raised', 'perhaps', 'open', 'wide'])
  }
  if (tally.coarse * 20 > entries) {
    const known = `known to no better than ${power(coarsest)} of their size`
    return { verdict: 'undecided', evidence, reason:
      `${tally.coarse} of ${entries} entries are ${known}, first at ${tally.firstCoarse}` }
  }
  return { verdict: 'supported', evidence }
}

/** "2^-26" for a power of two. */
export const power = (x: number): string => (Number.isInteger(Math.log2(x)) ? `2^${Math.log2(x)}` : String(x))
