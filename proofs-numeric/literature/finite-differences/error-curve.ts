import { derivative } from '../../../src/definition/index.js'
import { float64 } from '../../../src/number/index.js'
import type { SmoothFunction } from './smooth-functions.js'

/** The derivative of f at x by a difference with step h, in doubles. */
export type DifferenceMethod = (f: (x: number) => number, h: number) => (x: number) => number

/** A step, and the largest error that a difference with it has near x. */
export interface CurvePoint {
  readonly h: number
  readonly error: number
}

/** 200 points within 1 % of x, evenly spaced. */
const pointsNear = (x: number): ReadonlyArray<number> =>
  Array.from({ length: 200 }, (_, i) => x * (1 + 0.01 * ((i + 0.5) / 100 - 1)))

const steps = Array.from({ length: 113 }, (_, i) => 2 ** -(6 + i / 4))

/**
 * The V-shaped curve of the error for the steps 2^-6, 2^-6.25, ..., 2^-34: truncation falls and rounding grows as h gets smaller. A single
 * point would show the noise of its own rounding, hence the largest error over 200. Errors are against duals in doubles, which are
 * a hundred thousand times closer than the best of differences.
 */
export const errorCurve = ({ f, x }: SmoothFunction, method: DifferenceMethod): ReadonlyArray<CurvePoint> => {
  const near = pointsNear(x).map(at => ({ at, slope: derivative(f)(float64)(at) }))
  return steps.map(h => {
    const difference = method(f(float64), h)
    return { h, error: near.reduce((worst, { at, slope }) => Math.max(worst, Math.abs(difference(at) - slope)), 0) }
  })
}

/** The step with the smallest error, and that error. */
export const lowest = (curve: ReadonlyArray<CurvePoint>): CurvePoint =>
  curve.reduce((best, point) => (point.error < best.error ? point : best))
