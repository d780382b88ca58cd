import { refuse } from '../prelude/index.js'
import { sameShape, showShape } from '../number/index.js'
import { norm, type Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/**
 * How large an update is beside what it changes: ||step|| / ||w||. About 1e-3 is usual in training that goes well.
 *
 * Shapes: any, the same for both. The step is what is added to w, such as minus the learning rate times the gradient.
 * Refuses weights that are all 0.
 *
 * @example
 * updateRatio(T.fromNested([3, 4]), T.fromNested([0, -0.5])) // 0.1
 *
 * @source Notes on CS231n, ratio of updates to weights
 */
export const updateRatio = (w: Tensor, step: Tensor): number => {
  if (!sameShape(givenTensor('updateRatio', w, 'w').shape, givenTensor('updateRatio', step, 'a step').shape)) {
    refuse('shape', 'updateRatio', `a step of shape ${showShape(w.shape)}, as w has`, showShape(step.shape))
  }
  const size = norm(w)
  return size === 0 ? refuse('domain', 'updateRatio', 'weights that are not all 0', 'zeros') : norm(step) / size
}
