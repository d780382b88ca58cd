/** A derivative, and how far off it may be: an estimate of the truncation plus a bound on the rounding. */
export interface Estimate {
  readonly value: number
  readonly error: number
  /** The first step of an extrapolation that chose it. */
  readonly h?: number
}

export interface DifferenceOptions {
  /** The step, above 0. What divides the difference is the step that was taken, such as (x + h) - x, which rounding makes another. */
  readonly h?: number
  /** The relative error of one evaluation of f, half a unit in the last place, 2^-53, unless told; or its error at x, where f is y. */
  readonly noise?: number | ((x: number, y: number) => number)
}
