import { linearClassifier, parameterCount } from '../../../src/model/index.js'
import { histories, solver } from '../../../src/solver/index.js'
import { type Study, studyOf, told, trained } from '../../../src/study/index.js'
import { cifarFiles, drawnCifar, examplesOf, imageShape, readCifar, toUnit } from '../../convnet-notebooks/experiments/cifar.js'
import { accuracyTable, course } from '../../convnet-notebooks/experiments/course.js'

const documented = { training: 50000, test: 10000, epochs: 10, batch: 64, rate: 0.01, weightScale: 0.01 }
const short = { ...documented, training: 1000, test: 300 }

/** The single-layer net of the assignment on small images. */
export const experiment: Study = studyOf({
  name: 'cifar-linear', document: 'object-recognition-2', place: 'question 3', title: 'A linear net on small images',
  about: 'A single affine layer learns ten classes of small images by stochastic gradient descent.',
  reported: 'About 40 % of the test images are right after each epoch from the second to the seventh; loss and errors are said to decrease.',
  documented, short, seconds: { short: 5, documented: 200 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: function* ({ settings, data, seed }) {
    const { epochs, batch, rate, weightScale } = settings
    const model = linearClassifier({ weightScale })
    const [examples, validation] = [examplesOf(data.training, toUnit), examplesOf(data.test, toUnit)]
    yield* told(`${examples.count} training and ${validation.count} test images (${data.kind})`)
    yield* told(`${parameterCount(model, [...imageShape])} parameters`)
    const training = solver({
      model, examples, validation, learningRate: rate, batchSize: batch, epochs, replacement: false
    })
    const { tag, solving } = yield* trained('run', training, seed)
    const { losses, validation: onTest } = histories(solving)
    return {
      results: {
        ended: tag, steps: losses.length, testAccuracy: onTest.at(-1) ?? null, bestTestAccuracy: solving.best.accuracy
      },
      tables: [accuracyTable(solving, 'test')],
      pictures: [course('course', 'The course of the training', solving, training.stepsPerEpoch, 'test')],
      findings: []
    }
  }
})
