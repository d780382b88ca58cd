/**
 * How a function does that was judged, the worst first. `writes` means that its results are right and its caller's arrays are not what they
 * were; `undecided`, that it could not be called with what it needs.
 */
export const verdicts = [
  'not written', 'hangs', 'raises', 'wrong shape', 'wrong', 'writes', 'undecided', 'loses digits', 'right at kinks', 'right'
] as const

export type FunctionVerdict = (typeof verdicts)[number]

/** Verdicts that deserve full marks. */
export const isRight = (verdict: FunctionVerdict): boolean =>
  verdict === 'right' || verdict === 'right at kinks' || verdict === 'loses digits'

/** What is said of one function. */
export interface JudgedFunction {
  readonly name: string
  readonly verdict: FunctionVerdict
  /** In a sentence. */
  readonly says: string
  /** Which law is broken: 'value', 'gradient', 'state', 'kink', 'pure', 'finite', 'second step', 'share', 'form', 'writes', 'digits'. */
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

/** What is said of a file. */
export interface JudgedFile {
  readonly file: string
  /** The versions that ran it. */
  readonly python: string
  readonly numpy: string
  /** The contracts by which it was judged: 'cs231n-2020', or the file that has them. */
  readonly course: string
  readonly seed: number
  readonly runs: number
  readonly functions: ReadonlyArray<JudgedFunction>
}
