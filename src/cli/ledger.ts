import { strengths } from '../claim/Claim.js'
import { didYouMean } from '../prelude/index.js'
import { ledgerJson, type LedgerLine, ledgerMarkdown, ledgerText } from '../report/ledger.js'
import type { About } from '../report/Session.js'
import { registered } from './catalogue.js'
import type { Run } from './Command.js'
import { type Document, documents } from './documents.js'
import { describeFlags, readOptions } from './options.js'
import { type Recorded, readRecord, recordFile } from './record.js'
import { misuse } from './UsageError.js'
import { version } from './version.js'

const flags = {
  json: { about: 'print one JSON document' },
  markdown: { about: 'print a table for each document' },
  help: { about: 'print this' }
} as const

const help = `usage: lemmata ledger [DOCUMENT|ROW] [options]

What the documents state, row by row: where, whether it holds, how strongly that
is shown and by which claims; for errata what is printed and what is right; for
what no computation can judge the reason. The verdicts are those of the last
lemmata verify in this folder (${recordFile}).

${describeFlags(flags)}

The exit code is 0, or 2 for misuse and where there are no current verdicts.
`

/** Prints the ledger of all documents, of one, or one row. */
export const ledger: Run = async (argv, io) => {
  const { words: [wanted], given } = readOptions(argv, flags, 'one DOCUMENT or ROW')
  if (given.help !== undefined) {
    io.out(help)
    return 0
  }
  if (given.json !== undefined && given.markdown !== undefined) return misuse(
    '--json and --markdown are two forms: give one'
  )
  const { hash, claims } = registered()
  const chosen = choose(documents(), wanted)
  const verdicts = readRecord(version(), hash)
  const lines = chosen.flatMap(document => document.rows.map(row => lineOf(document, row, claims, verdicts)))
  io.out((given.json !== undefined ? ledgerJson : given.markdown !== undefined ? ledgerMarkdown : ledgerText)(lines))
  return 0
}

/** The documents with the rows that are wanted. */
const choose = (all: ReadonlyArray<Document>, wanted: string | undefined): ReadonlyArray<Document> => {
  if (wanted === undefined) return all
  const found = all
    .map(document => document.name === wanted ? document
      : { ...document, rows: document.rows.filter(({ row }) => row === wanted) })
    .filter(({ rows }) => rows.length > 0)
  const known = all.flatMap(({ name, rows }) => [name, ...rows.map(({ row }) => row)])
  const names = all.map(({ name }) => name).join(', ')
  return found.length > 0 ? found
    : misuse(`no document or row is named ${wanted}${didYouMean(wanted, known) || `; documents are ${names}`}`)
}

const lineOf = (
  { title }: Document, row: Document['rows'][number], all: ReadonlyArray<About>,
  verdicts: { readonly [id: string]: Recorded }
): LedgerLine => {
  const claims = all.filter(({ rows }) => rows.includes(row.row))
  const found = claims.flatMap(({ id }) => verdicts[id] ?? [])
  // one claim may settle several rows, of which some are right
  const slip = row.verdict === 'holds' ? undefined : found.find(({ verdict }) => verdict === 'erratum')
  return {
    row: row.row,
    document: title,
    place: row.place,
    statement: row.statement,
    verdict: row.verdict,
    strength: strengths.find(strength => found.some(one => one.strength === strength)) ?? null,
    claims: claims.map(({ id, file }) => {
      const one = verdicts[id]
      return {
        id, file, verdict: one?.verdict ?? null,
        ...(one === undefined ? {} : { scope: one.scope }),
        ...(one?.counterexample === undefined ? {} : { counterexample: one.counterexample })
      }
    }),
    ...(slip?.printed === undefined ? {} : { printed: slip.printed }),
    ...(slip?.corrected === undefined ? {} : { correction: slip.corrected }),
    ...(row.reason === undefined ? {} : { reason: row.reason })
  }
}
