import type { Examples } from '../data/index.js'
import { given } from '../prelude/index.js'
import type { Layer, Params } from '../layer/index.js'
import type { Loss, Penalised } from '../loss/index.js'
import type { Optimizer } from '../optimizer/index.js'
import type { Random } from '../random/index.js'

/** What parameters cost by themselves: `l2Penalty(reg, 'half')`. */
export type Penalty = (params: Params) => Penalised

/** All that decides a training, but for the seed. A schedule is part of the optimizer: see `scheduled`. */
export interface Experiment<Target, Memory = Params> {
  readonly model: Layer
  readonly loss: Loss<Target>
  readonly penalty?: Penalty
  readonly optimizer: Optimizer<Params, Memory>
  readonly examples: Examples<Target>
  readonly batchSize: number
  /**
   * How a pass draws the positions of its examples: all of them, in random order, unless said. Batches of 200 drawn with replacement
   * are passes of one batch: n => choice(n, 200, { replacement: true }).
   */
  readonly order?: (count: number) => Random<ReadonlyArray<number>>
}

/**
 * How many batches it takes to see every example once; the last may be smaller. Refuses a batchSize that is no whole number from 1.
 *
 * @example
 * stepsPerPass({ examples: { count: 45000 }, batchSize: 256 }) // 176
 */
export const stepsPerPass = (batched: Batched): number => {
  const { examples, batchSize } = givenBatched('stepsPerPass', batched)
  return Math.ceil(examples.count / batchSize)
}

/**
 * How many steps the notes call an epoch, for batches drawn with replacement: as many as whole batches fit into the examples, at least one.
 *
 * @example
 * stepsPerEpoch({ examples: { count: 25 }, batchSize: 10 }) // 2
 * stepsPerEpoch({ examples: { count: 50 }, batchSize: 100 }) // 1
 *
 * @source Notes on CS231n, solver
 */
export const stepsPerEpoch = (batched: Batched): number => {
  const { examples, batchSize } = givenBatched('stepsPerEpoch', batched)
  return Math.max(Math.floor(examples.count / batchSize), 1)
}

const givenBatched = (place: string, batched: Batched): Batched => {
  const { examples, batchSize } = given.record(place, 'an experiment', batched)
  given.whole(place, 'batchSize', batchSize, 1)
  given.whole(place, 'the number of examples', given.record(place, 'examples', examples).count, 0)
  return batched
}

interface Batched {
  readonly examples: { readonly count: number }
  readonly batchSize: number
}
