import { centralSlope } from './centralDifference.js'
import type { DifferenceOptions, Estimate } from './Estimate.js'
import { largest } from '../prelude/index.js'
import { checked, difference, type Settings } from './slope.js'

const levels = 8

/** T_0, ..., T_i over the steps down to h / 2^i: T_j = T_{j-1} + (T_{j-1} - its neighbour above) / (4^j - 1) has lost the h^(2j) term. */
const nextRow = (above: ReadonlyArray<number>, first: number): ReadonlyArray<number> =>
  above.reduce<ReadonlyArray<number>>((row, neighbour, j) => {
    const last = row[j] ?? first
    return [...row, last + (last - neighbour) / (4 ** (j + 1) - 1)]
  }, [first])

/** The extrapolations of a row, each as far off as it moved from the two values that it was made of. */
const estimates = (above: ReadonlyArray<number>, row: ReadonlyArray<number>, rounding: number): ReadonlyArray<Estimate> =>
  above.map((neighbour, j) => {
    const [value, last] = [row[j + 1] ?? NaN, row[j] ?? NaN]
    return { value, error: Math.max(Math.abs(value - last), Math.abs(value - neighbour)) + rounding }
  })

/**
 * The derivative of f at x by central differences over h, h/2, ..., h/128, extrapolated to a step of 0, with an estimate of its error.
 *
 * An extrapolation is as far off as it moved from the two values that it was made of, plus the rounding: the weights of the
 * central differences in it sum in size to at most the product of (4^k + 1) / (4^k - 1), which is below 2. That with the smallest estimate
 * is taken. Without h: 2^-5 max(1, |x|); f should be smooth over [x - h, x + h].
 * Refuses what centralDifference refuses.
 *
 * @example
 * extrapolatedDifference(Math.exp)(0).error < 1e-12 // true
 * extrapolatedDifference(x => x ** 3, { h: 1 })(2).value // 12
 *
 * @source L. F. Richardson, The deferred approach to the limit (1927); C. J. F. Ridders, Accurate computation of F'(x) (1982)
 */
export const extrapolatedDifference: (f: (x: number) => number, options?: DifferenceOptions) => (x: number) => Estimate =
  difference('extrapolatedDifference', x => 2 ** -5 * Math.max(1, Math.abs(x)), (f, x, settings) => extrapolated(f, x, settings))

const extrapolated = (f: (x: number) => number, x: number, { h, noise }: Settings): Estimate => {
  const place = 'extrapolatedDifference'
  const slopes = Array.from({ length: levels }, (_, i) => checked(place, centralSlope(place, f, noise)(x, h / 2 ** i)))
  const rows = slopes.reduce<ReadonlyArray<ReadonlyArray<number>>>(
    (table, { value }, i) => [...table, nextRow(table[i - 1] ?? [], value)], [])
  const candidates = rows.flatMap((row, i) =>
    estimates(rows[i - 1] ?? [], row, 2 * largest(slopes.slice(0, i + 1).map(slope => slope.rounding))))
  return candidates.reduce((best, candidate) => (candidate.error < best.error ? candidate : best))
}
