import { readPng, resize } from '../../../src/data/index.js'
import { readJpeg } from '../../../src/data/readers/jpeg.js'
import { run, seedOf, uniforms } from '../../../src/random/index.js'
import { fromFile, type NamedBytes } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

const discs = 12
const perDisc = 6

/**
 * A drawn picture (H, W, 3) of whole numbers from 0 to 255: shaded discs in many colours, one over another, before a wall that grows
 * lighter downwards. It has what filters are shown with: flat parts, ramps, and edges in all directions.
 */
export const drawnPicture = (height: number, width: number, seed: number): Tensor => {
  const draws = run(uniforms([discs, perDisc]), seedOf(seed))
  const of = (k: number, entry: number): number => T.at(draws, [k, entry])
  const radius = (k: number): number => (0.12 + 0.14 * of(k, 2)) * height
  const isIn = (k: number, h: number, w: number): boolean =>
    (h - of(k, 0) * height) ** 2 + (w - of(k, 1) * width) ** 2 < radius(k) ** 2
  return T.tabulate([height, width, 3], (h, w, c) => {
    const above = Array.from({ length: discs }, (_, k) => k).findLast(k => isIn(k, h, w))
    if (above === undefined) return Math.round(60 + 90 * h / height)
    const light = 1 - 0.5 * (h - of(above, 0) * height + radius(above)) / (2 * radius(above))
    return Math.round(255 * light * of(above, 3 + c))
  })
}

/** Files of pictures, by their names. */
export const picturesIn = (files: ReadonlyArray<NamedBytes>): ReadonlyArray<NamedBytes> =>
  files.filter(isPicture)

export const isPicture = ({ name }: NamedBytes): boolean => /[.](png|jpe?g)$/i.test(name)

/** A picture in a file: whole numbers from 0 to 255 in three channels, grey ones three times. */
export const readPicture = (file: NamedBytes): Tensor => fromFile(file, pictureOf)

/** The same of the bytes of a file; those of a JPEG file begin with ff d8. */
export const pictureOf = (bytes: Uint8Array): Tensor => {
  const image = bytes[0] === 0xff ? readJpeg(bytes) : readPng(bytes)
  const [height = 0, width = 0, channels = 0] = image.shape
  return T.tabulate([height, width, 3], (h, w, c) => Math.round(T.at(image, [h, w, channels < 3 ? 0 : c])))
}

/** An image of at most so many columns, to be shown: whole numbers again. */
export const shownAt = (image: Tensor, most: number): Tensor => {
  const [height = 0, width = 0] = image.shape
  return width <= most ? image
    : T.map(resize(image, Math.max(1, Math.round(height * most / width)), most), Math.round)
}

/** An image (H, W, C) as a batch of one (1, C, H, W). */
export const batchOfOne = (image: Tensor): Tensor => T.expandDims(T.moveaxis(image, 2, 0), 0)

/** Channel c of image n of a batch, (H, W, 1). */
export const channelOf = (batch: Tensor, n: number, c: number): Tensor => T.expandDims(T.row(T.row(batch, n), c), 2)
