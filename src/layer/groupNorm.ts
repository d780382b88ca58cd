import { given, refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenOptions } from './givenOptions.js'
import type { Layer, Traced } from './Layer.js'
import { primitive } from './primitive.js'
import {
  checkedEps, checkedRank, givenNorm, type NormOptions, type NormParams, type NormPulled, scaledAndShifted, standardise
} from './standardise.js'

export interface GroupNormOptions extends NormOptions {
  /** How many groups of neighbouring channels; it divides the number of channels. */
  readonly groups: number
}

const checkedGroups = (groups: number, channels: number): number =>
  given.number('groupNorm', `a number of groups that divides ${channels} channels`, groups, channels % groups === 0)

const checkedOptions = (options: GroupNormOptions): Required<GroupNormOptions> => {
  const { groups, eps = 1e-5 } = givenOptions('groupNorm', options, ['groups', 'eps'], ['gamma', 'beta'])
  return { groups: given.whole('groupNorm', 'groups', groups, 1), eps: checkedEps('groupNorm', eps) }
}

/**
 * Group normalisation of images: the channels of each example in groups of neighbours, each standardised over its channels and pixels; then
 * y = gamma z + beta with one gamma and beta for each channel. The same in training and inference.
 *
 * Pullback: as that of batchNorm, with sums over a group for dx, and over examples and pixels for dgamma and dbeta.
 * Domain: all finite numbers; x, gamma, beta and dy up to 1e150 in size give finite results.
 * Shapes: x, y (N, C, H, W), gamma and beta (C). One group is layer normalisation of the image, C groups are instance normalisation.
 * Refuses a number of groups that does not divide C, other shapes, dy of another than y, and eps that is not above 0.
 *
 * @example
 * const params = { gamma: T.fromNested([1, 2]), beta: T.fromNested([0, 0]) }
 * const x = T.fromFlat([1, 2, 1, 2], [1, 2.5, 7, 7])
 * T.toNested(groupNorm({ groups: 2, eps: 0.4375 })(params)(x).y) // [[[[-0.75, 0.75]], [[0, 0]]]]
 *
 * @source Notes on CS231n, group normalisation
 */
export const groupNorm = (
  options: GroupNormOptions
): ((params: NormParams) => (x: Tensor) => Traced<NormPulled>) => {
  const { groups, eps } = checkedOptions(options)
  return params => {
    givenNorm('groupNorm', params)
    return x => {
      checkedRank('groupNorm', 'N, C, H, W', x)
      const [examples = 0, channels = 0] = x.shape
      const grouped = (t: Tensor): Tensor => T.reshape(t, [examples, checkedGroups(groups, channels), -1])
      const standardised = standardise('groupNorm', grouped(x), [2], eps)
      return scaledAndShifted('groupNorm', params, {
        y: T.reshape(standardised.y, x.shape),
        pullback: g => T.reshape(standardised.pullback(grouped(g)), x.shape)
      })
    }
  }
}

/** A groupNorm layer: gamma from 1, beta from 0. */
export const GroupNorm = (options: GroupNormOptions): Layer => {
  const { groups } = checkedOptions(options)
  return primitive<{ gamma: Tensor; beta: Tensor }>({
    name: 'groupNorm',
    output: input => {
      checkedGroups(groups, input[0] ?? 0)
      return input.length === 3 ? input : refuse('shape', 'groupNorm', 'examples of shape (C, H, W)', showShape(input))
    },
    init: ([channels = 0]) => seed => [{ gamma: T.ones([channels]), beta: T.zeros([channels]) }, seed],
    apply: groupNorm(options)
  })
}
