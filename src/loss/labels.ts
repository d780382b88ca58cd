import { given, refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import { tabulate, type Tensor } from '../tensor/index.js'
import { givenTensor, isTensor } from '../tensor/Tensor.js'

/** Labels at the door of a loss: an array of numbers. A tensor of them is another thing, and says so. */
export const givenLabels = (place: string, labels: ReadonlyArray<number>): ReadonlyArray<number> =>
  isTensor(labels) ? refuse('input', place, 'labels, an array such as [...t.data]', 'a tensor')
    : given.list(place, 'labels', labels)

/** The labels as rows of 0 with a 1 in the label's column, once each is known to be a class; that of an ignored label has no 1. */
export const checkedLabels = (
  place: string, labels: ReadonlyArray<number>, scores: Tensor, ignored?: number
): Tensor => {
  const [examples = 0, classes = 0] = givenTensor(place, scores, 'scores').shape
  if (scores.shape.length !== 2 || examples !== labels.length || examples === 0) {
    refuse('shape', place, `scores with a row for each of ${labels.length} labels`, `scores of shape ${showShape(scores.shape)}`)
  }
  const wrong = labels.findIndex(
    label => label !== ignored && !(Number.isInteger(label) && label >= 0 && label < classes)
  )
  if (wrong >= 0) refuse('domain', place, `labels from 0 to ${classes - 1}`, given.kindOf(labels[wrong]))
  return tabulate(scores.shape, (i, j) => (labels[i] === j && j !== ignored ? 1 : 0))
}
