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
  readonly is?: 'positive' | 'nonnegative' | 'between 0 and 1' | 'above 0, at most 1' | Ends
}

/** From one number to another, both included, as they are written: "-0.5", "1". */
export interface Ends {
  readonly from: string
  readonly to: string
}

/** w^1, w^2, ... or v_1, v_2, ...: one such value for each whole number. */
export interface SequenceSymbol {
  readonly kind: 'sequence'
  readonly type: Type
}

/** A whole number from one to another, such as the number of a class, or one of a few such as -1 and 1: all its values are tried. */
export interface LabelSymbol {
  readonly kind: 'label'
  readonly values: { readonly from: Term; readonly to: Term } | ReadonlyArray<Term>
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
  /** Only these properties of it are known, and the body is one example of it. */
  readonly known?: Properties
}

/** What is known of a function. */
export interface Properties {
  /** As it is declared: "convex, \\rho-Lipschitz". */
  readonly told: string
  readonly isConvex: boolean
  /** The gradients are at most this long. */
  readonly lipschitz?: Term
  /** Two gradients differ by at most this times the distance of their points. */
  readonly smooth?: Term
  /** Less this times half the square of the norm, it is convex. */
  readonly strong?: Term
}

/** An array by the rule for its entries: S_{ij} := [i = j]. Without a type it is as large as the arrays that its indices reach. */
export interface EntriesSymbol {
  readonly kind: 'entries'
  readonly indices: ReadonlyArray<string>
  readonly body: Term
  readonly type?: Type
}

/** What holds for all formulas: from which number indices count, and modulo which number subscripts are taken. */
export interface SettingSymbol {
  readonly kind: 'setting'
  readonly value: Term
}

/** A sequence by its first member and a rule for the next: w^1 := a, w^{t+1} := rule(t); or by a rule for each, v_t := rule(t). */
export interface RecursionSymbol {
  readonly kind: 'recursion'
  readonly type: Type
  readonly first: { readonly at: number; readonly value: Term }
  readonly next?: { readonly index: string; readonly value: Term }
  readonly each?: { readonly index: string; readonly value: Term }
}

export type Symbol = VariableSymbol | SequenceSymbol | LabelSymbol | SizeSymbol | DefinitionSymbol | RecursionSymbol | EntriesSymbol
  | SettingSymbol

/** What the names of a document stand for, by their spelling; sequences with the place of their index, "w^" and "v_": w may stand for something too. */
export type Scope = ReadonlyMap<string, Symbol>

/** The names of settings in a scope; no formula can spell them. */
export const settings = {
  firstIndex: 'indices from', modulo: 'subscripts modulo', oneSign: 'derivatives with one sign',
  outputsInColumns: 'Jacobians with outputs in columns'
} as const

/** The number of the first entry of an array: 1, where nothing else is declared. */
export const firstIndex = (scope: Scope): number => {
  const setting = scope.get(settings.firstIndex)
  return setting?.kind === 'setting' && setting.value.kind === 'number' ? Number(setting.value.text) : 1
}
