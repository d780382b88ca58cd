import { given, refuse } from '../../prelude/index.js'
import * as T from '../../tensor/index.js'
import type { Tensor } from '../../tensor/index.js'
import { givenImage } from './givenImage.js'

const place = 'cropCentre'

/**
 * The middle of an image (H, W, C), so high and so wide. Where an odd number of rows or columns is left out, one more goes at the end.
 *
 * Refuses sizes that are no whole numbers from 1, and larger ones than those of the image.
 *
 * @example
 * const image = T.fromNested([[[1], [2], [3], [4]], [[5], [6], [7], [8]]])
 * T.toNested(cropCentre(image, 1, 2)) // [[[2], [3]]]
 *
 * @source Convolutional networks notebook, image filters
 */
export const cropCentre = (image: Tensor, height: number, width: number): Tensor => {
  const [rows, columns, channels] = givenImage(place, image)
  given.whole(place, 'height', height, 1)
  given.whole(place, 'width', width, 1)
  if (height > rows || width > columns) {
    refuse('domain', place, `a part of at most ${rows} x ${columns} pixels`, `${height} x ${width}`)
  }
  const [top, left] = [Math.floor((rows - height) / 2), Math.floor((columns - width) / 2)]
  return T.tabulate([height, width, channels], (h, w, c) => T.at(image, [top + h, left + w, c]))
}
