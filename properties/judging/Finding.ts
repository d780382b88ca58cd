import type { Case } from '../contracts/Contract.js'

/** What ends a judging: no other case can make up for it. */
export type Fatal = 'not written' | 'hangs' | 'raises' | 'wrong shape' | 'wrong'

/** What was found at one case. */
export interface Finding {
  readonly verdict: Fatal
  /** The law that is broken: 'value', 'gradient', 'state', 'pure', 'finite', ... */
  readonly law: string
  /** In a sentence, without the name of the function. */
  readonly says: string
  /** The result or entry that it is about: `dw[2,1]`. */
  readonly entry?: string
  readonly got?: string
  readonly want?: string
  readonly line?: number | null
  readonly case?: Case
  /** By how many digits an entry lies beyond its room: one that lies no farther than what roundings lose elsewhere is no evidence. */
  readonly digits?: number
  /** Whether it lies no farther than roundings of single precision may put it. */
  readonly isFine?: boolean
}

/** What is worth saying of a function that is right, or of one beside its verdict. */
export interface Remarks {
  /** The arrays that it writes into. */
  readonly writes: ReadonlyArray<string>
  /** The most digits that it loses of those which the definition keeps, and where; -1 while it loses nothing. */
  readonly digits: number
  readonly digitsAt?: string
  /** Where it takes another slope at a kink than the definition does. */
  readonly kink?: string
  /** Whether the definition says anything of a result: one that is defined nowhere would be content with all. */
  readonly isKnown: boolean
  /** What it does where constants are left out, if that is not what is documented. */
  readonly defaults?: string
}

export const noRemarks: Remarks = { writes: [], digits: -1, isKnown: false }

/** Both, with the most that was seen of each. */
export const together = (a: Remarks, b: Remarks): Remarks => {
  const kink = a.kink ?? b.kink
  const at = b.digits > a.digits ? b.digitsAt : a.digitsAt
  return {
    writes: [...new Set([...a.writes, ...b.writes])], digits: Math.max(a.digits, b.digits),
    isKnown: a.isKnown || b.isKnown,
    ...at === undefined ? {} : { digitsAt: at }, ...kink === undefined ? {} : { kink }
  }
}

/** What was found at a case: a finding that ends the judging, or remarks. */
export type Found = { readonly finding: Finding } | { readonly remarks: Remarks }

export const fatal = (finding: Finding, given: Case): Found =>
  ({ finding: { ...finding, case: finding.case ?? given } })
