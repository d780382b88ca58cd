import { given, refuse } from '../prelude/index.js'
import { take, type Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/** Examples that can be taken by their positions. */
export interface Examples<Target> {
  readonly count: number
  /** The shape of one example. */
  readonly shape: ReadonlyArray<number>
  readonly take: (positions: ReadonlyArray<number>) => { readonly x: Tensor; readonly target: Target }
}

/**
 * Examples, the first axis of x, with a target for each; refuses another number of targets.
 *
 * @example
 * const examples = labelled(T.fromNested([[1, 2], [3, 4]]), [-1, 1])
 * T.toNested(examples.take([1]).x) // [[3, 4]]
 * examples.take([1]).target // [1]
 */
export const labelled = <Y>(x: Tensor, targets: ReadonlyArray<Y>): Examples<ReadonlyArray<Y>> => {
  const [count = 0, ...shape] = givenTensor('labelled', x).shape
  if (x.shape.length === 0 || given.list('labelled', 'targets', targets).length !== count) {
    refuse('shape', 'labelled', `a target for each of ${count} examples`, `${targets.length}`)
  }
  return { count, shape, take: positions => ({ x: take(x, positions), target: positions.map(i => targets[i] as Y) }) }
}
