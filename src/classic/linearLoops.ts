import { given, refuse } from '../prelude/index.js'
import type { Assessed, MarginOptions } from '../loss/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenData, givenWeights, type LinearData } from './linearClassifier.js'

// The objectives of linear classifiers as the notes first have them, one example and one class after another: to be read beside the
// forms without loops, and timed.

/** The loss of one example, and its derivatives by the scores. */
type OfOne = (scores: ReadonlyArray<number>, label: number) => {
  readonly value: number
  readonly slopes: ReadonlyArray<number>
}

const overExamples = (place: string, data: LinearData, ofOne: OfOne): ((w: Tensor) => Assessed) => {
  const { x, labels, lambda } = givenData(place, data)
  return w => {
    const [features = 0, classes = 0] = givenWeights(place, w, x).shape
    const slopesOfW = new Float64Array(features * classes)
    let total = 0
    for (const [i, label] of labels.entries()) {
      if (!(Number.isInteger(label) && label >= 0 && label < classes)) {
        refuse('domain', place, `labels from 0 to ${classes - 1}`, given.kindOf(label))
      }
      const scores = Array.from({ length: classes }, () => 0)
      for (let j = 0; j < classes; j++) {
        for (let d = 0; d < features; d++) scores[j]! += x.data[i * features + d]! * w.data[d * classes + j]!
      }
      const { value, slopes } = ofOne(scores, label)
      total += value
      for (let d = 0; d < features; d++) {
        for (let j = 0; j < classes; j++) slopesOfW[d * classes + j]! += x.data[i * features + d]! * slopes[j]!
      }
    }
    return {
      value: total / labels.length + lambda * T.dot(w, w),
      gradient: T.add(T.div(T.fromFlat(w.shape, slopesOfW), labels.length), T.mul(w, 2 * lambda))
    }
  }
}

/**
 * `linearSvm` by loops over examples, classes and features: value and gradient are the same but for the order of sums.
 *
 * For each example and each class j other than its label y: if s_j - s_y + margin > 0 it is added to the loss, x to column j of the
 * gradient, and -x to column y. At the kink, where it is 0, nothing is added.
 * Shapes and refusals: those of linearSvm, and a label that is no class is refused.
 *
 * @example
 * const data = { x: T.fromNested([[1], [2]]), labels: [0, 1] }
 * linearSvmLoops(data)(T.zeros([1, 10])).value // 9
 *
 * @source Notes on CS231n, assignment 1, multiclass support vector machine
 */
export const linearSvmLoops = (data: LinearData, options: MarginOptions = {}): ((w: Tensor) => Assessed) => {
  const { margin = 1 } = given.options('linearSvmLoops', options, ['margin'])
  given.finite('linearSvmLoops', 'margin', margin)
  return overExamples('linearSvmLoops', data, (scores, label) => {
    const slopes = scores.map(() => 0)
    let value = 0
    for (let j = 0; j < scores.length; j++) {
      const excess = scores[j]! - scores[label]! + margin
      if (j === label || !(excess > 0)) continue
      value += excess
      slopes[j]! += 1
      slopes[label]! -= 1
    }
    return { value, slopes }
  })
}

/**
 * `linearSoftmax` by loops over examples, classes and features: value and gradient are the same but for rounding.
 *
 * The largest score of an example is taken off first. The derivative by score j is the probability of j, less 1 for the label.
 * Shapes and refusals: those of linearSoftmax.
 *
 * @example
 * const data = { x: T.fromNested([[1], [2]]), labels: [0, 1] }
 * linearSoftmaxLoops(data)(T.zeros([1, 10])).value === Math.log(10) // true
 *
 * @source Notes on CS231n, assignment 1, softmax classifier
 */
export const linearSoftmaxLoops = (data: LinearData): ((w: Tensor) => Assessed) =>
  overExamples('linearSoftmaxLoops', data, (scores, label) => {
    const largest = scores.reduce((a, b) => Math.max(a, b))
    const powers = scores.map(s => Math.exp(s - largest))
    let total = 0
    for (const power of powers) total += power
    return {
      value: Math.log(total) - (scores[label]! - largest),
      slopes: powers.map((power, j) => power / total - (j === label ? 1 : 0))
    }
  })
