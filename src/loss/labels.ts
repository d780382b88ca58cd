import { refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import { tabulate, type Tensor } from '../tensor/index.js'

/** The labels as rows of 0 with a 1 in the label's column, once each is known to be a class. */
export const checkedLabels = (place: string, labels: ReadonlyArray<number>, scores: Tensor): Tensor => {
  const [examples = 0, classes = 0] = scores.shape
  if (scores.shape.length !== 2 || examples !== labels.length || examples === 0) {
    refuse('shape', place, `scores with a row for each of ${labels.length} labels`, `scores of shape ${showShape(scores.shape)}`)
  }
  const wrong = labels.find(label => !(Number.isInteger(label) && label >= 0 && label < classes))
  if (wrong !== undefined) refuse('domain', place, `labels from 0 to ${classes - 1}`, String(wrong))
  return tabulate(scores.shape, (i = 0, j) => (labels[i] === j ? 1 : 0))
}
