import { given } from '../../prelude/index.js'
import * as T from '../../tensor/index.js'
import type { Tensor } from '../../tensor/index.js'
import { givenImage } from './givenImage.js'

const place = 'resize'

/**
 * An image (H, W, C) at another size, by bilinear interpolation.
 *
 * Pixel i of h is read at (i + 1/2) H / h - 1/2 of the image, and at its first or last row where that is outside of it; columns in the
 * same way. So pixels are squares whose middles are compared, as `align_corners=False` means elsewhere. What becomes much smaller is not
 * averaged first. A constant image stays so, and its own size gives the image itself. Refuses sizes that are no whole numbers from 1.
 *
 * @example
 * T.toNested(resize(T.fromNested([[[0], [8]]]), 1, 4)) // [[[0], [2], [6], [8]]]
 *
 * @source Bilinear interpolation
 */
export const resize = (image: Tensor, height: number, width: number): Tensor => {
  const [rows, columns, channels] = givenImage(place, image)
  const down = between(rows, given.whole(place, 'height', height, 1))
  const across = between(columns, given.whole(place, 'width', width, 1))
  return T.tabulate([height, width, channels], (h, w, c) => {
    const [row, column] = [down[h] as Between, across[w] as Between]
    const onRow = (k: number): number =>
      mixed(T.at(image, [k, column.from, c]), T.at(image, [k, column.to, c]), column.share)
    return mixed(onRow(row.from), onRow(row.to), row.share)
  })
}

/** Two neighbours, and the share of the second. */
interface Between {
  readonly from: number
  readonly to: number
  readonly share: number
}

const between = (old: number, size: number): ReadonlyArray<Between> => Array.from({ length: size }, (_, i) => {
  const at = Math.min(Math.max((i + 0.5) * (old / size) - 0.5, 0), old - 1)
  const from = Math.floor(at)
  return { from, to: Math.min(from + 1, old - 1), share: at - from }
})

const mixed = (a: number, b: number, share: number): number => a + share * (b - a)
