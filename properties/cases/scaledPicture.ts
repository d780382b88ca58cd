import { scaledToRange } from '../../src/data/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

/** A picture in [-1, 1], by the min-max scaling that is exported: all of its pixels are one column. */
export const scaledPicture = (picture: Tensor): Tensor => {
  const column = T.reshape(picture, [-1, 1])
  return T.reshape(scaledToRange(column)(column), picture.shape)
}
