import { given, refuse } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import { sameShape, showShape } from '../number/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensors } from '../tensor/Tensor.js'

/** Means and variances of features, one of each. */
export interface Statistics {
  readonly mean: Tensor
  readonly variance: Tensor
}

/** Averages of the statistics of batches, and how much all batches together count in them: 1 - momentum^t after t. */
export type RunningStatistics = Statistics & { readonly weight: Tensor }

export const noStatistics = (features: number): RunningStatistics & Readonly<Record<string, Tensor>> =>
  ({ mean: T.zeros([features]), variance: T.zeros([features]), weight: T.zeros([]) })

/**
 * The averages after one more batch: r -> momentum r + (1 - momentum) s, from 0. The weight is the average of ones.
 *
 * @source Notes on CS231n, batch normalisation
 */
export const updatedStatistics = (
  momentum: number, running: RunningStatistics, batch: Statistics
): RunningStatistics => {
  const place = 'updatedStatistics'
  checkedMomentum(place, momentum)
  givenTensors(place, 'running', running, ['mean', 'variance', 'weight'])
  if (running.weight.data.length !== 1) refuse(
    'shape', place, 'running.weight of one entry', showShape(running.weight.shape)
  )
  const { mean, variance } = givenTensors(place, 'batch', batch, ['mean', 'variance'])
  for (const [r, s] of [[running.mean, mean], [running.variance, variance]] as const) {
    if (!sameShape(r.shape, s.shape)) refuse(
      'shape', place, `statistics of a batch of shape ${showShape(r.shape)}`, showShape(s.shape)
    )
  }
  const mixed = (r: Tensor, s: Tensor | number): Tensor => T.add(T.mul(r, momentum), T.mul(1 - momentum, s))
  return { mean: mixed(running.mean, mean), variance: mixed(running.variance, variance), weight: mixed(
    running.weight, 1
  ) }
}

/**
 * The averages to infer by: divided by their weight, so that the zeros from which they start count for nothing, or without that
 * correction as they are. Refused where no batch was seen.
 */
export const knownStatistics = (place: string, state: RunningStatistics, correction: boolean): Statistics => {
  const { mean, variance, weight } = givenStatistics(place, state)
  if (!(T.item(weight) > 0)) {
    return refuse('domain', place, 'running statistics of at least one batch', 'none: no step of training was made')
  }
  return correction ? { mean: T.div(mean, weight), variance: T.div(variance, weight) } : { mean, variance }
}

/** The state of a batch normalisation at its door. */
export const givenStatistics = <S extends RunningStatistics>(place: string, state: S): S =>
  givenTensors(place, 'state', state, ['mean', 'variance', 'weight'])

export const checkedMomentum = (place: string, momentum: number): number =>
  given.number(place, 'a momentum from 0 to 1', momentum, momentum >= 0 && momentum <= 1)
