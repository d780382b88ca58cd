import { given, refuse } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import type { Tensor } from '../tensor/index.js'

/** How much each class counts in a mean over examples, and which label does not count at all. */
export interface ClassOptions {
  /** A number of at least 0 for each class; all 1 unless said. */
  readonly weights?: ReadonlyArray<number>
  /** The label, a class or any other whole number, of examples that are left out; none unless said. */
  readonly ignored?: number
}

/** How much each example counts: the weight of its label, and 0 for one that is ignored. */
export interface ExampleWeights {
  readonly each: ReadonlyArray<number>
  readonly all: number
}

/** The weights of examples from the options of a loss, at its door. */
export const givenWeights = (
  place: string, labels: ReadonlyArray<number>, options: ClassOptions
): ExampleWeights => {
  const { weights, ignored } = given.options(place, options, ['weights', 'ignored'])
  for (const weight of weights === undefined ? [] : given.list(place, 'weights', weights)) {
    given.number(place, 'finite weights of at least 0', weight, weight >= 0 && weight < Infinity)
  }
  if (ignored !== undefined) given.whole(place, 'ignored', ignored, Number.MIN_SAFE_INTEGER)
  const each = labels.map(label => (label === ignored ? 0 : weightOf(place, weights, label)))
  const all = each.reduce((sum, weight) => sum + weight, 0)
  return all > 0 || labels.length === 0 ? { each, all }
    : refuse('domain', place, 'an example that counts', 'all of them ignored, or of weight 0')
}

const weightOf = (place: string, weights: ReadonlyArray<number> | undefined, label: number): number =>
  (weights === undefined ? 1
    : weights[label] ?? refuse('domain', place, `labels from 0 to ${weights.length - 1}, those of the weights`, given.kindOf(label)))

/** The weights of examples as a column, once there is a weight for each class. */
export const weightColumn = (
  place: string, { each }: ExampleWeights, { weights }: ClassOptions, classes: number
): Tensor =>
  (weights === undefined || weights.length === classes ? T.fromFlat([each.length, 1], each)
    : refuse('shape', place, `a weight for each of ${classes} classes`, `${weights.length} weights`))
