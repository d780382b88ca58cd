import type { Strength } from '../claim/Claim.js'
import { wrap } from '../prelude/index.js'
import { cut } from '../claim/cut.js'

/** A row of a document's ledger, with what was found of it. */
export interface LedgerLine {
  readonly row: string
  readonly document: string
  readonly place: string
  readonly statement: string
  readonly verdict: string
  /** The strongest evidence of its claims; null where no claim of it was judged. */
  readonly strength: Strength | null
  readonly claims: ReadonlyArray<ClaimOfRow>
  readonly printed?: string
  readonly correction?: string
  readonly reason?: string
}

/** A claim that settles a row. */
export interface ClaimOfRow {
  readonly id: string
  readonly file: string
  /** Null where the last run did not judge it. */
  readonly verdict: string | null
  readonly scope?: string
  readonly counterexample?: string
}

const counts = (lines: ReadonlyArray<LedgerLine>): Readonly<Record<string, number>> => {
  const verdicts = [...new Set(lines.map(({ verdict }) => verdict))]
  return { rows: lines.length, ...Object.fromEntries(
    verdicts.map(v => [v, lines.filter(({ verdict }) => verdict === v).length])
  ) }
}

/** "98 rows: 71 hold, 12 refuted" */
const spoken = (lines: ReadonlyArray<LedgerLine>): string => {
  const { rows, ...rest } = counts(lines)
  return `${rows} ${rows === 1 ? 'row' : 'rows'}: ${Object.entries(rest).map(([verdict, n]) => `${n} ${verdict}`)
    .join(', ')}`
}

const claimText = ({ id, file, verdict, counterexample }: ClaimOfRow): ReadonlyArray<string> => [
  wrap(`${verdict ?? 'not judged yet'}: ${id} (${file})`, '    ', '      '),
  ...(counterexample === undefined ? [] : [wrap(`there: ${cut(counterexample)}`, '      ')])
]

const lineText = (line: LedgerLine): string => [
  wrap(
    `${line.row}  ${line.verdict}${line.strength === null ? '' : `, ${line.strength}`}  (${line.place})`, '', '    '
  ),
  wrap(line.statement, '    '),
  ...(line.printed === undefined ? [] : [wrap(`printed: ${cut(line.printed)}`, '    ', '      ')]),
  ...(line.correction === undefined ? [] : [wrap(`right: ${cut(line.correction)}`, '    ', '      ')]),
  ...(line.reason === undefined ? [] : [wrap(`not judged: ${line.reason}`, '    ', '      ')]),
  ...line.claims.flatMap(claimText)
].join('\n')

const byDocument = (lines: ReadonlyArray<LedgerLine>): ReadonlyArray<readonly [string, ReadonlyArray<LedgerLine>]> =>
  [...new Set(lines.map(({ document }) => document))].map(
    name => [name, lines.filter(({ document }) => document === name)]
  )

/** The ledger for a terminal: a paragraph a row. */
export const ledgerText = (lines: ReadonlyArray<LedgerLine>): string =>
  `${byDocument(lines).map(([name, own]) => `${name}\n\n${own.map(lineText).join('\n\n')}\n\n${wrap(spoken(own))}`)
    .join('\n\n')}\n`

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ')

const markdownRow = (
  { row, place, statement, verdict, strength, printed, correction, reason, claims }: LedgerLine
): string => {
  const found = [
    ...(printed === undefined ? [] : [`printed: ${printed}`]),
    ...(correction === undefined ? [] : [`right: ${correction}`]),
    ...(reason === undefined ? [] : [reason]),
    ...claims.map(({ id }) => `\`${id}\``)
  ]
  return `| ${[row, place, statement, strength === null ? verdict
    : `${verdict}, ${strength}`, found.join('; ')].map(cell).join(' | ')} |`
}

/** The ledger as tables, one a document. */
export const ledgerMarkdown = (lines: ReadonlyArray<LedgerLine>): string =>
  `${byDocument(lines).map(([name, own]) => [
    `## ${name}`, '', spoken(own), '', '| row | place | statement | verdict | found |', '| --- | --- | --- | --- | --- |', ...own.map(markdownRow)
  ].join('\n')).join('\n\n')}\n`

/** The ledger for a program. */
export const ledgerJson = (lines: ReadonlyArray<LedgerLine>): string =>
  `${JSON.stringify({ rows: lines, summary: counts(lines) }, null, 2)}\n`
