import { columns, wrap } from '../prelude/index.js'
import { explain } from '../claim/assertClaim.js'
import { cut } from '../claim/cut.js'
import { replayParts } from '../claim/replay.js'
import { failings, showVerdicts } from './counts.js'
import { type Paint, plain } from './Paint.js'
import { findings } from './findings.js'
import type { Found } from './groups.js'
import { isExpected, type Judged, type Session, unexpected } from './Session.js'
import { said } from './said.js'
import { seconds as inSeconds } from './short.js'
import { table } from './table.js'
import { showWays } from './ways.js'

interface How {
  readonly all?: boolean
  readonly paint?: Paint
  /** Where the report was written. */
  readonly report?: string | undefined
}

/** What verify prints: what was found in each document, or all claims and topics; anything unexpected in full; the closing lines. */
export const text = (session: Session, { all = false, paint = plain, report }: How = {}): string =>
  [
    ...(all ? [session.judged.map(j => claimLines(j, paint)).join('\n'), table(session, paint)] : [
      findings(session, paint)
    ]),
    unexpected(session).map(judged => problem(session, judged, paint)).join('\n\n'),
    closing(session, paint, report)
  ].filter(part => part !== '').join('\n\n') + '\n'

const indent = ' '.repeat(11)

const claimLines = (judged: Judged, paint: Paint): string => {
  const { claim, judgement } = judged
  const mark = isExpected(judged) ? paint.good : paint.bad
  const fits = indent.length + claim.id.length + 2 + claim.title.length <= columns
  return [
    `${mark(judgement.verdict.padEnd(9))}  ${paint.strong(claim.id)}${fits ? `  ${claim.title}`
      : `\n${wrap(claim.title, indent)}`}`,
    ...lines(claim.file).map(paint.faint),
    ...lines(`${judgement.evidence.strength}: ${said(judgement.evidence)} ${inSeconds(judged.seconds)} s.`).map(
      paint.faint
    ),
    ...(judgement.verdict === 'erratum' ? lines(slip({ ...judged, judgement })) : [])
  ].join('\n')
}

const lines = (words: string): ReadonlyArray<string> => wrap(words, indent).split('\n')

const slip = ({ judgement: { printed, corrected } }: Found): string =>
  `printed ${cut(printed.text)}, right ${cut(corrected.text)}`

interface Spent {
  readonly seed: number
  readonly runs: number
  readonly file?: string | undefined
}

/** An unexpected verdict in full, and how to see it again. */
export const problem = (spent: Spent, { claim, judgement }: Judged, paint: Paint = plain): string => [
  paint.bad(
    explain(claim, judgement).split('\n').map(line => wrap(line.trimStart(), /^ */.exec(line)?.[0], '    ')).join('\n')
  ),
  ...(claim.expected === 'erratum' ? ['  expected: an erratum'] : []),
  ...(claim.expects === undefined || claim.expects === 'supported' ? [] : [`  expected: ${claim.expects}`]),
  `  replay: ${inShell(replayParts(claim.id, spent, judgement, spent.file))}`
].join('\n')

/** A command in lines that fit, which a shell reads as one. */
const inShell = (parts: ReadonlyArray<string>): string => parts.reduce((command, part) => {
  const line = command.slice(command.lastIndexOf('\n') + 1)
  const room = columns - (line === command ? '  replay: ' : '').length - ' \\'.length
  return line.length + 1 + part.length <= room ? `${command} ${part}` : `${command} \\\n      ${part}`
})

/** How far an interrupted run came. */
export const notJudged = ({ judged, selected }: Session): string =>
  `interrupted: ${judged.length} of ${selected} claims were judged`

const closing = (session: Session, paint: Paint, report?: string): string => {
  const { judged, selected, seed, runs, seconds, notCheckable, pattern, strays = [] } = session
  const rows = `${notCheckable.length} ${notCheckable.length === 1 ? 'row' : 'rows'}`
  const counts = `${judged.length} ${judged.length === 1 ? 'claim'
    : 'claims'}${judged.length === 0 ? '' : `: ${showVerdicts(judged)}`}`
  return [
    ...strays.map(stray => paint.bad(wrap(`by no judge: ${cut(stray)}`, '', '  '))),
    ...(judged.length < selected ? [paint.bad(notJudged(session))] : []),
    ...(notCheckable.length === 0 || pattern !== undefined ? [] : [
      `${rows} of the ledger cannot be checked by computing; the report says why`
    ]),
    ...(session.documents === undefined || pattern !== undefined ? [] : wrap(showWays(judged)).split('\n')),
    ...(report === undefined ? [] : [wrap(`the report is in ${report}`, '', '  ')]),
    `seed ${seed}, ${runs} cases a sampled claim, ${inSeconds(seconds)} s`,
    outcome(counts, session, paint)
  ].join('\n')
}

/** The whole in a few words: that all is as expected, or how many claims are not, or were not judged. */
const outcome = (counts: string, session: Session, paint: Paint): string => {
  const words = failings(session)
  const painted = words === '' ? paint.good(allAsExpected) : paint.bad(words)
  const length = counts.length + 2 + (words === '' ? allAsExpected : words).length
  return length <= columns ? `${counts}; ${painted}` : `${wrap(`${counts};`)}\n${painted}`
}

const allAsExpected = 'all as expected'
