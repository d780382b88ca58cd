import { given } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { type ClassOptions, type ExampleWeights, givenWeights, weightColumn } from './classWeights.js'
import { checkedLabels, givenLabels } from './labels.js'
import type { Assessed } from './Loss.js'

export interface MarginOptions extends ClassOptions {
  readonly margin?: number
}

/**
 * The multiclass hinge loss: the mean over examples of how much the other scores come within a margin of the right one.
 *
 * value = (1/N) sum_i sum_{j != y_i} max(0, s_ij - s_{i,y_i} + margin).
 * gradient: 1/N for each j != y_i with s_ij - s_{i,y_i} + margin > 0, and minus their number over N for y_i. At the kink, where that is
 * 0, the derivative is 0: one subgradient of many.
 * Class weights w make it a weighted mean, and examples with the ignored label are left out of it, whatever their scores:
 * value = sum_i w_{y_i} L_i / sum_i w_{y_i} over the examples that count, as softmaxCrossEntropy has it. PyTorch's MultiMarginLoss divides
 * the weighted losses by the number of examples and of classes instead. Where none counts the mean is 0 / 0, and refused.
 * Domain: all finite numbers; scores up to 1e307 in size with weights up to 1 give finite results.
 * Shapes: scores (N, C), labels N whole numbers from 0 to C - 1 or the ignored one, weights C numbers of at least 0; others are refused.
 *
 * @example
 * const { value, gradient } = multiclassSvm([0], { margin: 10 })(T.fromNested([[13, -7, 11]]))
 * value // 8
 * T.toNested(gradient) // [[-1, 0, 1]]
 * const weighted = multiclassSvm([0, 1, -1], { weights: [1, 3], ignored: -1 })(T.zeros([3, 2]))
 * T.toNested(weighted.gradient) // [[-0.25, 0.25], [0.75, -0.75], [0, 0]]
 *
 * @source Notes on CS231n, multiclass support vector machine
 */
export const multiclassSvm = (
  labels: ReadonlyArray<number>, options: MarginOptions = {}
): ((scores: Tensor) => Assessed) => {
  const { margin = 1, ...classOptions } = given.options('multiclassSvm', options, ['margin', 'weights', 'ignored'])
  given.finite('multiclassSvm', 'margin', margin)
  givenLabels('multiclassSvm', labels)
  const weights = givenWeights('multiclassSvm', labels, classOptions)
  return scores => hinge(labels, margin, classOptions, weights, scores)
}

const hinge = (
  labels: ReadonlyArray<number>, margin: number, options: ClassOptions, weights: ExampleWeights, scores: Tensor
): Assessed => {
  const onehot = checkedLabels('multiclassSvm', labels, scores, options.ignored)
  const each = weightColumn('multiclassSvm', weights, options, scores.shape[1] ?? 0)
  const { all } = weights
  const counted = (t: Tensor): Tensor => T.where(T.greater(each, 0), T.mul(t, each), 0)
  const right = T.sum(T.where(onehot, scores, 0), { axis: 1, keepdims: true })
  const margins = T.where(onehot, 0, T.maximum(0, T.add(T.sub(scores, right), margin)))
  const active = T.greater(margins, 0)
  const gradient = T.sub(active, T.mul(onehot, T.sum(active, { axis: 1, keepdims: true })))
  return { value: T.item(T.sum(counted(margins))) / all, gradient: T.div(counted(gradient), all) }
}
