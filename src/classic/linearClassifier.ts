import { given, refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import { givenLabels } from '../loss/labels.js'
import { l2Penalty, type Loss, type MarginOptions, multiclassSvm, softmaxCrossEntropy } from '../loss/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor, givenTensors } from '../tensor/Tensor.js'
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
 * @source Notes on CS231n, loss functions of linear classifiers
 */
const objectiveOf = (place: string, loss: Loss<ReadonlyArray<number>>, data: LinearData): ((w: Tensor) => Assessed) => {
  const { x, labels, lambda } = givenData(place, data)
  return w => objectiveAt(loss, x, labels, lambda, givenWeights(place, w, x))
}

/** The data of a linear classifier at the door of a function, with what is left out filled in. */
export const givenData = (place: string, data: LinearData): Required<LinearData> => {
  const { x, labels, lambda = 0 } = given.options(place, data, ['x', 'labels', 'lambda'])
  givenTensors(place, 'data', data, ['x'])
  givenLabels(place, labels)
  given.finite(place, 'lambda', lambda)
  if (x.shape.length !== 2 || x.shape[0] !== labels.length) {
    refuse('shape', place, `x with a row for each of ${labels.length} labels`, showShape(x.shape))
  }
  return { x, labels, lambda }
}

/** Weights with a row for each feature. */
export const givenWeights = (place: string, w: Tensor, x: Tensor): Tensor =>
  givenTensor(place, w, 'w').shape.length === 2 && w.shape[0] === x.shape[1]
    ? w
    : refuse('shape', place, `w with ${x.shape[1]} rows, one for each feature of x`, showShape(w.shape))

const objectiveAt = (
  loss: Loss<ReadonlyArray<number>>, x: Tensor, labels: ReadonlyArray<number>, lambda: number, w: Tensor
): Assessed => {
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
export const linearSvm = (data: LinearData, options: MarginOptions = {}): ((w: Tensor) => Assessed) => {
  const { margin = 1 } = given.options('linearSvm', options, ['margin'])
  given.finite('linearSvm', 'margin', margin)
  return objectiveOf('linearSvm', labels => multiclassSvm(labels, { margin }), data)
}

/**
 * The linear softmax classifier: the cross-entropy of the softmax of the scores x w, and lambda times the sum of the squared weights.
 *
 * @example
 * const data = { x: T.fromNested([[1], [2]]), labels: [0, 1] }
 * linearSoftmax(data)(T.zeros([1, 10])).value === Math.log(10) // true
 *
 * @source Notes on CS231n, softmax classifier
 */
export const linearSoftmax = (data: LinearData): ((w: Tensor) => Assessed) =>
  objectiveOf('linearSoftmax', softmaxCrossEntropy, data)

/**
 * The class with the largest score x w, the smallest of equals.
 *
 * @example
 * T.toNested(predictLinear(T.eye(2))(T.fromNested([[1, 3], [2, 2]]))) // [1, 0]
 *
 * @source Notes on CS231n, linear classifier
 */
export const predictLinear = (w: Tensor): ((x: Tensor) => Tensor) => {
  const [, classes = 0] = givenTensor('predictLinear', w, 'w').shape
  if (w.shape.length !== 2 || classes === 0) refuse(
    'shape', 'predictLinear', 'w of shape (D, C), one class at least', showShape(w.shape)
  )
  return x => {
    if (givenTensor('predictLinear', x).shape.length !== 2) refuse(
      'shape', 'predictLinear', 'x of shape (N, D)', showShape(x.shape)
    )
    givenWeights('predictLinear', w, x)
    return T.argmax(T.matmul(x, w), { axis: 1 })
  }
}

/**
 * The bias trick for parameters: b as the last row of w. Examples with a last feature of 1 (`biasTrick` of the data) times it are x w + b.
 *
 * @example
 * T.toNested(withBias({ w: T.fromNested([[1, 2]]), b: T.fromNested([8, 9]) })) // [[1, 2], [8, 9]]
 *
 * @source Notes on CS231n, bias trick
 */
export const withBias = (params: { readonly w: Tensor; readonly b: Tensor }): Tensor => {
  const { w, b } = givenTensors('withBias', 'params', params, ['w', 'b'])
  if (w.shape.length !== 2 || b.shape.length !== 1 || w.shape[1] !== b.shape[0]) {
    refuse(
      'shape', 'withBias', 'w of shape (D, C) and b of shape (C)', `${showShape(w.shape)} and ${showShape(b.shape)}`
    )
  }
  return T.concatenate([w, T.expandDims(b, 0)], 0)
}
