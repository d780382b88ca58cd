import { indexAt } from '../number/index.js'
import { given, refuse } from '../prelude/index.js'
import { fromFlat, type Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { usualOneSidedStep } from './bestStep.js'
import { changed, checkedOptions, type GradientOptions } from './numericGradient.js'

const place = 'forwardGradient'

/**
 * The gradient of a scalar function of an array, by forward differences: one call at x and one for each of its n entries, where
 * `numericGradient` takes 2n and is more accurate.
 *
 * dx_i = (f(x + h e_i) - f(x)) / ((x_i + h) - x_i), wrong by (h/2) d^2 f / dx_i^2 to leading order. h is 2^-26 max(1, |x_i|) for entry i
 * unless told; the notes take 1e-5.
 * Shapes: x of any shape, the gradient of the same; x is left as it was, and each call is given a new tensor.
 * Refuses h that is not a finite number above 0 or that an entry rounds away, and f that is not finite, with the entry that was varied.
 *
 * @example
 * T.toNested(forwardGradient(x => T.dot(x, x), { h: 0.25 })(T.fromNested([1, 2, 3]))) // [2.25, 4.25, 6.25]
 *
 * @source Notes on CS231n, computing the gradient numerically
 */
export const forwardGradient = (f: (x: Tensor) => number, options: GradientOptions = {}): ((x: Tensor) => Tensor) => {
  given.callable(place, 'f', f)
  const { h } = checkedOptions(place, options)
  return x => {
    const here = finite(f(givenTensor(place, x)), 'f finite at x')
    return fromFlat(x.shape, Array.from(x.data, (a, i) => {
      const entry = `x[${indexAt(x.shape, i).join(',')}]`
      const step = h ?? usualOneSidedStep(a)
      const above = a + step
      if (!(above > a && above - a < Infinity)) refuse('domain', place, `a step that changes ${entry}`, `${step} at ${a}`)
      return (finite(f(changed(x, i, above)), `f finite at ${entry} = ${above}`) - here) / (above - a)
    }))
  }
}

const finite = (value: number, expected: string): number =>
  (Number.isFinite(given.real(place, 'what f gives', value)) ? value : refuse('domain', place, expected, String(value)))
