import type { Effort, Judgement } from '../claim/index.js'
import type { Sharper } from './sharper.js'

export type LineKind = 'claim' | 'figure' | 'definition' | 'condition' | 'not understood' | 'skipped'

/** What was found of one step of a line. Numbers are texts, as a person reads them. */
export interface Line {
  /** From 1; columns in code points. */
  readonly line: number
  readonly column: number
  /** The formula as it stands in the document. */
  readonly source: string
  readonly kind: LineKind
  /** How it was read. */
  readonly read: string
  readonly verdict?: 'holds' | 'wrong' | 'vacuous' | 'undecided'
  readonly strength?: string
  /** The sizes for which it was judged. */
  readonly sizes?: string
  /** "step 2 of 3". */
  readonly step?: string
  /** Where it fails, and what its sides are there. */
  readonly at?: string
  readonly left?: string
  readonly right?: string
  readonly suggestion?: string
  readonly reason?: string
}

/** A line with the judgement that its verdict is told from, where there is one. */
export interface Found extends Line {
  readonly judgement?: Judgement
  /** How an inequality is judged in a sharper form. */
  readonly sharpened?: (sharper: Sharper, effort: Effort) => Judgement
}

/**
 * The counts of what was found.
 *
 * @example
 * summaryOf(check('$$1 + 1 = 2$$', { seed: 1, runs: 10, cancelled: () => false })).hold // 1
 */
export const summaryOf = (lines: ReadonlyArray<Line>): Readonly<Record<string, number>> => {
  const count = (is: (line: Line) => boolean): number => lines.filter(is).length
  return {
    lines: lines.length,
    hold: count(({ verdict }) => verdict === 'holds'),
    proved: count(({ verdict, strength = '' }) => verdict === 'holds' && strength.startsWith('proved')),
    wrong: count(({ verdict }) => verdict === 'wrong'),
    vacuous: count(({ verdict }) => verdict === 'vacuous'),
    undecided: count(({ verdict }) => verdict === 'undecided'),
    figures: count(({ kind }) => kind === 'figure'),
    definitions: count(({ kind }) => kind === 'definition'),
    conditions: count(({ kind }) => kind === 'condition'),
    notUnderstood: count(({ kind }) => kind === 'not understood'),
    skipped: count(({ kind }) => kind === 'skipped')
  }
}
