import { writePng } from '../data/readers/writePng.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/**
 * An image as the address of itself, which pages and SVG files show without any other file: a PNG in base 64.
 *
 * Shapes: (H, W) for grey, or (H, W, C) with C of 1 to 4 as writePng says. Refuses entries that are not whole numbers from 0 to 255.
 *
 * @example
 * imageUri(T.fromNested([[0, 255]])).slice(0, 33) // 'data:image/png;base64,iVBORw0KGgo'
 *
 * @source The data URL scheme, RFC 2397
 */
export const imageUri = (image: Tensor): string => {
  const bytes = writePng(givenTensor('imageUri', image).shape.length === 2 ? T.expandDims(image, 2) : image)
  return `data:image/png;base64,${btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))}`
}
