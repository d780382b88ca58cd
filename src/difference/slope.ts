import { given, refuse } from '../prelude/index.js'
import type { DifferenceOptions, Estimate } from './Estimate.js'

/** A point on the graph of f. */
export interface GraphPoint {
  readonly x: number
  readonly y: number
}

/** The difference quotient between two points of a graph, and what rounding may have put into it. */
export interface Slope {
  readonly value: number
  readonly rounding: number
  /** The step that was taken. */
  readonly step: number
}

/** A bound on the error of an evaluation. */
export type ErrorAt = (point: GraphPoint) => number

export interface Settings {
  readonly h: number
  /** Whether h is the caller's own. */
  readonly isGiven: boolean
  readonly noise: ErrorAt
}

/** The options with what is left open filled in; refuses a step that is not a finite number above 0. */
const settings = (place: string, { h, noise = 2 ** -53 }: DifferenceOptions, usual: number): Settings => {
  const step = h ?? usual
  given.number(place, 'a finite step h above 0', step, step > 0 && step < Infinity)
  if (typeof noise === 'function') return { h: step, isGiven: h !== undefined, noise: ({ x, y }) => noise(x, y) }
  given.number(place, 'a finite relative noise of at least 0', noise, noise >= 0 && noise < Infinity)
  return { h: step, isGiven: h !== undefined, noise: ({ y }) => noise * Math.abs(y) }
}

/** A difference of a function of one number, once function, options and x are what they should be. */
export const difference = (
  place: string, usual: (x: number) => number,
  estimate: (f: (x: number) => number, x: number, settings: Settings) => Estimate
) => (f: (x: number) => number, options: DifferenceOptions = {}): ((x: number) => Estimate) => {
  given.callable(place, 'f', f)
  // 1 stands for the usual step, which depends on x
  settings(place, given.options(place, options, ['h', 'noise']), 1)
  return x => estimate(f, x, settings(place, options, usual(given.finite(place, 'x', x))))
}

/** The point of the graph above x; refuses a value that is not finite. */
export const pointOf = (place: string, f: (x: number) => number) => (x: number): GraphPoint => {
  const y = f(x)
  return Number.isFinite(y) ? { x, y } : refuse('domain', place, `f finite at x = ${x}`, String(y))
}

/** (y_b - y_a) / (x_b - x_a). Rounding: two evaluations with their errors, one subtraction and one division. */
export const slopeOf = (noise: ErrorAt) => (a: GraphPoint, b: GraphPoint): Slope => {
  const step = b.x - a.x
  const value = (b.y - a.y) / step
  return { value, rounding: (noise(a) + noise(b)) / step + 2 ** -52 * Math.abs(value), step }
}

/** The slope, refused where rounding makes the step 0 or overflow makes something infinite. */
export const checked = (place: string, slope: Slope): Slope => {
  if (!(slope.step > 0)) refuse('domain', place, 'a step h that changes x', 'one that rounding makes 0')
  const finite = slope.step < Infinity && Number.isFinite(slope.value)
  return finite ? slope : refuse('domain', place, 'a finite difference', `${slope.value} over a step of ${slope.step}`)
}

/**
 * A difference D(h) with truncation error c h^p to leading order, estimated by the same difference over about half the step, h':
 * D(h) - D(h') = c (h^p - h'^p), hence c h^p = (D(h) - D(h')) / (1 - (h'/h)^p).
 * The error is Infinity, nothing known, where there is no double for h' between 0 and h.
 */
export const compared = (order: 1 | 2, whole: Slope, half: Slope): Estimate => {
  const ratio = half.step / whole.step
  const truncation = Math.abs(whole.value - half.value) / (1 - ratio ** order)
  return { value: whole.value, error: ratio > 0 && ratio < 1 ? truncation + whole.rounding : Infinity }
}
