import { given, refuse } from '../prelude/index.js'

/** What the error model knows of f at x. */
export interface ModelledFunction {
  /** f(x). */
  readonly value: number
  /** f''(x) for a one-sided difference, f'''(x) for a central one. */
  readonly derivative: number
  /** The relative error of one evaluation of f; half a unit in the last place, 2^-53, unless told. */
  readonly noise?: number
}

export interface BestStep {
  readonly h: number
  /** What the difference with this step is wrong by. */
  readonly error: number
}

/**
 * The step that balances truncation and rounding, and the error that is left.
 *
 * With e = noise |f|: a one-sided difference is wrong by (h/2) |f''| + 2 e / h, which is smallest at h = 2 sqrt(e / |f''|), where it is
 * 2 sqrt(e |f''|); a central one by (h^2/6) |f'''| + e / h, smallest at h = (3 e / |f'''|)^(1/3), where it is (3/2) e / h.
 * Refuses a value or derivative of 0, for which the model has no best step, and what is not finite.
 *
 * @example
 * bestStep('one-sided', { value: 1, derivative: 1, noise: 2 ** -52 }) // { h: 2 ** -25, error: 2 ** -25 }
 * bestStep('central', { value: 1, derivative: 3, noise: 2 ** -51 }).h // 2 ** -17
 *
 * @source Numerical differentiation; models of the step and of the error
 */
export const bestStep = (method: 'one-sided' | 'central', f: ModelledFunction): BestStep => {
  given.oneOf('bestStep', 'method', method, ['one-sided', 'central'])
  const { value, derivative, noise = 2 ** -53 } = given.options('bestStep', f, ['value', 'derivative', 'noise'])
  for (const [name, number] of Object.entries({ value, derivative, noise })) given.real('bestStep', name, number)
  const [e, d] = [noise * Math.abs(value), Math.abs(derivative)]
  if (!(e > 0 && e < Infinity && d > 0 && d < Infinity)) {
    refuse('domain', 'bestStep', 'value, derivative and noise finite and other than 0', `${value}, ${derivative} and ${noise}`)
  }
  if (method === 'one-sided') return { h: 2 * Math.sqrt(e / d), error: 2 * Math.sqrt(e * d) }
  const h = Math.cbrt((3 * e) / d)
  return { h, error: (1.5 * e) / h }
}

/** Near the best one-sided step of a function whose second derivative is about as large as its value, at the scale of x. */
export const usualOneSidedStep = (x: number): number => 2 ** -26 * Math.max(1, Math.abs(x))

/** Near the best central step of a function whose third derivative is about as large as its value, at the scale of x. */
export const usualCentralStep = (x: number): number => 2 ** -17 * Math.max(1, Math.abs(x))
