import { unjudged } from '../claim/judgementOf.js'
import type { Figure } from '../claim/Figure.js'
import { failings } from '../report/counts.js'
import { wrap } from '../prelude/index.js'
import { json } from '../report/json.js'
import { colours, plain } from '../report/Paint.js'
import { type DocumentOf, isExpected, type Judged, type Session } from '../report/Session.js'
import { notJudged, text } from '../report/text.js'
import type { ExitCode } from './Command.js'
import { type Document, documents } from './documents.js'
import type { Io } from './Io.js'
import { judge, threads } from './judgeClaim.js'
import { outputFile } from './outputFile.js'
import type { Pool } from './pool.js'
import { bar, progress } from './progress.js'
import { type Catalogue, registered } from './catalogue.js'
import type { Result, Stray } from './protocol.js'
import { select } from './select.js'
import { writeRecord } from './record.js'
import { misuse } from './UsageError.js'
import { version } from './version.js'
import type { VerifyOptions } from './verifyOptions.js'

/** Judges what was chosen, prints what was found, and answers whether it is as expected; `began` is when the command did. */
export const verified = async (
  pool: Pool, options: VerifyOptions, io: Io, began: number
): Promise<ExitCode> => {
  const ready = await pool.catalogue
  if (ready === undefined) {
    io.err('lemmata verify: interrupted before anything was judged\n')
    return 130
  }
  const chosen = chooseFrom(ready, options)
  const writeReport = options.report === undefined ? undefined : outputFile('--report', options.report)
  pool.grow(Math.min(threads, chosen.length))
  const figures = writeReport === undefined ? undefined : pool.perform({ kind: 'figures' })
  const judged = withTroubles(await judgeAll(pool, chosen, options, io), pool.strays())
  const session: Session = {
    seed: options.spend.seed,
    runs: options.spend.runs,
    judged,
    selected: chosen.length,
    notCheckable: ready.notCheckable,
    seconds: (performance.now() - began) / 1000,
    ...(options.pattern === undefined ? {} : { pattern: options.pattern }),
    ...(options.file === undefined ? { documents: documents().map(named) } : { file: options.file }),
    strays: pool.strays().flatMap(({ of, reason }) => (of === undefined ? [reason] : []))
  }
  if (options.file === undefined) writeRecord(session, version(), registered().hash)
  if (writeReport !== undefined) writeReport(await draw(session, figuresIn(await figures, io)))
  io.out(options.form === 'json' ? json(session)
    : text(session, { all: options.form === 'all', paint: io.colour ? colours : plain, report: options.report }))
  if (options.form === 'json' && judged.length < chosen.length) io.err(`lemmata verify: ${notJudged(session)}\n`)
  return pool.cancelled() ? 130 : failings(session) === '' ? 0 : 1
}

const named = ({ name, title, example, rows }: Document): DocumentOf =>
  ({ name, title, ...example === undefined ? {} : { example }, rows: rows.map(({ row }) => row) })

const chooseFrom = ({ claims }: Catalogue, { pattern, spend }: VerifyOptions): Catalogue['claims'] => {
  const chosen = select(claims, pattern)
  return spend.path !== undefined && chosen.length > 1
    ? misuse(`--path replays one claim, but ${pattern ?? ''} names ${chosen.length}`)
    : chosen
}

/** In the order of the registries, whichever thread was first; without those that were cut short. */
const judgeAll = async (
  pool: Pool, chosen: Catalogue['claims'], { spend }: VerifyOptions, io: Io
): Promise<ReadonlyArray<Judged>> => {
  const line = progress(io)
  let finished = 0
  const results = await Promise.all(chosen.map(async claim => {
    const done = await judge(pool, claim, spend)
    finished += 1
    line.show(`${bar(finished / chosen.length)} ${finished} of ${chosen.length}  ${claim.id}`)
    return done === undefined ? [] : [{ claim, ...done }]
  }))
  line.clear()
  return results.flat()
}

/** A claim whose judge left something behind that failed loses the verdict that was expected of it. */
const withTroubles = (judged: ReadonlyArray<Judged>, strays: ReadonlyArray<Stray>): ReadonlyArray<Judged> =>
  judged.map(found => {
    const stray = strays.find(({ of }) => of?.id === found.claim.id)
    return stray === undefined || !isExpected(found) ? found : { ...found, judgement: unjudged(stray.reason) }
  })

// Loaded only here, because rendering formulas needs a large library.
const draw = async (session: Session, figures: ReadonlyArray<Figure>): Promise<string> =>
  (await import('../report/html.js')).html(session, figures)

const figuresIn = (result: Result | undefined, io: Io): ReadonlyArray<Figure> => {
  if (result?.kind === 'lost') io.err(
    `${wrap(`lemmata verify: the report is without figures: ${result.reason}`, '', '  ')}\n`
  )
  return result?.kind === 'figures' ? result.figures : []
}
