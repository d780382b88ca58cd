import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { type ClassOptions, type ExampleWeights, givenWeights, weightColumn } from './classWeights.js'
import { checkedLabels, givenLabels } from './labels.js'
import type { Assessed } from './Loss.js'

/**
 * Softmax and cross-entropy in one: the mean over examples of -log of the probability that the scores give to the right label.
 *
 * value = (1/N) sum_i (log sum_j exp(s_ij) - s_{i,y_i}), with the largest score m of each row taken off first, so that nothing overflows,
 * and log(1 + the other terms) by log1p: the loss of a sure and right example, exp(-700) say, is no rounding of 1.
 * gradient = (p - onehot) / N; the label's entry is computed as minus the sum of the others, which loses no digits where p is near 1.
 * Class weights w make it a weighted mean, and examples with the ignored label are left out of it, whatever their scores:
 * value = sum_i w_{y_i} L_i / sum_i w_{y_i} over the examples that count, as the mean of PyTorch's CrossEntropyLoss with `weight` and
 * `ignore_index`. Where none counts that is 0 / 0, and refused.
 * Domain: all finite numbers; scores up to 1e307 in size with weights up to 1 give finite results.
 * Shapes: scores (N, C), labels N whole numbers from 0 to C - 1 or the ignored one, weights C numbers of at least 0; others are refused.
 *
 * @example
 * const { value, gradient } = softmaxCrossEntropy([0])(T.fromNested([[0, 0]]))
 * value === Math.log(2) // true
 * T.toNested(gradient) // [[-0.5, 0.5]]
 * const weighted = softmaxCrossEntropy([0, 1, -1], { weights: [1, 3], ignored: -1 })(T.zeros([3, 2]))
 * T.toNested(weighted.gradient) // [[-0.125, 0.125], [0.375, -0.375], [0, 0]]
 *
 * @source Notes on CS231n, softmax loss
 */
export const softmaxCrossEntropy = (
  labels: ReadonlyArray<number>, options: ClassOptions = {}
): ((scores: Tensor) => Assessed) => {
  givenLabels('softmaxCrossEntropy', labels)
  const weights = givenWeights('softmaxCrossEntropy', labels, options)
  return scores => assessed(labels, options, weights, scores)
}

const assessed = (
  labels: ReadonlyArray<number>, options: ClassOptions, weights: ExampleWeights, scores: Tensor
): Assessed => {
  const onehot = checkedLabels('softmaxCrossEntropy', labels, scores, options.ignored)
  const each = weightColumn('softmaxCrossEntropy', weights, options, scores.shape[1] ?? 0)
  const { all } = weights
  const counted = (t: Tensor): Tensor => T.where(T.greater(each, 0), T.mul(t, each), 0)
  const shifted = T.sub(scores, T.max(scores, { axis: 1, keepdims: true }))
  const powers = T.exp(shifted)
  const first = T.argmax(scores, { axis: 1 })
  const besidesFirst = T.tabulate(powers.shape, (i, j) => (T.at(first, [i]) === j ? 0 : T.at(powers, [i, j])))
  const rest = T.sum(besidesFirst, { axis: 1, keepdims: true })
  const totals = T.sum(powers, { axis: 1, keepdims: true })
  const chosen = T.sum(T.where(onehot, shifted, 0), { axis: 1, keepdims: true })
  const others = T.where(onehot, 0, T.div(powers, totals))
  const gradient = T.sub(others, T.mul(onehot, T.sum(others, { axis: 1, keepdims: true })))
  return {
    value: T.item(T.sum(counted(T.sub(T.map(rest, Math.log1p), chosen)))) / all,
    gradient: T.div(counted(gradient), all)
  }
}
