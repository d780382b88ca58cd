import { given, refuse } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import { showShape } from '../number/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor, givenTensors } from '../tensor/Tensor.js'
import { centred } from '../data/preprocessing.js'

const givenExamples = (place: string, x: Tensor): Tensor =>
  givenTensor(place, x).shape.length === 2 && x.shape[0] !== 0
    ? x
    : refuse('shape', place, 'examples of shape (N, D), one at least', showShape(x.shape))

/**
 * The covariance of the columns of x: C = (1/N) sum_i (x_i - mu) (x_i - mu)^T, divided by N and not by N - 1.
 *
 * Shapes: x (N, D) with N of at least 1, C (D, D), symmetric to the last bit.
 *
 * @example
 * T.toNested(covariance(T.fromNested([[1, 2], [3, 6]]))) // [[1, 2], [2, 4]]
 *
 * @source Notes on CS231n, data preprocessing
 */
export const covariance = (x: Tensor): Tensor => {
  givenExamples('covariance', x)
  const apart = centred(x)(x)
  return T.div(T.matmulTN(apart, apart), x.shape[0] ?? 1)
}

/** A centre, orthonormal directions in the columns of `axes`, and the variance of the data along each, from the largest down. */
export interface PrincipalComponents {
  readonly centre: (x: Tensor) => Tensor
  readonly axes: Tensor
  readonly variances: Tensor
}

/**
 * The principal components of x: the eigenvectors of its covariance, those of the largest variance first.
 *
 * Shapes: x (N, D), axes (D, D), variances (D).
 *
 * @example
 * const { variances } = principalComponents(T.fromNested([[3, 0], [-3, 0], [0, 1], [0, -1]]))
 * T.toNested(variances) // [4.5, 0.5]
 *
 * @source Notes on CS231n, PCA and whitening
 */
export const principalComponents = (x: Tensor): PrincipalComponents => {
  givenExamples('principalComponents', x)
  const { values, vectors } = T.symmetricEigen(covariance(x))
  return { centre: centred(x), axes: vectors, variances: T.maximum(0, values) }
}

/**
 * The coordinates of x along the first `kept` principal axes; along all of them unless said.
 *
 * Shapes: x (M, D), the result (M, kept). Refuses to keep none or more than there are.
 *
 * @example
 * const pca = principalComponents(T.fromNested([[3, 0], [-3, 0], [0, 1], [0, -1]]))
 * T.toNested(T.abs(projected(pca, 1)(T.fromNested([[2, 7]])))) // [[2]]
 *
 * @source Notes on CS231n, PCA and whitening
 */
export const projected = (components: PrincipalComponents, kept?: number): ((x: Tensor) => Tensor) => {
  const { axes } = givenComponents('projected', components)
  const [, most = 0] = axes.shape
  const count = kept ?? most
  given.number('projected', `1 to ${most} components`, count, Number.isInteger(count) && count >= 1 && count <= most)
  return x => along('projected', components, count, x)
}

const givenComponents = (place: string, components: PrincipalComponents): PrincipalComponents => {
  givenTensors(place, 'components', components, ['axes', 'variances'])
  given.callable(place, 'components.centre', components.centre)
  return components
}

const along = (place: string, { centre, axes }: PrincipalComponents, count: number, x: Tensor): Tensor => {
  if (givenTensor(place, x).shape.length !== 2 || x.shape[1] !== axes.shape[0]) {
    refuse('shape', place, `x of shape (M, ${axes.shape[0]})`, showShape(x.shape))
  }
  return T.matmul(centre(x), T.slice(axes, [{}, { stop: count }]))
}

export interface WhiteningOptions {
  /** Added to each variance under the root, so that directions without variance are not blown up; 1e-5 unless said. */
  readonly eps?: number
}

/**
 * Whitening: coordinates along the principal axes, each divided by sqrt(variance + eps). The covariance of what it learned from becomes
 * diagonal with entries variance / (variance + eps): the identity, but for eps.
 *
 * Shapes: x (M, D), the result (M, D). Refuses an eps that is not above 0.
 *
 * @example
 * const pca = principalComponents(T.fromNested([[3, 0], [-3, 0]]))
 * T.toNested(T.abs(whitened(pca, { eps: 7 })(T.fromNested([[8, 5]])))) // [[2, 5 / Math.sqrt(7)]]
 *
 * @source Notes on CS231n, PCA and whitening
 */
export const whitened = (components: PrincipalComponents, options: WhiteningOptions = {}): ((x: Tensor) => Tensor) => {
  givenComponents('whitened', components)
  const { eps = 1e-5 } = given.options('whitened', options, ['eps'])
  given.number('whitened', 'an eps above 0', eps, eps > 0 && eps < Infinity)
  const [, count = 0] = components.axes.shape
  const deviations = T.sqrt(T.add(components.variances, eps))
  return x => T.div(along('whitened', components, count, x), deviations)
}
