import { given } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { checkedLabels, givenLabels } from './labels.js'
import type { Assessed } from './Loss.js'

export interface MarginOptions {
  readonly margin?: number
}

/**
 * The multiclass hinge loss: the mean over examples of how much the other scores come within a margin of the right one.
 *
 * value = (1/N) sum_i sum_{j != y_i} max(0, s_ij - s_{i,y_i} + margin).
 * gradient: 1/N for each j != y_i with s_ij - s_{i,y_i} + margin > 0, and minus their number over N for y_i. At the kink, where that is
 * 0, the derivative is 0: one subgradient of many.
 * Domain: all finite numbers; scores up to 1e307 in size give finite results.
 * Shapes: scores (N, C), labels N whole numbers from 0 to C - 1; others are refused.
 *
 * @example
 * const { value, gradient } = multiclassSvm([0], { margin: 10 })(T.fromNested([[13, -7, 11]]))
 * value // 8
 * T.toNested(gradient) // [[-1, 0, 1]]
 *
 * @source Notes on CS231n, multiclass support vector machine
 */
export const multiclassSvm = (
  labels: ReadonlyArray<number>, options: MarginOptions = {}
): ((scores: Tensor) => Assessed) => {
  const { margin = 1 } = given.options('multiclassSvm', options, ['margin'])
  given.finite('multiclassSvm', 'margin', margin)
  givenLabels('multiclassSvm', labels)
  return scores => hinge(labels, margin, scores)
}

const hinge = (labels: ReadonlyArray<number>, margin: number, scores: Tensor): Assessed => {
  const onehot = checkedLabels('multiclassSvm', labels, scores)
  const right = T.sum(T.where(onehot, scores, 0), { axis: 1, keepdims: true })
  const margins = T.where(onehot, 0, T.maximum(0, T.add(T.sub(scores, right), margin)))
  const active = T.greater(margins, 0)
  const gradient = T.sub(active, T.mul(onehot, T.sum(active, { axis: 1, keepdims: true })))
  return { value: T.item(T.sum(margins)) / labels.length, gradient: T.div(gradient, labels.length) }
}
