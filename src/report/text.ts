import { explain } from '../claim/assertClaim.js'
import { replayCommand } from '../claim/replay.js'
import { largest } from '../prelude/index.js'
import { showVerdicts, strengthsOf } from './counts.js'
import { type Paint, plain } from './Paint.js'
import { isExpected, type Judged, type Session, topics, unexpected } from './Session.js'
import { brief, seconds as inSeconds } from './short.js'

/** What verify prints: a line a topic, or all claims; the errata; anything unexpected in full; a closing line. */
export const text = (session: Session, { all = false, paint = plain }: { readonly all?: boolean; readonly paint?: Paint } = {}): string =>
  [
    all ? session.judged.map(j => claimLines(j, paint)).join('\n') : table(session, paint),
    errata(session),
    unexpected(session).map(judged => problem(session, judged, paint)).join('\n\n'),
    closing(session, paint)
  ].filter(part => part !== '').join('\n\n') + '\n'

const table = (session: Session, paint: Paint): string => {
  const rows = topics(session).map(({ name, judged }) => {
    const strengths = strengthsOf(judged)
    return {
      good: judged.every(isExpected),
      cells: [name, String(judged.length), showVerdicts(judged), strengths[0] ?? '', strengths[strengths.length - 1] ?? '',
        inSeconds(judged.reduce((sum, j) => sum + j.seconds, 0))]
    }
  })
  const head = ['topic', 'claims', 'verdicts', 'strongest', 'weakest', 'seconds']
  const widths = head.map((title, i) => largest([title.length, ...rows.map(({ cells }) => cells[i]?.length ?? 0)]))
  const line = (cells: ReadonlyArray<string>): string =>
    cells.map((cell, i) => (i === 1 || i === 5 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ')
  return [paint.faint(line(head)), ...rows.map(({ good, cells }) => (good ? line(cells) : paint.bad(line(cells))))].join('\n')
}

const claimLines = (judged: Judged, paint: Paint): string => {
  const { claim, judgement } = judged
  const mark = isExpected(judged) ? paint.good : paint.bad
  return [
    `${mark(judgement.verdict.padEnd(9))}  ${paint.strong(claim.id)}  ${claim.title}`,
    paint.faint(`           ${evidenceLine(judged)}`)
  ].join('\n')
}

/** What a verdict rests on, in a line. */
const evidenceLine = ({ judgement: { evidence }, seconds }: Judged): string =>
  [
    evidence.strength,
    evidence.scope,
    ...(evidence.strength === 'sampled' ? [`${evidence.undecidedCases} undecided`] : []),
    ...(evidence.slack === null ? [] : [`smallest slack ${brief(evidence.slack)}`]),
    ...(evidence.resolution === null ? [] : [`resolution ${brief(evidence.resolution)}`]),
    ...(evidence.observed === undefined ? [] : [evidence.observed]),
    `${inSeconds(seconds)} s`
  ].join('; ')

const errata = ({ judged }: Session): string =>
  judged.flatMap(({ claim, judgement }) => (judgement.verdict === 'erratum'
    ? [`erratum confirmed: printed ${judgement.printed}, right ${judgement.corrected}  (${claim.id})`]
    : [])).join('\n')

interface Spent {
  readonly seed: number
  readonly runs: number
  readonly file?: string | undefined
}

/** An unexpected verdict in full, and how to see it again. */
export const problem = (spent: Spent, { claim, judgement }: Judged, paint: Paint = plain): string => [
  paint.bad(explain(claim, judgement)),
  ...(claim.expected === 'erratum' ? ['  expected: an erratum'] : []),
  `  replay: ${replayCommand(claim.id, spent, judgement, spent.file)}`
].join('\n')

const closing = (session: Session, paint: Paint): string => {
  const { judged, selected, seed, runs, seconds, notCheckable, pattern } = session
  const wrong = unexpected(session).length
  const rows = `${notCheckable.length} ${notCheckable.length === 1 ? 'row' : 'rows'}`
  const counts = `${judged.length} ${judged.length === 1 ? 'claim' : 'claims'}: ${showVerdicts(judged)}`
  const soFar = judged.length < selected ? ' so far' : ''
  const verdict = wrong === 0 ? paint.good(`all as expected${soFar}`) : paint.bad(`${wrong} not as expected`)
  return [
    ...(judged.length < selected ? [paint.bad(`interrupted: ${judged.length} of ${selected} claims were judged`)] : []),
    ...(notCheckable.length === 0 || pattern !== undefined ? [] : [`${rows} of the ledger cannot be checked by computing; the report says why`]),
    `${counts}; ${verdict} (seed ${seed}, ${runs} cases a sampled claim, ${inSeconds(seconds)} s)`
  ].join('\n')
}
