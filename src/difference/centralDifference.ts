import { usualCentralStep } from './bestStep.js'
import type { DifferenceOptions, Estimate } from './Estimate.js'
import { checked, compared, difference, type ErrorAt, pointOf, type Slope, slopeOf } from './slope.js'

/** The slope over [x - h, x + h]. */
export const centralSlope = (place: string, f: (x: number) => number, noise: ErrorAt) =>
  (x: number, h: number): Slope => {
    const at = pointOf(place, f)
    return slopeOf(noise)(at(x - h), at(x + h))
  }

/**
 * The derivative of f at x by a central difference, with an estimate of its error.
 *
 * value = (f(x + h) - f(x - h)) / ((x + h) - (x - h)), wrong by (h^2/6) f''' to leading order: the even terms of Taylor's series cancel.
 * The estimate compares with half the step: f is called at x - h, x - h/2, x + h/2 and x + h.
 * Without h: 2^-17 max(1, |x|). Refuses h that is not a finite number above 0 or that x + h and x - h round away, and f that is not finite.
 * Across a kink it gives a slope between those of the two sides, which is the derivative on neither.
 *
 * @example
 * centralDifference(x => x * x, { h: 0.25 })(3).value // 6
 * centralDifference(x => Math.max(0, x), { h: 0.5 })(0.25).value // 0.75
 *
 * @source Notes on CS231n, gradient checks
 */
export const centralDifference: (f: (x: number) => number, options?: DifferenceOptions) => (x: number) => Estimate =
  difference('centralDifference', usualCentralStep, (f, x, { h, noise }) => {
    const place = 'centralDifference'
    const slope = centralSlope(place, f, noise)
    return compared(2, checked(place, slope(x, h)), slope(x, h / 2))
  })
