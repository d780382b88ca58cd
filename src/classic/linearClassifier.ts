import { l2Penalty, type Loss, type MarginOptions, multiclassSvm, softmaxCrossEntropy } from '../loss/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Assessed } from '../loss/index.js'

/** Examples in rows, the label of each, and the factor before the sum of squared weights. */
export interface LinearData {
  readonly x: Tensor
  readonly labels: ReadonlyArray<number>
  /** 0 unless said. */
  readonly lambda?: number
}

/**
 * The objective of a linear classifier for any loss of the scores: L(w) = loss(x w) + lambda sum w^2.
 *
 * gradient = x^T dscores + 2 lambda w: entry (d, c) is the derivative of L by w_dc.
 * Shapes: x (N, D), labels N whole numbers from 0 to C - 1, w (D, C). A bias is the last row of w once x has a last column of ones.
 *
 * @example
 * const data = { x: T.fromNested([[1, 2]]), labels: [0], lambda: 0.5 }
 * const { value, gradient } = linearObjective(multiclassSvm, data)(T.fromNested([[0, 1], [0, 0]]))
 * value // 2.5
 * T.toNested(gradient) // [[-1, 2], [-2, 2]]
 *
 * @source Notes on CS231n, loss functions of linear classifiers
 */
export const linearObjective = (loss: Loss<ReadonlyArray<number>>, { x, labels, lambda = 0 }: LinearData) => (w: Tensor): Assessed => {
  const { value, gradient } = loss(labels)(T.matmul(x, w))
  const penalty = l2Penalty(lambda, 'full')([{ w }])
  return { value: value + penalty.value, gradient: T.add(T.matmulTN(x, gradient), T.mul(w, 2 * lambda)) }
}

/**
 * The linear support vector machine: the multiclass hinge loss of the scores x w, and lambda times the sum of the squared weights.
 *
 * @example
 * const data = { x: T.fromNested([[1], [2]]), labels: [0, 1] }
 * linearSvm(data)(T.zeros([1, 10])).value // 9
 *
 * @source Notes on CS231n, multiclass support vector machine
 */
export const linearSvm = (data: LinearData, options: MarginOptions = {}): ((w: Tensor) => Assessed) =>
  linearObjective(labels => multiclassSvm(labels, options), data)

/**
 * The linear softmax classifier: the cross-entropy of the softmax of the scores x w, and lambda times the sum of the squared weights.
 *
 * @example
 * const data = { x: T.fromNested([[1], [2]]), labels: [0, 1] }
 * linearSoftmax(data)(T.zeros([1, 10])).value === Math.log(10) // true
 *
 * @source Notes on CS231n, softmax classifier
 */
export const linearSoftmax = (data: LinearData): ((w: Tensor) => Assessed) => linearObjective(softmaxCrossEntropy, data)

/**
 * The class with the largest score x w, the smallest of equals.
 *
 * @example
 * T.toNested(predictLinear(T.eye(2))(T.fromNested([[1, 3], [2, 2]]))) // [1, 0]
 *
 * @source Notes on CS231n, linear classifier
 */
export const predictLinear = (w: Tensor) => (x: Tensor): Tensor => T.argmax(T.matmul(x, w), { axis: 1 })

/**
 * The bias trick for parameters: b as the last row of w. Examples with a last feature of 1 (`biasTrick` of the data) times it are x w + b.
 *
 * @example
 * T.toNested(withBias({ w: T.fromNested([[1, 2]]), b: T.fromNested([8, 9]) })) // [[1, 2], [8, 9]]
 *
 * @source Notes on CS231n, bias trick
 */
export const withBias = ({ w, b }: { readonly w: Tensor; readonly b: Tensor }): Tensor => T.concatenate([w, T.expandDims(b, 0)], 0)
