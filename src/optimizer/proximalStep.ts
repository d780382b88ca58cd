import { given } from '../prelude/index.js'
import { div, sub, type Tensor } from '../tensor/index.js'
import { givenGradient } from './checked.js'

export interface ProximalOptions {
  /** How much closeness to the present point weighs; above 0. */
  readonly lambda: number
}

/**
 * The proximal step: the point where the linear approximation of f, and lambda / 2 times the squared distance, are smallest together.
 *
 * argmin_u f(w) + <u - w, g> + (lambda / 2) ||u - w||^2 = w - g / lambda: the gradient step with learning rate 1 / lambda.
 * Shapes: g and w alike. f does not rise where lambda is at least half the smoothness of f.
 * Refuses a lambda that is not a finite number above 0, and a gradient of another shape than w.
 *
 * @example
 * T.toNested(proximalStep({ lambda: 2 })(T.fromNested([4, -2]))(T.fromNested([1, 1]))) // [-1, 2]
 *
 * @source Deep learning homework 1, question 1
 */
export const proximalStep = (options: ProximalOptions): ((gradient: Tensor) => (w: Tensor) => Tensor) => {
  const { lambda } = given.options('proximalStep', options, ['lambda'])
  given.number('proximalStep', 'a lambda above 0', lambda, lambda > 0 && Number.isFinite(lambda))
  return gradient => w => {
    givenGradient('proximalStep', gradient, w)
    return sub(w, div(gradient, lambda))
  }
}
