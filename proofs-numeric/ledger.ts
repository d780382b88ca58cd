import { createRequire } from 'node:module'

/** One statement of a document: where a reader finds it, what it says, and why nothing can check it, if nothing can. */
export interface LedgerRow {
  readonly row: string
  readonly document: string
  /** A question or a section. */
  readonly place: string
  /** What the document says there, in our words: right or wrong. */
  readonly statement: string
  readonly kind: LedgerKind
  readonly verdict: LedgerVerdict
  readonly reason?: string
}

export type LedgerKind = 'definition' | 'identity' | 'inequality' | 'figure' | 'rate' | 'statement' | 'wording'

/**
 * What a computation in another language found beforehand: holds-if needs a premise or a reading that the document leaves out, loose
 * has a better constant, and a slip is of the pen.
 */
export type LedgerVerdict = 'holds' | 'holds-if' | 'loose' | 'slip' | 'wrong' | 'not-checkable'

// Node 20 warns about `import ... with { type: 'json' }`; a module loaded by require is the same data without the warning.
const require = createRequire(import.meta.url)

/** Every row of the documents treated so far, in their order. */
export const ledger: ReadonlyArray<LedgerRow> = [
  ...require('./ledger/homework-1.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/cs231n-notes.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/convolution-and-pooling.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/normalisation.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/arrays.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/classics.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/cs231n-backprop.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/nets-and-solver.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/models.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/gaze.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/gradients-and-updates.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/homework-notebooks.json') as ReadonlyArray<LedgerRow>,
  ...require('./ledger/double-moon-assignment.json') as ReadonlyArray<LedgerRow>
]
