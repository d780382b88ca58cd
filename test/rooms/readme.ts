import type { Document, LedgerRow } from '../../proofs-numeric/ledger.js'
import { type Claim, effort } from '../../src/claim/index.js'

/** A claim, and the file in which it stands. */
export interface Housed {
  readonly claim: Claim
  readonly file: string
}

/** The first page of a document's folder: its errors, then what holds only with something added, then counts. */
export const readme = (
  { name, title, rows }: Document, housed: ReadonlyArray<Housed>, hasMutants: boolean
): string => {
  const judged = rows.map(row => ({ row, claims: housed.filter(({ claim }) => claim.rows.includes(row.row)) }))
  const errata = judged.filter(isErratum)
  const others = judged.filter(one => !isErratum(one) && ['loose', 'holds-if'].includes(one.row.verdict))
  return [
    `# ${title}`,
    'What is stated here about the mathematics of deep learning is judged by computing it. `npm run rooms` writes\n'
      + 'this page from [ledger.json](ledger.json), the statements row by row, and from the claims in this folder.',
    ...section('Errata', errata.map(one => erratumItem(name, one))),
    ...section('Loose, or in need of a premise', others.map(one => item(one, whereItStands(name, one.claims)))),
    ...rows.length === 0 ? []
      : ['## All rows', counts(rows), `\`lemmata ledger ${name}\` prints each row with its claims.`],
    `\`lemmata verify ${name}\` judges all claims of this folder.${hasMutants
      ? '\nMistakes that they catch are in [mutants.json](mutants.json).' : ''}`
  ].join('\n\n') + '\n'
}

interface Judged {
  readonly row: LedgerRow
  readonly claims: ReadonlyArray<Housed>
}

const errataOf = ({ claims }: Judged): ReadonlyArray<Housed> =>
  claims.filter(({ claim }) => claim.expected === 'erratum')

// One claim may settle several rows, of which some are right.
const isErratum = (one: Judged): boolean =>
  ['refuted', 'slip'].includes(one.row.verdict) || (one.row.verdict !== 'holds' && errataOf(one).length > 0)

const section = (heading: string, items: ReadonlyArray<string>): ReadonlyArray<string> =>
  (items.length === 0 ? [] : [`## ${heading}`, items.join('\n')])

const item = ({ row: { row, place, statement } }: Judged, lines: ReadonlyArray<string>): string =>
  [`- **${row}**, ${place}: ${words(statement)}`, ...lines].join('\n  - ')

/** What is printed and what is right, as the judgement says; a slip that no claim corrects has its reason instead. */
const erratumItem = (document: string, one: Judged): string => {
  const [errata, { reason }] = [errataOf(one), one.row]
  return item(one, errata.length === 0
    ? [...reason === undefined ? [] : [words(reason)], ...whereItStands(document, one.claims)]
    : errata.flatMap(housed => [...forms(housed.claim), ...whereItStands(document, [housed])]))
}

const forms = ({ id, judge }: Claim): ReadonlyArray<string> => {
  const judgement = judge(effort())
  if (judgement.verdict !== 'erratum') throw new Error(`${id} is ${judgement.verdict}, where an erratum is expected`)
  return [`printed: ${form(judgement.printed)}`, `right: ${form(judgement.corrected)}`]
}

const whereItStands = (document: string, claims: ReadonlyArray<Housed>): ReadonlyArray<string> => {
  const own = `proofs-numeric/${document}/`
  return claims.map(({ claim: { id }, file }) => {
    const page = readable(file)
    const path = page.startsWith(own) ? page.slice(own.length) : `../../${page}`
    return `shown by \`${id}\` in [${page.replace(own, '')}](${path})`
  })
}

/** A page is read in Markdown, not in the module that is written of it. */
const readable = (file: string): string => file.replace(/\.page\.ts$/, '.md')

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
  const lines = verdicts.map(verdict => `| ${verdict} | ${rows.filter(row => row.verdict === verdict).length} |`)
  return ['| verdict | rows |', '| --- | --- |', ...lines, `| all | ${rows.length} |`].join('\n')
}
