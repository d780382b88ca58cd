import type { Span } from '../Span.js'
import type { Term } from '../Term.js'

/** What is added or taken away; without a term, the dots that stand for what comes between. */
export interface Summand {
  readonly isNegative: boolean
  readonly span: Span
  readonly term?: Term
}

export interface Written extends Summand {
  readonly term: Term
}
