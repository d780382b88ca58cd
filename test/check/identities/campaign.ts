import { check, type Line } from '../../../src/check/index.js'
import { declarations } from './names.js'
import { type Statement, statementsOf } from './statements.js'

/** What became of a line. */
export interface Found {
  readonly statement: Statement
  readonly outcome: 'proved' | 'sampled' | 'wrong' | 'undecided' | 'vacuous' | 'not understood'
  readonly reason: string
  readonly milliseconds: number
}

const outcomeOf = (lines: ReadonlyArray<Line>): Pick<Found, 'outcome' | 'reason'> => {
  const [line, more] = lines
  if (line === undefined || more !== undefined) return { outcome: 'not understood', reason: `${lines.length} lines` }
  const { verdict, kind, strength = '', reason = '', at = '' } = line
  if (kind !== 'claim' || verdict === undefined) return { outcome: 'not understood', reason: reason || kind }
  if (verdict === 'holds') return { outcome: strength.startsWith('proved') ? 'proved' : 'sampled', reason: '' }
  return { outcome: verdict, reason: verdict === 'wrong' ? `${at}: ${reason}` : reason }
}

// A line that takes as long is given up, and told.
const mostMilliseconds = 20_000

const judged = (statement: Statement, now: () => number): Found => {
  const document = `\`\`\`lemmata\n${declarations}\n\`\`\`\n\n$$${statement.tex}$$\n`
  const began = now()
  const lines = check(document, { seed: 1, runs: 200, cancelled: () => now() > began + mostMilliseconds })
  return { statement, ...outcomeOf(lines), milliseconds: now() - began }
}

/** Judges the identity and the false line of a turn, each as the only line of a document. */
export const foundAt = (seed: number, turn: number, now: () => number = () => 0): readonly [Found, Found] => {
  const [identity, perturbed] = statementsOf(seed, turn)
  return [judged(identity, now), judged(perturbed, now)]
}
