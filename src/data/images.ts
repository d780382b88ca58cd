import { refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { centred, type Preprocessing } from './preprocessing.js'

const fourAxes = (place: string, axes: string, x: Tensor): Tensor =>
  (givenTensor(place, x).shape.length === 4 ? x : refuse('shape', place, `images of shape ${axes}`, showShape(x.shape)))

/**
 * Images with their channels before height and width, as the layers take them: (N, H, W, C) becomes (N, C, H, W).
 *
 * @example
 * channelsFirst(T.zeros([5, 32, 24, 3])).shape // [5, 3, 32, 24]
 *
 * @source The axis orders NHWC and NCHW
 */
export const channelsFirst = (images: Tensor): Tensor =>
  T.transpose(fourAxes('channelsFirst', '(N, H, W, C)', images), [0, 3, 1, 2])

/**
 * Images with their channels last, as files of pictures have them: (N, C, H, W) becomes (N, H, W, C).
 *
 * @example
 * channelsLast(T.zeros([5, 3, 32, 24])).shape // [5, 32, 24, 3]
 *
 * @source The axis orders NHWC and NCHW
 */
export const channelsLast = (images: Tensor): Tensor =>
  T.transpose(fourAxes('channelsLast', '(N, C, H, W)', images), [0, 2, 3, 1])

/** Images (N, C, H, W) with entries, and others that agree with them in the axes from 1 up to `axes`. */
const checked = (place: string, fit: Tensor): Tensor =>
  (fourAxes(place, '(N, C, H, W)', fit).data.length > 0 ? fit
    : refuse('shape', place, 'images of shape (N, C, H, W), one entry at least', showShape(fit.shape)))
const alike = (place: string, fit: Tensor, axes: number, x: Tensor): Tensor =>
  (fourAxes(place, '(N, C, H, W)', x).shape.slice(1, axes).every((size, k) => size === fit.shape[k + 1]) ? x
    : refuse('shape', place, `images with axes from 1 as in ${showShape(fit.shape)}`, showShape(x.shape)))

/**
 * Subtraction of the mean image: each entry of an image less the mean of this entry over the images given first.
 *
 * Shapes: (N, C, H, W). An entry that is the same in all of them becomes exactly 0.
 *
 * @example
 * const fit = T.fromFlat([2, 1, 1, 2], [1, 10, 3, 10])
 * T.toNested(centredByPixel(fit)(fit)) // [[[[-1, 0]]], [[[1, 0]]]]
 *
 * @source Notes on CS231n, data preprocessing
 */
export const centredByPixel: Preprocessing = fit => {
  const place = 'centredByPixel'
  const count = checked(place, fit).shape[0] ?? 0
  const size = fit.data.length / count
  const byPixel = centred(T.reshape(fit, [count, size]))
  return x => T.reshape(byPixel(T.reshape(alike(place, fit, 4, x), [x.shape[0] ?? 0, size])), x.shape)
}

/**
 * Subtraction of the mean colour: each entry of an image less the mean of its channel over all pixels of the images given first.
 *
 * Shapes: (N, C, H, W); the images that follow may have another height and width. A channel that is constant becomes exactly 0.
 *
 * @example
 * const fit = T.fromFlat([1, 2, 1, 2], [1, 3, 10, 10])
 * T.toNested(centredByChannel(fit)(fit)) // [[[[-1, 1]], [[0, 0]]]]
 *
 * @source Notes on CS231n, data preprocessing
 */
export const centredByChannel: Preprocessing = fit => {
  const place = 'centredByChannel'
  const channels = checked(place, fit).shape[1] ?? 0
  const pixels = (x: Tensor): Tensor => T.reshape(channelsLast(x), [x.data.length / channels, channels])
  const byChannel = centred(pixels(fit))
  return x => {
    const [count = 0, , height = 0, width = 0] = alike(place, fit, 2, x).shape
    return channelsFirst(T.reshape(byChannel(pixels(x)), [count, height, width, channels]))
  }
}
