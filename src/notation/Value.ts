import type { Term } from './Term.js'
import { tabulate } from '../prelude/index.js'

/** A number, vector or matrix: what a term is worth. Numbers have one row and one column, vectors one column. */
export interface Value<A> {
  readonly rows: number
  readonly columns: number
  /** Positions count from 0. */
  readonly at: (row: number, column: number) => A
  /** A sum of nothing or the number 0, which takes the shape that is asked for. */
  readonly fitsAll?: boolean
  /** It is declared as a matrix, also where it has one row or one column only: one index is that of a row. */
  readonly isMatrix?: boolean
  /** Beside a matrix it stands for as many rows or columns. */
  readonly repeats?: Repeated
  /** Of a parameter: its argument as it is written, without parameters, where a point may be named by it. */
  readonly written?: Term
}

export type Repeated = 'rows' | 'columns'

/** Makes a value of the rule for its entries. */
export type Build = <A>(rows: number, columns: number, rule: (row: number, column: number) => A) => Value<A>

/**
 * Each entry computed at once.
 *
 * @example
 * filled(2, 1, i => i + 1).at(1, 0) // 2
 */
export const filled: Build = <A>(rows: number, columns: number, rule: (row: number, column: number) => A): Value<A> => {
  const entries = entriesOf({ rows, columns, at: rule })
  return { rows, columns, at: (row, column) => entries[row * columns + column] as A }
}

/** No entry is computed before it is asked for. */
export const deferred: Build = (rows, columns, rule) => ({ rows, columns, at: rule })

export const isNumber = ({ rows, columns }: Value<unknown>): boolean => rows === 1 && columns === 1

export const sameShape = (a: Value<unknown>, b: Value<unknown>): boolean => a.rows === b.rows && a.columns === b.columns

/**
 * The entries of an array, row by row.
 *
 * @example
 * entriesOf(filled(2, 2, (i, j) => 10 * i + j)) // [0, 1, 10, 11]
 */
export const entriesOf = <A>({ rows, columns, at }: Value<A>): ReadonlyArray<A> =>
  tabulate(rows * columns, k => at(Math.floor(k / columns), k % columns))
