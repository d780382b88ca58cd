import type { Verdict } from './Finding.js'

/** What is said of one function. */
export interface Judged {
  readonly name: string
  readonly verdict: Verdict
  /** In a sentence. */
  readonly says: string
  readonly law?: string
  readonly entry?: string
  readonly got?: string
  readonly want?: string
  /** The smallest case that shows it, as text for numpy. */
  readonly case?: string
  /** How many digits are lost. */
  readonly digits?: number
  readonly line?: number
}
