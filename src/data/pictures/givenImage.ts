import { refuse } from '../../prelude/index.js'
import { showShape } from '../../number/Shape.js'
import type { Tensor } from '../../tensor/index.js'
import { givenTensor } from '../../tensor/Tensor.js'

/** An image (H, W, C) that has an entry, and its height, width and channels. */
export const givenImage = (place: string, image: Tensor): readonly [number, number, number] => {
  const { shape, data } = givenTensor(place, image)
  const [height = 0, width = 0, channels = 0] = shape
  return shape.length === 3 && data.length > 0 ? [height, width, channels]
    : refuse('shape', place, 'an image (H, W, C) of one entry at least', showShape(shape))
}
