import type { Term } from './Term.js'

/** The shape of a value, in terms of sizes: a number has one row and one column, a vector one column. */
export interface Type {
  readonly rows: Term
  readonly columns: Term
}

/** A number, vector or matrix that a formula is about. */
export interface VariableSymbol {
  readonly kind: 'variable'
  readonly type: Type
  /** What is known of each of its entries. */
  readonly is?: 'positive' | 'nonnegative' | 'between 0 and 1'
}

/** w^1, w^2, ... or v_1, v_2, ...: one such value for each whole number. */
export interface SequenceSymbol {
  readonly kind: 'sequence'
  readonly script: 'above' | 'below'
  readonly type: Type
}

/** A whole number from 1 to a size, such as the number of a class: all its values are tried. */
export interface LabelSymbol {
  readonly kind: 'label'
  readonly from: Term
  readonly to: Term
}

/** n, of which each value in its range is tried. */
export interface SizeSymbol {
  readonly kind: 'size'
  readonly from: number
  readonly to: number
}

/** A name for a formula, of its parameters if it has any. */
export interface DefinitionSymbol {
  readonly kind: 'definition'
  readonly parameters: ReadonlyArray<string>
  readonly body: Term
}

/** A sequence by its first member and a rule for the next: w^1 := a, w^{t+1} := rule(t). */
export interface RecursionSymbol {
  readonly kind: 'recursion'
  readonly script: 'above' | 'below'
  readonly first: { readonly at: number; readonly value: Term }
  readonly next?: { readonly index: string; readonly value: Term }
}

export type Symbol = VariableSymbol | SequenceSymbol | LabelSymbol | SizeSymbol | DefinitionSymbol | RecursionSymbol

/** What the names of a document stand for, by their spelling. */
export type Scope = ReadonlyMap<string, Symbol>
