import { given, refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { givenLabels } from './labels.js'
import type { Assessed } from './Loss.js'

/**
 * The logistic loss of labels -1 and +1: the mean over examples of log(1 + exp(-y s)), computed so that nothing overflows.
 *
 * gradient_i = -(y_i / N) sigma(-y_i s_i).
 * Domain: all finite numbers; scores up to 1e307 in size give finite results.
 * Shapes: scores (N) or (N, 1), labels N numbers that are -1 or +1; others are refused.
 *
 * @example
 * const { value, gradient } = logisticLoss([1, -1])(T.fromNested([0, 0]))
 * value === Math.log(2) // true
 * T.toNested(gradient) // [-0.25, 0.25]
 * logisticLoss([1])(T.fromNested([-1000])).value // 1000
 *
 * @source Object recognition assignment 2, question 1
 */
export const logisticLoss = (labels: ReadonlyArray<number>): ((scores: Tensor) => Assessed) => {
  const wrong = givenLabels('logisticLoss', labels).findIndex(label => label !== 1 && label !== -1)
  if (wrong >= 0) refuse('domain', 'logisticLoss', 'labels -1 and +1', given.kindOf(labels[wrong]))
  return scores => {
    const [examples = 0, ...rest] = givenTensor('logisticLoss', scores, 'scores').shape
    if (examples !== labels.length || examples === 0 || rest.some(size => size !== 1)) {
      refuse('shape', 'logisticLoss', `one score for each of ${labels.length} labels`, `scores of shape ${showShape(scores.shape)}`)
    }
    const signs = T.fromFlat(scores.shape, labels)
    const margins = T.mul(signs, scores)
    return {
      value: T.item(T.mean(T.map(margins, m => Math.max(0, -m) + Math.log1p(Math.exp(-Math.abs(m)))))),
      gradient: T.div(T.mul(T.neg(signs), T.map(margins, sigmoidOfMinus)), examples)
    }
  }
}

// On either side the exponential that cannot overflow.
const sigmoidOfMinus = (m: number): number => {
  const small = Math.exp(-Math.abs(m))
  return m >= 0 ? small / (1 + small) : 1 / (1 + small)
}
