import { createRequire } from 'node:module'

/** One statement of a document: where a reader finds it, what it says, and why nothing can check it, if nothing can. */
export interface LedgerRow {
  readonly row: string
  readonly document: string
  /** A question or a section. */
  readonly place: string
  readonly statement: string
  readonly kind: LedgerKind
  readonly reason?: string
}

export type LedgerKind = 'definition' | 'identity' | 'inequality' | 'figure' | 'rate' | 'statement' | 'wording'

// Node 20 warns about `import ... with { type: 'json' }`; a module loaded by require is the same data without the warning.
const require = createRequire(import.meta.url)

/** Every row of the documents treated so far, in their order. */
export const ledger: ReadonlyArray<LedgerRow> = [
  ...require('./ledger/homework-1.json') as ReadonlyArray<LedgerRow>
]
