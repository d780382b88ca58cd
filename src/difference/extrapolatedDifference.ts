import { attempt, isLeft, largest } from '../prelude/index.js'
import { centralSlope } from './centralDifference.js'
import type { DifferenceOptions, Estimate } from './Estimate.js'
import { firstSteps, trusted } from './firstSteps.js'
import { checked, difference, type Settings, type Slope } from './slope.js'

const levels = 8

/** T_0, ..., T_i over the steps down to h / 2^i: T_j = T_{j-1} + (T_{j-1} - its neighbour above) / (4^j - 1) has lost the h^(2j) term. */
const nextRow = (above: ReadonlyArray<number>, first: number): ReadonlyArray<number> =>
  above.reduce<ReadonlyArray<number>>((row, neighbour, j) => {
    const last = row[j] ?? first
    return [...row, last + (last - neighbour) / (4 ** (j + 1) - 1)]
  }, [first])

const smallest = (best: Estimate, candidate: Estimate): Estimate => (candidate.error < best.error ? candidate : best)

/** The extrapolation of a row with the smallest estimate: each is as far off as it moved from the two values that it was made of. */
const bestOf = (above: ReadonlyArray<number>, row: ReadonlyArray<number>, roundings: ReadonlyArray<number>): Estimate =>
  above.map((neighbour, j): Estimate => {
    const [value, last] = [row[j + 1] ?? NaN, row[j] ?? NaN]
    const rounding = 2 * largest(roundings.slice(-j - 2))
    return { value, error: Math.max(Math.abs(value - last), Math.abs(value - neighbour)) + rounding }
  }).reduce(smallest)

/** For each slope but the first, the best extrapolation of it and those before, over steps that are halved. */
const extrapolations = (slopes: ReadonlyArray<Slope>): ReadonlyArray<Estimate> => {
  const found: Array<Estimate> = []
  slopes.reduce<ReadonlyArray<number>>((above, { value }, i) => {
    const [kept, used] = [above.slice(0, levels - 1), slopes.slice(Math.max(0, i + 1 - levels), i + 1)]
    const row = nextRow(kept, value)
    if (i > 0) found.push(bestOf(kept, row, used.map(slope => slope.rounding)))
    return row
  }, [])
  return found
}

/**
 * The derivative of f at x by central differences over h, h/2, ..., h/128, extrapolated to a step of 0, with an estimate of its error.
 *
 * An extrapolation is as far off as it moved from the two values that it was made of, plus the rounding: the weights of the
 * central differences in it sum in size to at most the product of (4^k + 1) / (4^k - 1), which is below 2. That with the smallest estimate
 * is taken. With h, f should be smooth over [x - h, x + h]. Without h it is found: of all powers of two from 2^-5 max(1, |x|) down,
 * one that every smaller one confirms within both estimates, with the smallest estimate; what f does over less than the smallest
 * differences of doubles, or less than its own rounding, is not seen.
 * Refuses what centralDifference refuses, without h where no step is left.
 *
 * @example
 * extrapolatedDifference(Math.exp)(0).error < 1e-12 // true
 * extrapolatedDifference(x => x ** 3, { h: 1 })(2).value // 12
 * extrapolatedDifference(x => x / (x + 1e-9))(2e-8).error < 1 // true
 *
 * @source L. F. Richardson, The deferred approach to the limit (1927); C. J. F. Ridders, Accurate computation of F'(x) (1982)
 */
export const extrapolatedDifference: (
  f: (x: number) => number, options?: DifferenceOptions
) => (x: number) => Estimate =
  difference('extrapolatedDifference', x => 2 ** -5 * Math.max(1, Math.abs(x)), (f, x, settings) =>
    extrapolated(f, x, settings))

const extrapolated = (f: (x: number) => number, x: number, { h, isGiven, noise }: Settings): Estimate => {
  const place = 'extrapolatedDifference'
  const slope = (step: number): Slope => checked(place, centralSlope(place, f, noise)(x, step))
  if (isGiven) return extrapolations(Array.from({ length: levels }, (_, i) => slope(h / 2 ** i))).reduce(smallest)
  const steps = firstSteps(x, h)
  const tried = steps.map(step => attempt(() => slope(step)))
  const first = tried.reduce((after, one, i) => (isLeft(one) ? i + 1 : after), 0)
  const slopes = tried.slice(first).flatMap(one => (isLeft(one) ? [] : [one.right]))
  const estimates = extrapolations(slopes).map(
    (estimate, i) => ({ ...estimate, h: steps[Math.max(first, first + i + 2 - levels)] ?? h })
  )
  return trusted(estimates) ?? extrapolations([slope(h), slope(h / 2)]).reduce(smallest)
}
