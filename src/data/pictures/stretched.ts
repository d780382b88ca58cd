import { refuse } from '../../prelude/index.js'
import * as T from '../../tensor/index.js'
import type { Tensor } from '../../tensor/index.js'
import { givenTensor } from '../../tensor/Tensor.js'

/** What an image of one value becomes: the middle of 0 .. 255, halves up. */
const middle = 128

/**
 * Entries of any size as whole numbers from 0 to 255, to be looked at: 255 (x - min) / (max - min), rounded, halves up. Where all entries
 * are equal, each becomes 128, a middle grey.
 *
 * Any shape. The smallest entry becomes 0 and the largest 255. Refuses entries that are not finite, and none.
 *
 * @example
 * T.toNested(stretched(T.fromNested([-1, 0, 1, 3]))) // [0, 64, 128, 255]
 * T.toNested(stretched(T.fromNested([7, 7]))) // [128, 128]
 *
 * @source Convolutional networks notebook, image filters and visualized filters
 */
export const stretched = (x: Tensor): Tensor => stretchedIn('stretched', x)

export const stretchedIn = (place: string, x: Tensor): Tensor => {
  if (givenTensor(place, x).data.length === 0) refuse('shape', place, 'an entry at least', 'none')
  const [low, high] = [T.at(T.min(x), []), T.at(T.max(x), [])]
  if (!Number.isFinite(low) || !Number.isFinite(high)) refuse('domain', place, 'finite entries', `${low} to ${high}`)
  if (low === high) return T.map(x, () => middle)
  // The difference of two doubles may be larger than any double; that of their halves is not.
  const part = high - low < Infinity ? 1 : 0.5
  return T.map(x, a => Math.floor(255 * ((a * part - low * part) / (high * part - low * part)) + 0.5))
}
