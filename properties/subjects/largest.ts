import type { Analytic } from '../../src/number/index.js'

/** The values of a row, with 0, or what is said, where the row is largest: at the first of equals. */
export const besideFirst = <A>(N: Analytic<A>) =>
  (row: ReadonlyArray<A>, values: ReadonlyArray<A>, first: A = N.of(0)): ReadonlyArray<A> => {
    const none = N.of(0)
    const largest = row.reduce(N.max)
    const isFirst = row.reduce<{ readonly left: A; readonly marks: ReadonlyArray<A> }>(({ left, marks }, s) => {
      const mark = N.where(s, largest, left, none)
      return { left: N.sub(left, mark), marks: [...marks, mark] }
    }, { left: N.of(1), marks: [] }).marks
    return values.map((value, j) => N.where(isFirst[j] as A, N.of(1), first, value))
  }
