import { given } from '../prelude/index.js'
import type { Params } from '../layer/index.js'
import * as T from '../tensor/index.js'
import { givenTensors } from '../tensor/Tensor.js'

/** Which factor stands before the squared norm: lambda for "full", lambda / 2 for "half", whose gradient is lambda w. */
export type PenaltyConvention = 'full' | 'half'

export interface Penalised {
  readonly value: number
  readonly gradient: Params
}

/**
 * The L2 penalty on weights: lambda (or lambda / 2) times the sum of the squares of every parameter called `w`, which affine and
 * convolutional layers have; biases, gamma and beta are left alone.
 *
 * gradient: 2 lambda w (or lambda w), and 0 for the parameters left alone.
 *
 * @example
 * const { value, gradient } = l2Penalty(0.5, 'half')([{ w: T.fromNested([[3, 4]]), b: T.fromNested([9]) }])
 * value // 6.25
 * T.toNested(gradient[0].w) // [[1.5, 2]]
 * T.toNested(gradient[0].b) // [0]
 *
 * @source Notes on CS231n, regularisation; the half convention in its networks
 */
export const l2Penalty = (lambda: number, convention: PenaltyConvention): ((params: Params) => Penalised) => {
  given.finite('l2Penalty', 'lambda', lambda)
  const factor = given.oneOf('l2Penalty', 'convention', convention, ['full', 'half']) === 'half' ? lambda / 2 : lambda
  return params => {
    for (const named of given.list('l2Penalty', 'params', params)) givenTensors(
      'l2Penalty', 'params', named, Object.keys(named ?? {})
    )
    const weights = params.flatMap(named => (named['w'] === undefined ? [] : [named['w']]))
    return {
      value: factor * weights.reduce((total, w) => total + T.item(T.sum(T.mul(w, w))), 0),
      gradient: params.map(named => Object.fromEntries(Object.entries(named).map(([name, p]) =>
        [name, name === 'w' ? T.mul(p, 2 * factor) : T.zeros(p.shape)])))
    }
  }
}
