import { given, refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import { bernoulli, fromTensor, map, of, type Seed, seedOf, split, toTensor } from '../random/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor, givenTensors } from '../tensor/Tensor.js'
import type { Layer, Traced } from './Layer.js'
import { stateful } from './stateful.js'
import { traced } from './traced.js'

export interface DropoutMask {
  /** The probability with which an entry stays, above 0 and at most 1. */
  readonly keepProbability: number
  /** 1 where an entry stays, 0 where it goes. */
  readonly mask: Tensor
}

const checkedProbability = (p: number): number =>
  given.number('dropout', 'a keepProbability above 0 and at most 1', p, p > 0 && p <= 1)

/**
 * Dropout, inverted: y = x / keepProbability where the mask is 1, else 0, so that the expectation of y over masks is x. At inference
 * there is nothing to do.
 *
 * Pullback: dx = dy / keepProbability where the mask is 1, else 0.
 * Domain: all finite numbers; x and dy up to 1e307 in size give finite results.
 * Shapes: any; x, y, dy and the mask have the same. Refuses another shape, and a keepProbability that is not in (0, 1].
 *
 * @example
 * const { y, pullback } = dropout({ keepProbability: 0.5, mask: T.fromNested([1, 0, 1]) })(T.fromNested([1, 2, 3]))
 * T.toNested(y) // [2, 0, 6]
 * T.toNested(pullback(T.ones([3])).dx) // [2, 0, 2]
 * R.run(R.bernoulli([3], 0.5), R.seedOf(1)).shape // [3]
 *
 * @source Notes on CS231n, dropout
 */
export const dropout = (options: DropoutMask): ((x: Tensor) => Traced<{ readonly dx: Tensor }>) => {
  const { keepProbability, mask } = given.options('dropout', options, ['keepProbability', 'mask'])
  givenTensors('dropout', 'options', options, ['mask'])
  const p = checkedProbability(keepProbability)
  const kept = (t: Tensor): Tensor => T.where(mask, T.div(t, p), 0)
  return x => {
    const shape = showShape(givenTensor('dropout', x).shape)
    if (showShape(mask.shape) !== shape) refuse('shape', 'dropout', `a mask of shape ${shape}`, showShape(mask.shape))
    return traced('dropout', kept(x), dy => ({ dx: kept(dy) }))
  }
}

export interface DropoutOptions {
  readonly keepProbability: number
  /** A whole number from which the masks are drawn, where they should not follow from the seed of the training. */
  readonly seed?: number
}

type NoParams = Readonly<Record<never, Tensor>>

/** Dropout with a mask drawn anew at each step of training; the generator's state is the layer's. */
export const Dropout = (options: DropoutOptions): Layer => {
  const { keepProbability, seed } = given.options('dropout', options, ['keepProbability', 'seed'])
  checkedProbability(keepProbability)
  if (seed !== undefined) given.whole('dropout', 'a seed', seed, Number.MIN_SAFE_INTEGER)
  return dropoutLayer(keepProbability, seed)
}

const dropoutLayer = (keepProbability: number, seed: number | undefined): Layer =>
  stateful<NoParams, { seed: Tensor }>({
    name: 'dropout',
    start: () =>
      ({ params: {}, state: map((own: Seed) => ({ seed: toTensor(own) }))(
        seed === undefined ? split : of(seedOf(seed))
      ) }),
    train: (_, state) => x => {
      const [mask, next] = bernoulli(x.shape, keepProbability)(
        fromTensor(givenTensors('dropout', 'state', state, ['seed']).seed)
      )
      const { y, pullback } = dropout({ keepProbability, mask })(x)
      return { y, state: { seed: toTensor(next) }, pullback: dy => ({ dx: pullback(dy).dx, dp: {} }) }
    },
    infer: () => x => x
  })
