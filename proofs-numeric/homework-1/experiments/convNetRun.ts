import type { Layer } from '../../../src/layer/index.js'
import { parameterCount } from '../../../src/model/index.js'
import { solver, type SolverOptions } from '../../../src/solver/index.js'
import { type Outcome, type Steps, told, trained } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import { type Cifar, examplesOf, imageShape, lessMeanImage } from '../../convnet-notebooks/experiments/cifar.js'
import { accuracyTable, course, filterPicture } from '../../convnet-notebooks/experiments/course.js'

/** A convolutional net trained on small images, less their mean, with its accuracies, its course and the filters of its first layer. */
export function* convNetRun(
  model: Layer, data: Cifar, seed: number, options: Pick<SolverOptions, 'penalty' | 'rule' | 'learningRate' | 'decay' | 'batchSize' | 'epochs'>
): Steps<Outcome> {
  const prepared = lessMeanImage(data.training)
  const [examples, validation] = [examplesOf(data.training, prepared), examplesOf(data.test, prepared)]
  yield* told(`${examples.count} training and ${validation.count} test images (${data.kind}), less the mean training image; `
    + `${parameterCount(model, imageShape)} parameters`)
  const descent = solver({ model, examples, validation, ...options })
  const { tag, solving } = yield* trained('run', descent, seed)
  const last = solving.checks.at(-1)
  return {
    results: { ended: tag, trainingAccuracy: last?.training ?? null, testAccuracy: last?.validation ?? null },
    tables: [accuracyTable(solving, 'test')],
    pictures: [
      course('course', 'The course of the training', solving, descent.stepsPerEpoch, 'test'),
      filterPicture(
        solving.training.params[0]?.['w'] ?? T.zeros([1, 3, 1, 1]),
        'Each filter of the first layer as a picture of its weights, stretched to the whole range of colours on its own.'
      )
    ],
    findings: []
  }
}
