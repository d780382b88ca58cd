import { refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Assessed } from './Loss.js'

/**
 * Softmax and cross-entropy in one: the mean over examples of -log of the probability that the scores give to the right label.
 *
 * value = (1/N) sum_i (log sum_j exp(s_ij) - s_{i,y_i}), with the largest score of each row taken off first, so that nothing overflows.
 * gradient = (p - onehot) / N; the label's entry is computed as minus the sum of the others, which loses no digits where p is near 1.
 * Shapes: scores (N, C), labels N whole numbers from 0 to C - 1; others are refused.
 *
 * @example
 * const { value, gradient } = softmaxCrossEntropy([0])(T.fromNested([[0, 0]]))
 * value === Math.log(2) // true
 * T.toNested(gradient) // [[-0.5, 0.5]]
 *
 * @source Notes on CS231n, softmax loss
 */
export const softmaxCrossEntropy = (labels: ReadonlyArray<number>) => (scores: Tensor): Assessed => {
  const [examples = 0, classes = 0] = scores.shape
  if (scores.shape.length !== 2 || examples !== labels.length || examples === 0) {
    refuse('shape', 'softmaxCrossEntropy', `scores with a row for each of ${labels.length} labels`, `scores of shape ${showShape(scores.shape)}`)
  }
  const wrong = labels.find(label => !(Number.isInteger(label) && label >= 0 && label < classes))
  if (wrong !== undefined) refuse('domain', 'softmaxCrossEntropy', `labels from 0 to ${classes - 1}`, String(wrong))
  const shifted = T.sub(scores, T.max(scores, { axis: 1, keepdims: true }))
  const powers = T.exp(shifted)
  const totals = T.sum(powers, { axis: 1, keepdims: true })
  const onehot = T.tabulate(scores.shape, (i, j) => (labels[i ?? 0] === j ? 1 : 0))
  const chosen = T.sum(T.where(onehot, shifted, 0), { axis: 1, keepdims: true })
  const others = T.where(onehot, 0, T.div(powers, totals))
  const gradient = T.sub(others, T.mul(onehot, T.sum(others, { axis: 1, keepdims: true })))
  return { value: T.item(T.mean(T.sub(T.log(totals), chosen))), gradient: T.div(gradient, examples) }
}
