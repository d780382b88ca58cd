import { given, refuse } from '../../prelude/index.js'
import * as T from '../../tensor/index.js'
import type { Tensor } from '../../tensor/index.js'
import { givenImage } from './givenImage.js'

const place = 'tint'

/**
 * An image (H, W, C) with each of its channels multiplied by a factor, rounded to whole numbers, halves up, and clipped to 0 .. 255.
 *
 * Refuses another number of factors than channels, and factors that are not finite. NaN stays NaN.
 *
 * @example
 * T.toNested(tint(T.fromNested([[[100, 100, 200]]]), [1, 0.955, 2])) // [[[100, 96, 255]]]
 *
 * @source Notes on CS231n, Python tutorial, image operations
 */
export const tint = (image: Tensor, factors: ReadonlyArray<number>): Tensor => {
  const [, , channels] = givenImage(place, image)
  if (given.list(place, 'factors', factors).length !== channels) {
    refuse('shape', place, `a factor for each of ${channels} channels`, `${factors.length}`)
  }
  const row = T.fromFlat([channels], factors.map(factor => given.finite(place, 'a factor', factor)))
  return T.map(T.mul(image, row), toByte)
}

/** The nearest whole number, halves up, from 0 to 255. */
const toByte = (value: number): number => Math.min(Math.max(Math.floor(value + 0.5), 0), 255)
