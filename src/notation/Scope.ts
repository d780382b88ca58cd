import type { Bound } from './Bound.js'
import type { Macros } from './macros.js'
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
  /** What is known of each entry of each member. */
  readonly is?: VariableSymbol['is']
  /** Its first member and its last one, where they are declared. */
  readonly range?: readonly [Term, Term]
}

/** The whole numbers from one to another, such as those of classes, or a few such as -1 and 1. */
export type LabelValues = { readonly from: Term; readonly to: Term } | ReadonlyArray<Term>

/** A whole number, such as that of a class, or a vector of as many as `size` says: all its values are tried. */
export interface LabelSymbol {
  readonly kind: 'label'
  readonly values: LabelValues
  readonly size?: Term
}

/** How expectations over a name are taken: all values alike or each with its probability; the entries of a vector are independent. */
export interface LawSymbol {
  readonly kind: 'law'
  readonly of: string
  /** Where the name is no label that is declared. */
  readonly range?: LabelSymbol
  /** As a formula of the name, or of its entry with this index. */
  readonly probability?: Term
  readonly index?: string
}

/**
 * The name of a law in a scope; no formula can spell it.
 *
 * @example
 * lawOf('y') // 'law of y'
 */
export const lawOf = (name: string): string => `law of ${name}`

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
  /** It has these properties, as was proved of its body; names in it had these meanings. */
  readonly shown?: Properties & { readonly within: ReadonlyMap<string, Symbol | undefined> }
}

/** What is known of a function. */
export interface Properties {
  /** As it is declared: "convex, \\rho-Lipschitz". */
  readonly told: string
  readonly isConvex: boolean
  readonly isNotNegative?: boolean
  /** How many rows and columns its argument has, if it has these alone. */
  readonly shape?: ReadonlyArray<number>
  /** The gradients are at most this long. */
  readonly lipschitz?: Term
  /** Two gradients differ by at most this times the distance of their points. */
  readonly smooth?: Term
  /** Less this times half the square of the norm, it is convex. */
  readonly strong?: Term
  /** The gradient is 0 there, as long as the name stands for this. */
  readonly flat?: { readonly name: string; readonly point: VariableSymbol }
}

/** A function of the program, of arguments of these shapes; a definition that calls it has the name that formulas use. */
export interface BoundSymbol {
  readonly kind: 'bound'
  readonly by: Bound
  readonly of: ReadonlyArray<Type>
  readonly type: Type
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

/** The commands that the document defines up to here. */
export interface MacrosSymbol {
  readonly kind: 'macros'
  readonly macros: Macros
}

/**
 * A sequence by its first member and a rule for the next: w^1 := a, w^{t+1} := rule(t); or by a rule for each,
 * v_t := rule(t). Without a value its first member is any.
 */
export interface RecursionSymbol {
  readonly kind: 'recursion'
  readonly type: Type
  readonly first: { readonly at: number; readonly value?: Term }
  readonly is?: SequenceSymbol['is']
  readonly next?: { readonly index: string; readonly value: Term }
  readonly each?: { readonly index: string; readonly value: Term }
}

export type Symbol =
  VariableSymbol | SequenceSymbol | LabelSymbol | SizeSymbol | DefinitionSymbol | RecursionSymbol | EntriesSymbol
    | BoundSymbol | SettingSymbol | MacrosSymbol | LawSymbol

/**
 * What the names of a document stand for, by their spelling; sequences with the place of their index, "w^" and "v_": w may stand for
 * something too.
 */
export type Scope = ReadonlyMap<string, Symbol>

/**
 * The names of settings in a scope; no formula can spell them.
 *
 * @example
 * settings.firstIndex // 'indices from'
 */
export const settings = {
  firstIndex: 'indices from', modulo: 'subscripts modulo', summation: 'summation convention',
  oneSign: 'derivatives with one sign',
  outputsInColumns: 'Jacobians with outputs in columns', macros: 'commands of the document',
  broadcast: 'vectors as rows or columns'
} as const

/**
 * The number of the first entry of an array: 1, where nothing else is declared.
 *
 * @example
 * firstIndex(new Map()) // 1
 */
export const firstIndex = (scope: Scope): number => {
  const setting = scope.get(settings.firstIndex)
  return setting?.kind === 'setting' && setting.value.kind === 'number' ? Number(setting.value.text) : 1
}

/**
 * The commands that formulas may use.
 *
 * @example
 * macrosOf(new Map()) // {}
 */
export const macrosOf = (scope: Scope): Macros => {
  const symbol = scope.get(settings.macros)
  return symbol?.kind === 'macros' ? symbol.macros : {}
}

/**
 * The scope with these commands.
 *
 * @example
 * macrosOf(withMacros(new Map(), { '\\R': { parameters: 0, body: '\\mathbb{R}' } }))['\\R'].body // '\\mathbb{R}'
 */
export const withMacros = (scope: Scope, macros: Macros): Scope =>
  (macrosOf(scope) === macros ? scope : new Map([...scope, [settings.macros, { kind: 'macros', macros }]]))
