import { given, refuse } from '../prelude/index.js'
import { choice, normals, type Random } from '../random/index.js'
import type { Assessed } from '../loss/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenTensor } from '../tensor/Tensor.js'
import { givenData, givenWeights, type LinearData } from './linearClassifier.js'

export interface LearnOptions {
  /** The objective of a batch: `linearSvm`, `linearSoftmax`, or one of the caller's own. */
  readonly objective: (data: LinearData) => (w: Tensor) => Assessed
  /** 1e-3 unless said. */
  readonly learningRate?: number
  /** How many batches: 100 unless said. */
  readonly iterations?: number
  /** How many examples are drawn for each, with replacement: 200 unless said. */
  readonly batchSize?: number
  /** Where to go on from; unless said, weights of standard deviation 0.001 for as many classes as the largest label and one more. */
  readonly w?: Tensor
}

/** The weights at the end, and the objective of each batch before its step. */
export interface Learned {
  readonly w: Tensor
  readonly losses: ReadonlyArray<number>
}

/**
 * The linear classifier of the notes, without a bias: w <- w - learningRate dw, the gradient being that of the objective of a batch that
 * is drawn with replacement. Weights are made when the data are known, and kept by giving those learned as `w` again.
 *
 * Shapes: x (N, D), labels N whole numbers from 0, w (D, C). lambda is 1e-5 unless the data say another, as in the notes.
 * Refuses options that it does not know, data as linearSvm does, and w that does not fit x.
 *
 * @example
 * const data = { x: T.fromNested([[1], [-1]]), labels: [0, 1] }
 * const { w, losses } = R.run(learnLinear({ objective: linearSvm, learningRate: 0.1 })(data), R.seedOf(1))
 * losses.length // 100
 * T.toNested(predictLinear(w)(data.x)) // [0, 1]
 *
 * @source Notes on CS231n, assignment 1, LinearClassifier
 */
export const learnLinear = (options: LearnOptions): ((data: LinearData) => Random<Learned>) => {
  const place = 'learnLinear'
  const { objective, learningRate = 1e-3, iterations = 100, batchSize = 200, w } = given.options(
    place, options, ['objective', 'learningRate', 'iterations', 'batchSize', 'w']
  )
  given.callable(place, 'objective', objective)
  given.number(place, 'a finite learningRate of at least 0', learningRate, learningRate >= 0 && learningRate < Infinity)
  given.whole(place, 'iterations', iterations, 0)
  given.whole(place, 'batchSize', batchSize, 1)
  if (w !== undefined) givenTensor(place, w, 'w')
  return data => {
    const { x, labels, lambda } = givenData(place, { lambda: 1e-5, ...data })
    if (labels.length === 0) refuse('shape', place, 'at least one example', 'none')
    for (const label of labels) given.whole(place, 'labels', label, 0)
    const start = w === undefined ? undefined : givenWeights(place, w, x)
    const classes = labels.reduce((most, label) => Math.max(most, label + 1), 1)
    return seed => {
      const [draws, next] = start === undefined ? normals([x.shape[1] ?? 0, classes])(seed) : [start, seed]
      let [weights, after] = [start ?? T.mul(draws, 0.001), next]
      const losses: Array<number> = []
      for (let k = 0; k < iterations; k++) {
        const [batch, later] = choice(labels.length, batchSize, { replacement: true })(after)
        const { value, gradient } = objective({
          x: T.take(x, batch), labels: batch.map(i => labels[i] ?? NaN), lambda
        })(weights)
        weights = T.sub(weights, T.mul(gradient, learningRate))
        after = later
        losses.push(value)
      }
      return [{ w: weights, losses }, after]
    }
  }
}
