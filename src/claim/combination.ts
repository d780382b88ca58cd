import type { Polynomial } from '../number/polynomial.js'
import { type Rational, rational } from '../number/rational.js'

/** More numbers than these in a table, and more steps, are too many. */
const mostCells = 10_000
const mostPivots = 100

/**
 * Numbers that are not negative, one for each polynomial, such that so many times these add up to another one; none where there are none,
 * or where it takes too long to find them. It is a linear program, of which the first phase is done in whole numbers (Edmonds 1967), by
 * Bland's rule.
 */
export const combination = (
  parts: ReadonlyArray<Polynomial>, whole: Polynomial
): ReadonlyArray<Rational> | undefined => {
  const used = possible(parts, whole)
  if (used === undefined) return undefined
  const keys = [...new Set([...used.flatMap(k => [...parts[k]?.keys() ?? []]), ...whole.keys()])]
  if (keys.length * used.length > mostCells) return undefined
  const rows = keys.map(key => wholeRow([...used.map(k => parts[k] as Polynomial), whole].map(
    p => p.get(key)?.coefficient ?? rational.of(0)
  )))
  const found = solved(rows, used.length)
  return found === undefined ? undefined
    : parts.map((_, k) => (used.includes(k) ? found[used.indexOf(k)] as Rational : rational.of(0)))
}

/** The parts that may be used: none has a term that no other can take away again. None, where there is no sum at all. */
const possible = (parts: ReadonlyArray<Polynomial>, whole: Polynomial): ReadonlyArray<number> | undefined => {
  let used: ReadonlyArray<number> = parts.map((_, k) => k)
  for (;;) {
    const signs = new Map<string, ReadonlyArray<boolean>>([...whole.keys()].map(key => [key, []]))
    used.forEach(k => parts[k]?.forEach(({ coefficient: { num } }, key) => {
      const seen = signs.get(key) ?? []
      if (!seen.includes(num > 0n)) signs.set(key, [...seen, num > 0n])
    }))
    const isShort = [...whole].some(([key, { coefficient }]) => signs.get(key)?.includes(coefficient.num > 0n) !== true)
    if (isShort) return undefined
    const lone = new Set([...signs].flatMap(([key, seen]) => (!whole.has(key) && seen.length === 1 ? [key] : [])))
    const left = used.filter(k => ![...parts[k]?.keys() ?? []].some(key => lone.has(key)))
    if (left.length === used.length) return used
    used = left
  }
}

type Row = ReadonlyArray<bigint>

/** Times a number that makes them whole, and the last, which is what they add up to, not negative. */
const wholeRow = (row: ReadonlyArray<Rational>): Row => {
  const scale = row.reduce((known, { den }) => (known % den === 0n ? known : known * den), 1n)
  const sign = (row[row.length - 1]?.num ?? 0n) < 0n ? -1n : 1n
  return row.map(({ num, den }) => sign * num * (scale / den))
}

/** Each row has an unknown of its own at first, which has to become 0; all rows are times a common divisor. */
const solved = (first: ReadonlyArray<Row>, count: number): ReadonlyArray<Rational> | undefined => {
  let rows = first
  let divisor = 1n
  let basis: ReadonlyArray<number> = rows.map((_, i) => count + i)
  for (let step = 0; step < mostPivots; step += 1) {
    const open = rows.filter((_, i) => (basis[i] as number) >= count)
    const sumAt = (j: number): bigint => open.reduce((sum, row) => sum + (row[j] as bigint), 0n)
    if (sumAt(count) === 0n) return Array.from({ length: count }, (_, j) => {
      const at = basis.indexOf(j)
      return at < 0 ? rational.of(0)
        : rational.div({ num: rows[at]?.[count] as bigint, den: 1n }, { num: divisor, den: 1n })
    })
    const entering = Array.from({ length: count }, (_, j) => j).find(j => sumAt(j) > 0n)
    if (entering === undefined) return undefined
    const leaving = leavingAt(rows, basis, entering, count)
    if (leaving === undefined) return undefined
    const pivotRow = rows[leaving] as Row
    const [pivot, before] = [pivotRow[entering] as bigint, divisor]
    rows = rows.map((row, i) => (i === leaving ? row
      : row.map((x, j) => (x * pivot - (row[entering] as bigint) * (pivotRow[j] as bigint)) / before)))
    divisor = pivot
    basis = basis.map((known, i) => (i === leaving ? entering : known))
  }
  return undefined
}

/** The row that reaches 0 first; of several that of the first unknown. */
const leavingAt = (
  rows: ReadonlyArray<Row>, basis: ReadonlyArray<number>, entering: number, count: number
): number | undefined =>
  rows.reduce<number | undefined>((best, row, i) => {
    const at = row[entering] as bigint
    if (at <= 0n) return best
    if (best === undefined) return i
    const known = rows[best] as Row
    const [mine, other] = [(row[count] as bigint) * (known[entering] as bigint), (known[count] as bigint) * at]
    return mine < other || (mine === other && (basis[i] as number) < (basis[best] as number)) ? i : best
  }, undefined)
