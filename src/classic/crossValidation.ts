import { given, refuse } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'
import { givenLabelled, type Labelled } from './nearestNeighbours.js'

/** One way to divide the numbers of all examples: those to learn from, and those to try it on. */
export interface Fold {
  readonly training: ReadonlyArray<number>
  readonly validation: ReadonlyArray<number>
}

/**
 * The k-fold splits of n examples: each example is validated once, in runs of neighbours whose lengths differ by at most 1, the longer
 * ones first. Shuffle the examples before where their order says something.
 *
 * Refuses fewer than 2 folds, and more folds than examples.
 *
 * @example
 * kFold(5, 2)[0] // { training: [3, 4], validation: [0, 1, 2] }
 * kFold(5, 2)[1] // { training: [0, 1, 2], validation: [3, 4] }
 *
 * @source Notes on CS231n, validation sets and cross-validation
 */
export const kFold = (n: number, folds: number): ReadonlyArray<Fold> => {
  foldsOf('kFold', n, folds)
  const all = Array.from({ length: n }, (_, i) => i)
  const begin = (fold: number): number => fold * Math.floor(n / folds) + Math.min(fold, n % folds)
  return Array.from({ length: folds }, (_, fold) => {
    const isValidated = (i: number): boolean => i >= begin(fold) && i < begin(fold + 1)
    return { training: all.filter(i => !isValidated(i)), validation: all.filter(isValidated) }
  })
}

const foldsOf = (place: string, n: number, folds: number): void => {
  given.whole(place, 'n', n, 0)
  given.number(place, `2 to ${n} folds of ${n} examples`, folds, Number.isInteger(folds) && folds >= 2 && folds <= n)
}

/**
 * For each fold, the share of its examples that a classifier learned from the others labels rightly.
 *
 * @example
 * const points = T.fromNested([[0], [1], [10], [11]])
 * const labels = [0, 0, 1, 1]
 * crossValidate(data => nearestNeighbours(data), { points, labels }, 4) // [1, 1, 1, 1]
 *
 * @source Notes on CS231n, cross-validation
 */
export const crossValidate = (
  learn: (data: Labelled) => (queries: Tensor) => Tensor, data: Labelled, folds: number
): ReadonlyArray<number> => {
  given.callable('crossValidate', 'learn', learn)
  const { points, labels } = givenLabelled('crossValidate', data)
  foldsOf('crossValidate', labels.length, folds)
  return kFold(labels.length, folds).map(({ training, validation }) => {
    const classify = learn({ points: T.take(points, training), labels: training.map(i => labels[i] ?? NaN) })
    const answers = classify(T.take(points, validation))
    if (answers.data.length !== validation.length) {
      refuse('shape', 'crossValidate', `${validation.length} answers of the classifier`, `${answers.data.length}`)
    }
    return validation.filter((i, k) => answers.data[k] === labels[i]).length / validation.length
  })
}
