import { given, refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/** Light colours, each darker than the one before, so that they differ in black and white too. */
const colours: ReadonlyArray<readonly [number, number, number]> = [
  [238, 244, 252], [250, 222, 200], [178, 216, 190], [196, 172, 220], [214, 170, 70],
  [120, 150, 190], [190, 100, 130], [90, 120, 90], [100, 80, 120], [70, 70, 70]
]

/**
 * The classes of a grid of points as an image (H, W, 3). The rows of a grid go up, those of an image down.
 *
 * Shapes: labels (H, W), whole numbers from 0 to 9, as `decisionRegions` gives them; others are refused.
 *
 * @example
 * T.toNested(classColours(T.fromNested([[0], [1]]))) // [[[250, 222, 200]], [[238, 244, 252]]]
 *
 * @source Standard practice
 */
export const classColours = (labels: Tensor): Tensor => {
  const [height = 0, width = 0] = givenTensor('classColours', labels).shape
  if (labels.shape.length !== 2) refuse('shape', 'classColours', 'labels (H, W)', showShape(labels.shape))
  for (const label of labels.data) {
    given.number('classColours', `labels from 0 to ${colours.length - 1}`, label, colours[label] !== undefined)
  }
  return T.tabulate([height, width, 3], (h, w, c) => colours[T.at(labels, [height - 1 - h, w])]![c] ?? NaN)
}
