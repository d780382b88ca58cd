import { refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import type { Layer, Traced } from './Layer.js'
import { primitive } from './primitive.js'
import {
  checkedRank, givenEps, givenNorm, type NormOptions, type NormParams, type NormPulled, scaledAndShifted, standardise
} from './standardise.js'

/**
 * Layer normalisation: each example standardised over its features, y = gamma (x - mean) / sqrt(variance + eps) + beta; the same in
 * training and inference.
 *
 * Pullback: as that of batchNorm, with sums over features for dx and over examples for dgamma and dbeta.
 * Domain: all finite numbers; x, gamma, beta and dy up to 1e150 in size give finite results.
 * Shapes: x, y (N, D), gamma and beta (D). Refuses other shapes, dy of another than y, and eps that is not above 0.
 *
 * @example
 * const params = { gamma: T.fromNested([1, 1]), beta: T.fromNested([0, 0]) }
 * T.toNested(layerNorm({ eps: 0.4375 })(params)(T.fromNested([[1, 2.5], [9, 9]])).y) // [[-0.75, 0.75], [0, 0]]
 *
 * @source Notes on CS231n, layer normalisation
 */
export const layerNorm = (
  options: NormOptions = {}
): ((params: NormParams) => (x: Tensor) => Traced<NormPulled>) => {
  const eps = givenEps('layerNorm', options)
  return params => {
    givenNorm('layerNorm', params)
    return x => {
      checkedRank('layerNorm', 'N, D', x)
      return scaledAndShifted('layerNorm', params, standardise('layerNorm', x, [1], eps))
    }
  }
}

/** A layerNorm layer: gamma from 1, beta from 0. */
export const LayerNorm = (options: NormOptions = {}): Layer => primitive<{ gamma: Tensor; beta: Tensor }>({
  name: 'layerNorm',
  output: input =>
    (input.length === 1 ? input : refuse('shape', 'layerNorm', 'examples of shape (D)', showShape(input))),
  init: ([features = 0]) => seed => [{ gamma: T.ones([features]), beta: T.zeros([features]) }, seed],
  apply: layerNorm(options)
})
