import { l2Penalty } from '../../../src/loss/index.js'
import { parameterCount, twoLayerConvNet } from '../../../src/model/index.js'
import { momentum } from '../../../src/optimizer/index.js'
import { solver } from '../../../src/solver/index.js'
import { type Study, studyOf, told, trained } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import {
  cifarFiles, drawnCifar, examplesOf, imageShape, lessMeanImage, readCifar
} from '../../convnet-notebooks/experiments/cifar.js'
import { accuracyTable, course, filterPicture } from '../../convnet-notebooks/experiments/course.js'

const documented = {
  training: 49000, test: 1000, epochs: 1, batch: 50, rate: 1e-4, momentum: 0.9, decay: 0.95, penalty: 1e-3,
  filters: 32, size: 7, weightScale: 1e-2
}
const short = { ...documented, training: 500, test: 100, epochs: 3, filters: 8 }

/** The two-layer convolutional net of the homework's notebook. */
export const experiment: Study = studyOf({
  name: 'two-layer-convnet', document: 'homework-1', place: 'convnet notebook', title: 'A convolutional net of two layers',
  about: 'Convolution, rectifier, pooling and one affine layer learn ten classes of small images with momentum. The batch and the momentum '
    + 'are not printed in the document.',
  reported: 'An epoch ends with 51.4 % on training images and 52 % on the validation set.',
  documented, short, seconds: { short: 30, documented: 2500 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: function* ({ settings, data, seed }) {
    const { epochs, batch, rate, momentum: m, decay, penalty, filters, size, weightScale } = settings
    const model = twoLayerConvNet({ filters, filterSize: size, weightScale })
    const prepared = lessMeanImage(data.training)
    const [examples, validation] = [examplesOf(data.training, prepared), examplesOf(data.test, prepared)]
    yield* told(`${examples.count} training and ${validation.count} test images (${data.kind}), less the mean training image; `
      + `${parameterCount(model, imageShape)} parameters`)
    const descent = solver({
      model, examples, validation, penalty: l2Penalty(penalty, 'half'),
      rule: learningRate => momentum({ learningRate, momentum: m }), learningRate: rate, decay, batchSize: batch, epochs
    })
    const { tag, solving } = yield* trained('run', descent, seed)
    const last = solving.checks.at(-1)
    return {
      results: { ended: tag, trainingAccuracy: last?.training ?? null, testAccuracy: last?.validation ?? null },
      tables: [accuracyTable(solving, 'test')],
      pictures: [
        course('course', 'The course of the training', solving, descent.stepsPerEpoch),
        filterPicture(
          solving.training.params[0]?.['w'] ?? T.zeros([1, 3, 1, 1]),
          'Each filter of the first layer as a picture of its weights, stretched to the whole range of colours on its own.'
        )
      ],
      findings: []
    }
  }
})
