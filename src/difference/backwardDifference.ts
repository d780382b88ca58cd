import { usualOneSidedStep } from './bestStep.js'
import type { DifferenceOptions, Estimate } from './Estimate.js'
import { checked, compared, difference, pointOf, slopeOf } from './slope.js'

/**
 * The derivative of f at x by a backward difference, with an estimate of its error.
 *
 * value = (f(x) - f(x - h)) / (x - (x - h)), wrong by -(h/2) f'' to leading order. The estimate compares with half the step: f is called
 * at x - h, x - h/2 and x, never outside.
 * Without h: 2^-26 max(1, |x|). Refuses h that is not a finite number above 0 or that x - h rounds away, and f that is not finite.
 *
 * @example
 * backwardDifference(x => x * x, { h: 0.25 })(3).value // 5.75
 *
 * @source Deep learning homework 1, question 5b
 */
export const backwardDifference: (f: (x: number) => number, options?: DifferenceOptions) => (x: number) => Estimate =
  difference('backwardDifference', usualOneSidedStep, (f, x, { h, noise }) => {
    const place = 'backwardDifference'
    const [at, slope] = [pointOf(place, f), slopeOf(noise)]
    const here = at(x)
    return compared(1, checked(place, slope(at(x - h), here)), slope(at(x - h / 2), here))
  })
