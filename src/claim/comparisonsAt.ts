import type { Analytic } from '../number/Arithmetic.js'
import { float64 } from '../number/float64.js'

/** For each comparison that a formula makes over doubles, its left side less its right. */
export const comparisonsAt = (formula: (N: Analytic<number>) => unknown): ReadonlyArray<number> => {
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
    formula(comparing)
    return met
  } catch {
    // what a formula raises is told where it is judged
    return []
  }
}
