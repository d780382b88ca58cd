import { smallest } from '../prelude/index.js'

/** A row of a matrix of whole numbers: the columns of its entries that are not 0, and the entries. */
export type SparseRow = ReadonlyMap<number, number>

// Below 2^26, so that a product of two residues is exact in double precision.
const prime = 67108859

const residue = (x: number): number => ((x % prime) + prime) % prime

/** 1 / a = a^(p - 2), by Fermat. */
const inverse = (a: number): number => {
  let [result, base] = [1, residue(a)]
  for (let k = prime - 2; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}

/**
 * The rank over the field of p elements, p = 67108859, by elimination. The rank over the rationals is at least this: a minor that is
 * not 0 modulo p is not 0.
 */
export const rankModuloPrime = (rows: Iterable<SparseRow>): number => {
  const pivots = new Map<number, SparseRow>()
  for (const row of rows) {
    const left = new Map([...row].map(([column, x]) => [column, residue(x)] as const).filter(([, x]) => x !== 0))
    for (let column = first(left); column !== undefined; column = first(left)) {
      const [pivot, lead] = [pivots.get(column), left.get(column) ?? 0]
      if (pivot === undefined) {
        const unit = inverse(lead)
        pivots.set(column, new Map([...left].map(([k, x]) => [k, (x * unit) % prime])))
        break
      }
      pivot.forEach((x, k) => {
        const rest = residue((left.get(k) ?? 0) - (x * lead) % prime)
        if (rest === 0) left.delete(k)
        else left.set(k, rest)
      })
    }
  }
  return pivots.size
}

const first = (row: SparseRow): number | undefined => (row.size === 0 ? undefined : smallest(row.keys()))
