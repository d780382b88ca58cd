import { given, refuse } from '../prelude/index.js'
import { type Shape, showShape } from '../number/index.js'
import { of } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { batchNorm, batchNormInference, spatialBatchNorm } from './batchNorm.js'
import type { Layer } from './Layer.js'
import {
  checkedMomentum, givenStatistics, knownStatistics, noStatistics, type RunningStatistics, updatedStatistics
} from './runningStatistics.js'
import type { NormOptions } from './standardise.js'
import { stateful } from './stateful.js'

export interface BatchNormOptions extends NormOptions {
  /** What the running statistics keep at each step: 0.9 unless said. 0 forgets all but the last batch; 1 learns nothing. */
  readonly momentum?: number
  /** Whether inference divides the running statistics by 1 - momentum^t after t steps; true unless said. */
  readonly correction?: boolean
}

const running = (name: string, axes: string, norm: typeof batchNorm, options: BatchNormOptions): Layer => {
  const { eps = 1e-5, momentum = 0.9, correction = true } = given.options(
    name, options, ['eps', 'momentum', 'correction']
  )
  const [normed, inferred] = [norm({ eps }), batchNormInference({ eps })]
  checkedMomentum(name, momentum)
  given.flag(name, 'correction', correction)
  return stateful<{ gamma: Tensor; beta: Tensor }, RunningStatistics & Readonly<Record<string, Tensor>>>({
    name,
    start: (input: Shape) => {
      const [features = 0] = input
      if (input.length !== axes.split(',').length) refuse(
        'shape', name, `examples of shape (${axes})`, showShape(input)
      )
      return { params: { gamma: T.ones([features]), beta: T.zeros([features]) }, state: of(noStatistics(features)) }
    },
    train: (params, kept) => x => {
      const state = givenStatistics(name, kept)
      const { y, pullback, mean, variance } = normed(params)(x)
      return { y, pullback, state: { ...updatedStatistics(momentum, state, { mean, variance }) } }
    },
    infer: ({ gamma, beta }, state) => {
      const infer = inferred({ gamma, beta, ...knownStatistics(name, state, correction) })
      return x => infer(x).y
    }
  })
}

/**
 * A batchNorm layer: it trains by the statistics of each batch, and infers by running ones, which are its state.
 *
 * gamma starts at 1 and beta at 0. The running mean and variance start at 0 and follow r <- momentum r + (1 - momentum) s at each step of
 * training, s being those of the batch (the variance uncorrected). After t steps inference takes r / (1 - momentum^t), so that the zeros of
 * the start count for nothing; with `correction: false` it takes r itself, as the course does: after 50 steps at momentum 0.9, deviations
 * are then larger by 0.26 percent.
 * Shapes: examples (D). Refuses to infer before any training, eps that is not above 0, and a momentum outside [0, 1].
 *
 * @example
 * const layer = BatchNorm({ momentum: 0.5, eps: 0.25 })
 * const { init, state } = layer.build([1]).right
 * const [params, start] = [R.run(init, R.seedOf(1)), R.run(state, R.seedOf(1))]
 * const { state: after } = layer.train(params, start)(T.fromNested([[2], [4]]))
 * T.toNested(after[0].mean) // [1.5]
 * T.toNested(layer.infer(params, after)(T.fromNested([[3]]))) // [[0]]
 * T.toNested(BatchNorm({ correction: false, eps: 0.5 }).infer(params, after)(T.fromNested([[3]]))) // [[1.5]]
 *
 * @source Notes on CS231n, batch normalisation
 */
export const BatchNorm = (options: BatchNormOptions = {}): Layer => running('batchNorm', 'D', batchNorm, options)

/**
 * A spatialBatchNorm layer: as BatchNorm, with one mean and one variance for each channel of examples (C, H, W).
 *
 * @example
 * SpatialBatchNorm().build([3, 8, 8]).right.output // [3, 8, 8]
 *
 * @source Notes on CS231n, spatial batch normalisation
 */
export const SpatialBatchNorm = (options: BatchNormOptions = {}): Layer =>
  running('spatialBatchNorm', 'C, H, W', spatialBatchNorm, options)
