import { refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import { bernoulli, fromTensor, map, of, type Seed, seedOf, split, toTensor } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Layer, Traced } from './Layer.js'
import { stateful } from './stateful.js'

export interface DropoutMask {
  /** The probability with which an entry stays, above 0 and at most 1. */
  readonly keepProbability: number
  /** 1 where an entry stays, 0 where it goes. */
  readonly mask: Tensor
}

const checkedProbability = (p: number): number =>
  p > 0 && p <= 1 ? p : refuse('domain', 'dropout', 'a keepProbability above 0 and at most 1', String(p))

/**
 * Dropout, inverted: y = x / keepProbability where the mask is 1, else 0, so that the expectation of y over masks is x. At inference
 * there is nothing to do.
 *
 * Pullback: dx = dy / keepProbability where the mask is 1, else 0.
 * Domain: all finite numbers; x and dy up to 1e307 in size give finite results.
 * Shapes: any; x, y and the mask have the same. Refuses another shape, and a keepProbability that is not in (0, 1].
 *
 * @example
 * const { y, pullback } = dropout({ keepProbability: 0.5, mask: T.fromNested([1, 0, 1]) })(T.fromNested([1, 2, 3]))
 * T.toNested(y) // [2, 0, 6]
 * T.toNested(pullback(T.ones([3])).dx) // [2, 0, 2]
 * R.run(R.bernoulli([3], 0.5), R.seedOf(1)).shape // [3]
 *
 * @source Notes on CS231n, dropout
 */
export const dropout = ({ keepProbability, mask }: DropoutMask) => (x: Tensor): Traced<{ readonly dx: Tensor }> => {
  const p = checkedProbability(keepProbability)
  if (showShape(mask.shape) !== showShape(x.shape)) {
    refuse('shape', 'dropout', `a mask of shape ${showShape(x.shape)}`, showShape(mask.shape))
  }
  const kept = (t: Tensor): Tensor => T.where(mask, T.div(t, p), 0)
  return { y: kept(x), pullback: dy => ({ dx: kept(dy) }) }
}

export interface DropoutOptions {
  readonly keepProbability: number
  /** A whole number from which the masks are drawn, where they should not follow from the seed of the training. */
  readonly seed?: number
}

type NoParams = Readonly<Record<never, Tensor>>

/** Dropout with a mask drawn anew at each step of training; the generator's state is the layer's. */
export const Dropout = ({ keepProbability, seed }: DropoutOptions): Layer => stateful<NoParams, { seed: Tensor }>({
  name: 'dropout',
  start: () => {
    checkedProbability(keepProbability)
    return { params: {}, state: map((own: Seed) => ({ seed: toTensor(own) }))(seed === undefined ? split : of(seedOf(seed))) }
  },
  train: (_, state) => x => {
    const [mask, next] = bernoulli(x.shape, keepProbability)(fromTensor(state.seed))
    const { y, pullback } = dropout({ keepProbability, mask })(x)
    return { y, state: { seed: toTensor(next) }, pullback: dy => ({ dx: pullback(dy).dx, dp: {} }) }
  },
  infer: () => x => x
})
