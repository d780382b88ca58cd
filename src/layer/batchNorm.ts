import { refuse } from '../prelude/index.js'
import { type Shape, showShape } from '../number/index.js'
import { of } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Layer, Traced } from './Layer.js'
import {
  checkedMomentum, knownStatistics, noStatistics, type RunningStatistics, type Statistics, updatedStatistics
} from './runningStatistics.js'
import {
  checkedEps, checkedRank, type NormOptions, type NormParams, type NormPulled, scaledAndShifted, standardise
} from './standardise.js'
import { stateful } from './stateful.js'

export type BatchNormed = Traced<NormPulled> & Statistics

/**
 * Batch normalisation: each feature standardised over the batch, y = gamma (x - mean) / sqrt(variance + eps) + beta.
 *
 * Pullback: with g = gamma dy and z = (y - beta) / gamma, dx = (N g - sum g - z sum(g z)) / (N sqrt(variance + eps)), dgamma = sum dy z,
 * dbeta = sum dy; sums are over examples.
 * Domain: all finite numbers; x, gamma, beta and dy up to 1e150 in size give finite results.
 * Shapes: x, y (N, D), gamma and beta (D). Gives the batch's mean and uncorrected variance too, for running statistics.
 * Equal values, or a batch of one example, give exactly beta. Refuses other shapes, an empty batch, and eps that is not above 0.
 *
 * @example
 * const params = { gamma: T.fromNested([3]), beta: T.fromNested([10]) }
 * const { y, pullback, mean, variance } = batchNorm(params, { eps: 0.25 })(T.fromNested([[1], [1], [1]]))
 * T.toNested(y) // [[10], [10], [10]]
 * T.toNested(pullback(T.fromNested([[1], [0], [-1]])).dx) // [[6], [0], [-6]]
 * [T.toNested(mean), T.toNested(variance)] // [[1], [0]]
 *
 * @source Notes on CS231n, batch normalisation
 */
export const batchNorm = (params: NormParams, { eps = 1e-5 }: NormOptions = {}) => (x: Tensor): BatchNormed => {
  checkedRank('batchNorm', 'N, D', x)
  return overBatch('batchNorm', [0], params, eps, x)
}

/**
 * Batch normalisation of images: each channel standardised over examples and pixels; else as batchNorm.
 *
 * Pullback: as that of batchNorm on an (N H W, C) matrix.
 * Shapes: x, y (N, C, H, W), gamma and beta (C). Refusals as batchNorm.
 *
 * @example
 * const params = { gamma: T.fromNested([1, 1]), beta: T.fromNested([0, 0]) }
 * const { mean } = spatialBatchNorm(params)(T.reshape(T.arange(8), [1, 2, 2, 2]))
 * T.toNested(mean) // [1.5, 5.5]
 *
 * @source Notes on CS231n, spatial batch normalisation
 */
export const spatialBatchNorm = (params: NormParams, { eps = 1e-5 }: NormOptions = {}) => (x: Tensor): BatchNormed => {
  checkedRank('spatialBatchNorm', 'N, C, H, W', x)
  return overBatch('spatialBatchNorm', [0, 2, 3], params, eps, x)
}

const overBatch = (place: string, axis: ReadonlyArray<number>, params: NormParams, eps: number, x: Tensor): BatchNormed => {
  const standardised = standardise(x, axis, checkedEps(place, eps))
  return {
    ...scaledAndShifted(place, params, standardised),
    mean: T.flatten(standardised.mean),
    variance: T.flatten(standardised.variance)
  }
}

/**
 * Batch normalisation by statistics that are given, such as running ones: no example depends on another.
 *
 * y = gamma (x - mean) / sqrt(variance + eps) + beta.
 * Pullback: dx = gamma dy / sqrt(variance + eps), and dgamma, dbeta as in batchNorm; the statistics are constants.
 * Shapes: x, y (N, D) or (N, C, H, W); gamma, beta, mean and variance one entry for each entry of axis 1. Refuses other shapes, and
 * eps that is not above 0.
 *
 * @example
 * const params = { gamma: T.fromNested([1]), beta: T.fromNested([0]), mean: T.fromNested([5]), variance: T.fromNested([3.75]) }
 * T.toNested(batchNormInference(params, { eps: 0.25 })(T.fromNested([[7], [1]])).y) // [[1], [-2]]
 *
 * @source Notes on CS231n, batch normalisation at test time
 */
export const batchNormInference = ({ mean, variance, ...params }: NormParams & Statistics, { eps = 1e-5 }: NormOptions = {}) =>
  (x: Tensor): Traced<NormPulled> => {
    const [, features = 0, ...pixels] = x.shape
    if (x.shape.length < 2 || showShape(mean.shape) !== `${features}` || showShape(variance.shape) !== `${features}`) {
      const got = `${showShape(mean.shape)} and ${showShape(variance.shape)}`
      refuse('shape', 'batchNormInference', `a mean and a variance of shape ${features}`, got)
    }
    const perFeature = (s: Tensor): Tensor => T.reshape(s, [features, ...pixels.map(() => 1)])
    const deviation = T.sqrt(T.add(perFeature(variance), checkedEps('batchNormInference', eps)))
    return scaledAndShifted('batchNormInference', params, {
      y: T.div(T.sub(x, perFeature(mean)), deviation),
      pullback: g => T.div(g, deviation)
    })
  }

export interface BatchNormOptions extends NormOptions {
  /** What the running statistics keep at each step: 0.9 unless said. 0 forgets all but the last batch; 1 learns nothing. */
  readonly momentum?: number
}

const running = (name: string, axes: string, norm: typeof batchNorm) => ({ eps = 1e-5, momentum = 0.9 }: BatchNormOptions): Layer =>
  stateful<{ gamma: Tensor; beta: Tensor }, RunningStatistics & Readonly<Record<string, Tensor>>>({
    name,
    start: (input: Shape) => {
      const [features = 0] = input
      if (input.length !== axes.split(',').length) refuse('shape', name, `examples of shape (${axes})`, showShape(input))
      checkedEps(name, eps)
      checkedMomentum(name, momentum)
      return { params: { gamma: T.ones([features]), beta: T.zeros([features]) }, state: of(noStatistics(features)) }
    },
    train: (params, state) => x => {
      const { y, pullback, mean, variance } = norm(params, { eps })(x)
      return { y, pullback, state: { ...updatedStatistics(momentum, state, { mean, variance }) } }
    },
    infer: (params, state) => batchInference(params, knownStatistics(name, state), eps)
  })

const batchInference = (params: NormParams, statistics: Statistics, eps: number) => {
  const infer = batchNormInference({ ...params, ...statistics }, { eps })
  return (x: Tensor): Tensor => infer(x).y
}

/** A batchNorm layer: gamma from 1, beta from 0, running statistics in its state, and inference by them; refused before any training. */
export const BatchNorm = (options: BatchNormOptions = {}): Layer => running('batchNorm', 'D', batchNorm)(options)

/** A spatialBatchNorm layer; as BatchNorm. */
export const SpatialBatchNorm = (options: BatchNormOptions = {}): Layer => running('spatialBatchNorm', 'C, H, W', spatialBatchNorm)(options)
