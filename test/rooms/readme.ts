import type { Document, LedgerRow } from '../../proofs-numeric/ledger.js'
import { type Claim, effort } from '../../src/claim/index.js'

/** A claim, and the file in which it stands. */
export interface Housed {
  readonly claim: Claim
  readonly file: string
}

/** The first page of a document's folder: its errors first, then what holds only with something added, then how much was judged. */
export const readme = ({ name, title, rows }: Document, housed: ReadonlyArray<Housed>): string => {
  const judged = rows.map(row => ({ row, claims: housed.filter(({ claim }) => claim.rows.includes(row.row)) }))
  const errata = judged.filter(isErratum)
  const others = judged.filter(one => !isErratum(one) && (one.row.verdict === 'loose' || one.row.verdict === 'holds-if'))
  return [
    `# ${title}`,
    'What is stated here about the mathematics of deep learning is judged by computing it. `npm run rooms` writes this page from\n'
      + '[ledger.json](ledger.json), the statements row by row, and from the claims in this folder.',
    ...section('Errata', errata.map(one => erratumItem(name, one))),
    ...section('Loose, or in need of a premise', others.map(one => item(one, whereItStands(name, one.claims)))),
    ...rows.length === 0 ? [] : ['## All rows', counts(rows), `\`lemmata ledger ${name}\` prints each row with its claims.`],
    `\`lemmata verify ${name}\` judges all claims of this folder. Mistakes that they catch are in [mutants.json](mutants.json).`
  ].join('\n\n') + '\n'
}

interface Judged {
  readonly row: LedgerRow
  readonly claims: ReadonlyArray<Housed>
}

const errataOf = ({ claims }: Judged): ReadonlyArray<Housed> => claims.filter(({ claim }) => claim.expected === 'erratum')

// One claim may settle several rows, of which some are right.
const isErratum = (one: Judged): boolean =>
  one.row.verdict === 'refuted' || one.row.verdict === 'slip' || (one.row.verdict !== 'holds' && errataOf(one).length > 0)

const section = (heading: string, items: ReadonlyArray<string>): ReadonlyArray<string> =>
  (items.length === 0 ? [] : [`## ${heading}`, items.join('\n')])

const item = ({ row: { row, place, statement } }: Judged, lines: ReadonlyArray<string>): string =>
  [`- **${row}**, ${place}: ${words(statement)}`, ...lines].join('\n  - ')

/** What is printed and what is right, as the judgement says; a slip that no claim corrects has its reason instead. */
const erratumItem = (document: string, one: Judged): string => {
  const errata = errataOf(one)
  if (errata.length === 0) return item(one, [...one.row.reason === undefined ? [] : [words(one.row.reason)], ...whereItStands(document, one.claims)])
  return item(one, errata.flatMap(({ claim, file }) => {
    const judgement = claim.judge(effort())
    if (judgement.verdict !== 'erratum') throw new Error(`${claim.id} is ${judgement.verdict}, where an erratum is expected`)
    return [`printed: ${form(judgement.printed)}`, `right: ${form(judgement.corrected)}`, ...whereItStands(document, [{ claim, file }])]
  }))
}

const whereItStands = (document: string, claims: ReadonlyArray<Housed>): ReadonlyArray<string> =>
  claims.map(({ claim: { id }, file }) => `shown by \`${id}\` in [${file.replace(own(document), '')}](${pathFrom(own(document), file)})`)

const own = (document: string): string => `proofs-numeric/${document}/`

const pathFrom = (folder: string, file: string): string => (file.startsWith(folder) ? file.slice(folder.length) : `../../${file}`)

/** A form of a statement: words, and TeX where it has any. */
const form = (seen: string | { readonly text: string; readonly tex?: string }): string => {
  const { text, tex } = typeof seen === 'string' ? { text: seen } : seen
  return tex === undefined ? code(text) : `$${tex}$`
}

const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** Words as Markdown shows them: what would be a mark of it is none. */
const words = (text: string): string => text.replace(/[\\`*_<>[\]|$]/g, '\\$&')

const counts = (rows: ReadonlyArray<LedgerRow>): string => {
  const verdicts = [...new Set(rows.map(({ verdict }) => verdict))].sort()
  return ['| verdict | rows |', '| --- | --- |',
    ...verdicts.map(verdict => `| ${verdict} | ${rows.filter(row => row.verdict === verdict).length} |`), `| all | ${rows.length} |`].join('\n')
}
