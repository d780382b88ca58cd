import { refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor, givenTensors } from '../tensor/Tensor.js'
import type { Traced } from './Layer.js'
import type { Statistics } from './runningStatistics.js'
import {
  checkedRank, givenEps, givenNorm, type NormOptions, type NormParams, type NormPulled, scaledAndShifted, standardise
} from './standardise.js'

export type BatchNormed = Traced<NormPulled> & Statistics

/**
 * Batch normalisation: each feature standardised over the batch, y = gamma (x - mean) / sqrt(variance + eps) + beta.
 *
 * Pullback: with g = gamma dy and z = (y - beta) / gamma, dx = (N g - sum g - z sum(g z)) / (N sqrt(variance + eps)), dgamma = sum dy z,
 * dbeta = sum dy; sums are over examples.
 * Domain: all finite numbers; x, gamma, beta and dy up to 1e150 in size give finite results.
 * Shapes: x, y (N, D), gamma and beta (D). Gives the batch's mean and uncorrected variance too, for running statistics.
 * Equal values, or a batch of one example, give exactly beta. Refuses other shapes, dy of another than y, an empty
 * batch, and eps that is not above 0.
 *
 * @example
 * const params = { gamma: T.fromNested([3]), beta: T.fromNested([10]) }
 * const { y, pullback, mean, variance } = batchNorm({ eps: 0.25 })(params)(T.fromNested([[1], [1], [1]]))
 * T.toNested(y) // [[10], [10], [10]]
 * T.toNested(pullback(T.fromNested([[1], [0], [-1]])).dx) // [[6], [0], [-6]]
 * [T.toNested(mean), T.toNested(variance)] // [[1], [0]]
 *
 * @source Notes on CS231n, batch normalisation
 */
export const batchNorm = (options: NormOptions = {}): ((params: NormParams) => (x: Tensor) => BatchNormed) =>
  overBatch('batchNorm', 'N, D', [0], options)

/**
 * Batch normalisation of images: each channel standardised over examples and pixels; else as batchNorm.
 *
 * Pullback: as that of batchNorm on an (N H W, C) matrix.
 * Shapes: x, y (N, C, H, W), gamma and beta (C). Refusals as batchNorm.
 *
 * @example
 * const params = { gamma: T.fromNested([1, 1]), beta: T.fromNested([0, 0]) }
 * const { mean } = spatialBatchNorm()(params)(T.reshape(T.arange(8), [1, 2, 2, 2]))
 * T.toNested(mean) // [1.5, 5.5]
 *
 * @source Notes on CS231n, spatial batch normalisation
 */
export const spatialBatchNorm = (options: NormOptions = {}): ((params: NormParams) => (x: Tensor) => BatchNormed) =>
  overBatch('spatialBatchNorm', 'N, C, H, W', [0, 2, 3], options)

const overBatch = (place: string, axes: string, axis: ReadonlyArray<number>, options: NormOptions) => {
  const eps = givenEps(place, options)
  return (params: NormParams) => {
    givenNorm(place, params)
    return (x: Tensor): BatchNormed => {
      checkedRank(place, axes, x)
      const standardised = standardise(place, x, axis, eps)
      return {
        ...scaledAndShifted(place, params, standardised),
        mean: T.flatten(standardised.mean),
        variance: T.flatten(standardised.variance)
      }
    }
  }
}

/**
 * Batch normalisation by statistics that are given, such as running ones: no example depends on another.
 *
 * y = gamma (x - mean) / sqrt(variance + eps) + beta.
 * Pullback: dx = gamma dy / sqrt(variance + eps), and dgamma, dbeta as in batchNorm; the statistics are constants.
 * Shapes: x, y (N, D) or (N, C, H, W); gamma, beta, mean and variance one entry for each entry of axis 1. Refuses other shapes, dy of
 * another than y, and eps that is not above 0.
 *
 * @example
 * const params = { gamma: T.fromNested([1]), beta: T.fromNested([0]), mean: T.fromNested([5]), variance: T.fromNested([3.75]) }
 * T.toNested(batchNormInference({ eps: 0.25 })(params)(T.fromNested([[7], [1]])).y) // [[1], [-2]]
 *
 * @source Notes on CS231n, batch normalisation at test time
 */
export const batchNormInference = (
  options: NormOptions = {}
): ((params: NormParams & Statistics) => (x: Tensor) => Traced<NormPulled>) => {
  const eps = givenEps('batchNormInference', options, paramNames)
  return params => byStatistics(eps, givenTensors('batchNormInference', 'params', params, paramNames))
}

const paramNames = ['gamma', 'beta', 'mean', 'variance'] as const

const byStatistics = (eps: number, params: NormParams & Statistics) => (x: Tensor): Traced<NormPulled> => {
  const { mean, variance } = params
  const [, features = 0, ...pixels] = givenTensor('batchNormInference', x).shape
  if (x.shape.length < 2 || showShape(mean.shape) !== `${features}` || showShape(variance.shape) !== `${features}`) {
    const got = `${showShape(mean.shape)} and ${showShape(variance.shape)}`
    refuse('shape', 'batchNormInference', `a mean and a variance of shape ${features}`, got)
  }
  const perFeature = (s: Tensor): Tensor => T.reshape(s, [features, ...pixels.map(() => 1)])
  const deviation = T.sqrt(T.add(perFeature(variance), eps))
  return scaledAndShifted('batchNormInference', params, {
    y: T.div(T.sub(x, perFeature(mean)), deviation),
    pullback: g => T.div(g, deviation)
  })
}
