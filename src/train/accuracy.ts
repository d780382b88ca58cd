import { batches, type Examples } from '../data/index.js'
import type { Layer } from '../layer/index.js'
import { given, refuse, tabulate } from '../prelude/index.js'
import * as T from '../tensor/index.js'
import { givenLayer } from '../layer/givenLayer.js'
import { givenExamples } from './givenExperiment.js'
import type { Training } from './Training.js'

/**
 * The share of examples for which the class with the largest score, the smallest of equals, is the label.
 *
 * The model is used as at inference, with the parameters and the state of the training, on `batchSize` examples at a time; the last
 * batch may be smaller. Refuses to say it of no examples, and a batchSize that is no whole number from 1.
 *
 * @example
 * const model = sequence({ scores: Affine(2) })
 * const examples = labelled(T.fromNested([[1, 0], [0, 1], [3, 2]]), [0, 1, 1])
 * accuracy(model, examples)({ params: [{ w: T.eye(2), b: T.zeros([2]) }], state: [{}] }) // 2 / 3
 *
 * @source Notes on CS231n, solver
 */
export const accuracy = (
  model: Layer, examples: Examples<ReadonlyArray<number>>, batchSize: number = 100
): ((training: Pick<Training, 'params' | 'state'>) => number) => {
  givenLayer('accuracy', model, 'a model')
  givenExamples('accuracy', examples)
  given.whole('accuracy', 'batchSize', batchSize, 1)
  if (examples.count === 0) refuse('domain', 'accuracy', 'at least one example', 'none')
  return training => {
    const { params, state } = given.record('accuracy', 'a training (orThrow(begin(...)) gives one)', training)
    const infer = model.infer(params, state)
    const right = batches(tabulate(examples.count, i => i), batchSize).flatMap(positions => {
      const { x, target } = examples.take(positions)
      const predicted = T.argmax(infer(x), { axis: 1 })
      return target.filter((label, i) => label === predicted.data[i])
    })
    return right.length / examples.count
  }
}
