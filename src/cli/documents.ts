import { createRequire } from 'node:module'
import type { LedgerLine } from '../report/ledger.js'

/** A document as the build wrote it down. */
export interface Document {
  readonly name: string
  readonly title: string
  /** The error in it that is shown first. */
  readonly example?: string
  readonly rows: ReadonlyArray<Pick<LedgerLine, 'row' | 'place' | 'statement' | 'verdict' | 'reason'>>
}

/** The documents with their rows, in the order of their pages. */
export const documents = (): ReadonlyArray<Document> =>
  createRequire(import.meta.url)('../../ledger.json') as ReadonlyArray<Document>
