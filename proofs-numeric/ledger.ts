import { createRequire } from 'node:module'
import { documents as folders } from './manifest.js'

/** A document: its folder, its title, and its statements in the order of its pages. */
export interface Document {
  readonly name: string
  readonly title: string
  readonly rows: ReadonlyArray<LedgerRow>
  /** The error in it that is shown first: the id of a claim. */
  readonly example?: string
}

/** One statement of a document: where a reader finds it, what it says, and why nothing can check it, if nothing can. */
export interface LedgerRow {
  readonly row: string
  /** A question or a section. */
  readonly place: string
  /** What the document says there, in our words: right or wrong. */
  readonly statement: string
  readonly kind: LedgerKind
  readonly verdict: LedgerVerdict
  readonly reason?: string
}

export const ledgerKinds = ['definition', 'identity', 'inequality', 'figure', 'rate', 'statement', 'wording'] as const

export type LedgerKind = (typeof ledgerKinds)[number]

/**
 * What was found: holds-if needs a premise or a reading that the document leaves out, loose has a better constant, and a slip is of the
 * pen.
 */
export const ledgerVerdicts = ['holds', 'holds-if', 'loose', 'slip', 'refuted', 'not checkable'] as const

export type LedgerVerdict = (typeof ledgerVerdicts)[number]

// Node 20 warns about `import ... with { type: 'json' }`; a module loaded by require is the same data without the warning.
const require = createRequire(import.meta.url)

export const documents: ReadonlyArray<Document> = folders.map(name => {
  const document = require(`./${name}/ledger.json`) as Omit<Document, 'name'>
  return { name, ...document }
})

/** Every row of the documents. */
export const ledger: ReadonlyArray<LedgerRow & { readonly document: string }> =
  documents.flatMap(({ title, rows }) => rows.map(row => ({ ...row, document: title })))
