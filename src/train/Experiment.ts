import type { Layer, Params } from '../layer/index.js'
import type { Loss } from '../loss/index.js'
import type { Optimizer } from '../optimizer/index.js'
import { fromFlat, type Tensor } from '../tensor/index.js'

/** Examples that can be taken by their positions. */
export interface Examples<Target> {
  readonly count: number
  /** The shape of one example. */
  readonly shape: ReadonlyArray<number>
  readonly take: (positions: ReadonlyArray<number>) => { readonly x: Tensor; readonly target: Target }
}

/** All that decides a training, but for the seed. */
export interface Experiment<Target, Memory = Params> {
  readonly model: Layer
  readonly loss: Loss<Target>
  readonly optimizer: Optimizer<Params, Memory>
  readonly examples: Examples<Target>
  readonly batchSize: number
}

/** Examples, the first axis of x, with a target for each. */
export const labelled = <Y>(x: Tensor, targets: ReadonlyArray<Y>): Examples<ReadonlyArray<Y>> => {
  const [count = 0, ...shape] = x.shape
  const size = shape.reduce((product, n) => product * n, 1)
  const row = (i: number): ReadonlyArray<number> => Array.from({ length: size }, (_, j) => x.data[i * size + j] ?? NaN)
  return {
    count,
    shape,
    take: positions => ({
      x: fromFlat([positions.length, ...shape], positions.flatMap(row)),
      target: positions.map(i => targets[i] as Y)
    })
  }
}
