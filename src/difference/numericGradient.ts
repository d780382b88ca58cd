import { indexAt, showShape } from '../number/index.js'
import { given, refuse } from '../prelude/index.js'
import { dot, fromFlat, scalar, sub, type Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { usualCentralStep } from './bestStep.js'

export interface GradientOptions {
  /** The step along each entry, above 0; 2^-17 max(1, |x_i|) for entry i unless told. */
  readonly h?: number
}

/** x with another number at one position: a tensor of its own. */
export const changed = (x: Tensor, position: number, value: number): Tensor =>
  fromFlat(x.shape, Array.from(x.data, (a, i) => (i === position ? value : a)))

const pulledBack = (place: string, f: (x: Tensor) => Tensor, options: GradientOptions) =>
  (x: Tensor, dy: Tensor): Tensor =>
    fromFlat(x.shape, Array.from(x.data, (a, i) => {
      const entry = `x[${indexAt(x.shape, i).join(',')}]`
      const h = options.h ?? usualCentralStep(a)
      const [above, below] = [a + h, a - h]
      if (!(above > below && above - below < Infinity)) refuse(
        'domain', place, `a step that changes ${entry}`, `${h} at ${a}`
      )
      const at = (value: number): Tensor =>
        fitting(place, f(changed(x, i, value)), dy, `f finite at ${entry} = ${value}`)
      return dot(dy, sub(at(above), at(below))) / (above - below)
    }))

const fitting = (place: string, y: Tensor, dy: Tensor, expected: string): Tensor => {
  const [shape, wanted] = [showShape(givenTensor(place, y, 'what f gives').shape), showShape(dy.shape)]
  if (shape !== wanted) refuse('shape', place, `f of shape ${wanted}, that of the cotangent`, shape)
  const wrong = Array.from(y.data).find(value => !Number.isFinite(value))
  return wrong === undefined ? y : refuse('domain', place, expected, String(wrong))
}

/**
 * What the pullback of a function of arrays gives for a cotangent dy, by central differences.
 *
 * dx_i = <dy, f(x + h e_i) - f(x - h e_i)> / ((x_i + h) - (x_i - h)), wrong by (h^2/6) d^3 <dy, f> / dx_i^3 to leading order.
 * Shapes: x of any shape, f(x) and dy of one shape, dx of that of x. It calls f twice an entry, each time with a new tensor; numbers are
 * doubles, so a step is not cut off as it is in arrays of whole numbers or of single precision.
 * Refuses h that is not a finite number above 0 or that an entry rounds away, and f that is not finite, with the entry that was varied.
 *
 * @example
 * T.toNested(numericPullback(x => T.mul(x, x), { h: 0.25 })(T.fromNested([1, 3]))(T.fromNested([1, -1]))) // [2, -6]
 *
 * @source Deep learning homework 1, modular networks
 */
export const numericPullback = (
  f: (x: Tensor) => Tensor, options: GradientOptions = {}
): ((x: Tensor) => (dy: Tensor) => Tensor) => {
  const back = pulledBack('numericPullback', given.callable('numericPullback', 'f', f), checkedOptions(
    'numericPullback', options
  ))
  return x => {
    givenTensor('numericPullback', x)
    return dy => back(x, givenTensor('numericPullback', dy, 'dy'))
  }
}

/** The options at the door of a gradient. */
export const checkedOptions = (place: string, options: GradientOptions): GradientOptions => {
  const { h = 1 } = given.options(place, options, ['h'])
  given.number(place, 'a finite step h above 0', h, h > 0 && h < Infinity)
  return options
}

/**
 * The gradient of a scalar function of an array, by central differences.
 *
 * dx_i = (f(x + h e_i) - f(x - h e_i)) / ((x_i + h) - (x_i - h)), wrong by (h^2/6) d^3 f / dx_i^3 to leading order.
 * Shapes: x of any shape, the gradient of the same. It calls f twice an entry, each time with a new tensor; numbers are doubles, so a
 * step is not cut off as it is in arrays of whole numbers or of single precision.
 * Refuses h that is not a finite number above 0 or that an entry rounds away, and f that is not finite, with the entry that was varied.
 *
 * @example
 * T.toNested(numericGradient(x => T.dot(x, x), { h: 0.25 })(T.fromNested([1, 2, 3]))) // [2, 4, 6]
 *
 * @source Notes on CS231n, computing the gradient numerically
 */
export const numericGradient = (f: (x: Tensor) => number, options: GradientOptions = {}): ((x: Tensor) => Tensor) => {
  const place = 'numericGradient'
  given.callable(place, 'f', f)
  const back = pulledBack(place, y => scalar(given.real(place, 'what f gives', f(y))), checkedOptions(place, options))
  return x => back(givenTensor(place, x), scalar(1))
}
