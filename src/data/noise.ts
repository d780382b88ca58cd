import { given } from '../prelude/index.js'
import { map, type Random, type Size, uniforms } from '../random/index.js'
import * as T from '../tensor/index.js'
import { checkedShape } from '../tensor/axes.js'
import type { Tensor } from '../tensor/index.js'

/**
 * An array of independent whole numbers, each of 0 to 255 equally likely: as an image, noise that has nothing to learn.
 *
 * @example
 * const noise = R.run(noisePixels([2, 3, 32, 32]), R.seedOf(1))
 * noise.shape // [2, 3, 32, 32]
 * T.toNested(T.max(noise)) <= 255 // true
 *
 * @source Images of uniform noise
 */
export const noisePixels = (size: Size): Random<Tensor> =>
  map((draws: Tensor) => T.map(draws, u => Math.floor(256 * u)))(
    uniforms(checkedShape('noisePixels', typeof size === 'number' ? [size] : size)))

/**
 * Labels that were drawn without a look at any image: `count` of them, independent, each of 0 .. classes - 1 equally likely. What is
 * learned of them is remembered, and helps with no other image. Refuses a count that is no whole number from 0, and less than one class.
 *
 * @example
 * R.run(randomLabels(3, 1), R.seedOf(1)) // [0, 0, 0]
 * R.run(randomLabels(100, 10), R.seedOf(1)).every(label => label < 10) // true
 *
 * @source Experiments with random labels
 */
export const randomLabels = (count: number, classes: number): Random<ReadonlyArray<number>> => {
  const [size, below] = [
    given.whole('randomLabels', 'count', count, 0), given.whole('randomLabels', 'classes', classes, 1)
  ]
  return map((draws: Tensor) => Array.from(draws.data, u => Math.floor(below * u)))(uniforms(size))
}
