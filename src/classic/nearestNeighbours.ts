import { given, refuse } from '../prelude/index.js'
import { showShape } from '../number/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenLabels } from '../loss/labels.js'
import { givenTensor } from '../tensor/Tensor.js'
import { type DistanceOptions, givenPoints, givenWays, pairwiseDistances } from './pairwiseDistances.js'

/**
 * The labels that the k nearest points vote for, from the distances to all of them.
 *
 * Of points equally far, those with smaller index come first; of labels with as many votes, the smallest wins.
 * Shapes: distances (M, N), labels N whole numbers from 0, the result (M). A k above N asks all points.
 * Refuses a k below 1, labels that do not fit, no points at all, and distances that are NaN, which would otherwise count as the farthest.
 *
 * @example
 * const distances = T.fromNested([[3, 1, 2, 1]])
 * T.toNested(nearestLabels(distances, [0, 2, 1, 2], 1)) // [2]
 * T.toNested(nearestLabels(distances, [3, 1, 0, 3], 2)) // [1]
 *
 * @source Notes on CS231n, k-nearest neighbour classifier and assignment 1
 */
export const nearestLabels = (distances: Tensor, labels: ReadonlyArray<number>, k: number): Tensor => {
  givenTensor('nearestLabels', distances, 'distances')
  givenClasses('nearestLabels', labels)
  const [queries = 0, points = 0] = distances.shape
  if (distances.shape.length !== 2 || points !== labels.length || points === 0) {
    refuse('shape', 'nearestLabels', `distances with a column for each of ${labels.length} labels`, `distances of shape ${showShape(distances.shape)}`)
  }
  given.whole('nearestLabels', 'k', k, 1)
  if (Array.from(distances.data).some(Number.isNaN)) refuse(
    'domain', 'nearestLabels', 'distances that are numbers', 'NaN'
  )
  const order = T.argsort(distances, 1)
  const winner = (i: number): number => {
    const nearest = Array.from(T.row(order, i).data).slice(0, k)
    return T.item(T.argmax(T.bincount(T.take(T.fromNested(labels), nearest))))
  }
  return T.fromFlat([queries], Array.from({ length: queries }, (_, i) => winner(i)))
}

/** Labels that can be counted: whole numbers from 0. */
const givenClasses = (place: string, labels: ReadonlyArray<number>): ReadonlyArray<number> => {
  for (const label of givenLabels(place, labels)) given.whole(place, 'labels', label, 0)
  return labels
}

/** Points, one a row, and a label for each. */
export interface Labelled {
  readonly points: Tensor
  readonly labels: ReadonlyArray<number>
}

/** Points with their labels at the door of a function. */
export const givenLabelled = (place: string, data: Labelled): Labelled => {
  const { points, labels } = given.options(place, data, ['points', 'labels'])
  givenPoints(place, 'points', points)
  if (givenClasses(place, labels).length !== points.shape[0]) {
    refuse('shape', place, `a label for each of ${points.shape[0]} points`, `${labels.length}`)
  }
  return data
}

export interface NeighbourOptions extends DistanceOptions {
  /** How many neighbours vote; 1 unless said. */
  readonly k?: number
}

/**
 * The classifier that remembers its points: a query gets the label of most of its k nearest, as `nearestLabels` counts them.
 *
 * Shapes: points (N, D), labels N whole numbers from 0, queries (M, D), the result (M).
 *
 * @example
 * const points = T.fromNested([[0, 0], [0, 1], [5, 5]])
 * const classify = nearestNeighbours({ points, labels: [0, 0, 1] }, { k: 1 })
 * T.toNested(classify(T.fromNested([[1, 1], [4, 4]]))) // [0, 1]
 *
 * @source Notes on CS231n, k-nearest neighbour classifier
 */
export const nearestNeighbours = (data: Labelled, settings: NeighbourOptions = {}): ((queries: Tensor) => Tensor) => {
  const place = 'nearestNeighbours'
  const { points, labels } = givenLabelled(place, data)
  const { k = 1, ...options } = given.options(place, settings, ['k', 'metric', 'form'])
  given.whole(place, 'k', k, 1)
  givenWays(place, options)
  return queries => {
    givenPoints(place, 'queries', queries, points)
    return nearestLabels(pairwiseDistances(queries, points, options), labels, k)
  }
}
