import { usualOneSidedStep } from './bestStep.js'
import type { DifferenceOptions, Estimate } from './Estimate.js'
import { checked, compared, difference, pointOf, slopeOf } from './slope.js'

/**
 * The derivative of f at x by a forward difference, with an estimate of its error.
 *
 * value = (f(x + h) - f(x)) / ((x + h) - x), wrong by (h/2) f'' to leading order. The estimate compares with half the step: f is called at
 * x, x + h/2 and x + h, never outside.
 * Without h: 2^-26 max(1, |x|). Refuses h that is not a finite number above 0 or that x + h rounds away, and f that is not finite.
 *
 * @example
 * forwardDifference(x => x * x, { h: 0.25 })(3).value // 6.25
 * forwardDifference(Math.exp)(0).error < 1e-7 // true
 *
 * @source Deep learning homework 1, question 5b
 */
export const forwardDifference: (f: (x: number) => number, options?: DifferenceOptions) => (x: number) => Estimate =
  difference('forwardDifference', usualOneSidedStep, (f, x, { h, noise }) => {
    const place = 'forwardDifference'
    const [at, slope] = [pointOf(place, f), slopeOf(noise)]
    const here = at(x)
    return compared(1, checked(place, slope(here, at(x + h))), slope(here, at(x + h / 2)))
  })
