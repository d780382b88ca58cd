import type { Analytic } from '../number/Arithmetic.js'
import { float64 } from '../number/float64.js'
import type { Formula } from './forAll.js'
import type { Lifted, Variables } from './Variable.js'

/** For each comparison that a formula makes at these values, its left side less its right. */
export const comparisonsAt = <V extends Variables>(
  formula: Formula<V>, at: Lifted<V, number>
): ReadonlyArray<number> => {
  const met: Array<number> = []
  const comparing: Analytic<number> = {
    ...float64,
    max: (a, b) => {
      met.push(a - b)
      return float64.max(a, b)
    },
    where: (a, b, x, y) => {
      met.push(a - b)
      return float64.where(a, b, x, y)
    }
  }
  try {
    formula(comparing, at)
    return met
  } catch {
    // what a formula raises is told where it is judged
    return []
  }
}
