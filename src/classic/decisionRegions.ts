import { given, refuse } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'

/**
 * What a classifier of the plane says on a grid: entry (i, j) is its answer at (xs_j, ys_i).
 *
 * Shapes: xs (W), ys (H), the points given to the classifier (H W, 2), the result (H, W).
 *
 * @example
 * const right = points => T.greater(T.slice(points, [{}, 0]), 1)
 * T.toNested(decisionRegions(right, T.fromNested([0, 1, 2]), T.fromNested([5, 6]))) // [[0, 0, 1], [0, 0, 1]]
 *
 * @source Notes on CS231n, k-nearest neighbour classifier; Object recognition assignment 2, visualisation
 */
export const decisionRegions = (classify: (points: Tensor) => Tensor, xs: Tensor, ys: Tensor): Tensor => {
  given.callable('decisionRegions', 'classify', classify)
  for (const side of [givenTensor('decisionRegions', xs, 'xs'), givenTensor('decisionRegions', ys, 'ys')]) {
    if (side.shape.length !== 1) refuse(
      'shape', 'decisionRegions', 'xs and ys to be vectors', `${side.shape.length} axes`
    )
  }
  const [width, height] = [xs.data.length, ys.data.length]
  const points = T.tabulate([height * width, 2], (k, axis) =>
    (axis === 0 ? xs.data[k % width] : ys.data[Math.floor(k / width)]) ?? NaN)
  return T.reshape(classify(points), [height, width])
}
