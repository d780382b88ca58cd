import { parameterCount, twoLayerConvNet } from '../../../src/model/index.js'
import { adam } from '../../../src/optimizer/index.js'
import { solver } from '../../../src/solver/index.js'
import { type Study, studyOf, told, trained } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import {
  cifarFiles, drawnCifar, examplesOf, imageShape, lessMeanImage, readCifar
} from '../../convnet-notebooks/experiments/cifar.js'
import { accuracyTable, course, filterPicture } from '../../convnet-notebooks/experiments/course.js'

const documented = { training: 49000, test: 1000, epochs: 10, batch: 50, rate: 1e-3 }
const short = { ...documented, training: 500, test: 100, epochs: 3 }

/** A convolutional net whose first layer has ten filters. */
export const experiment: Study = studyOf({
  name: 'cifar-ten-filters', document: 'homework-1', place: 'the trained filters', title: 'A convolutional net of ten filters',
  about: 'Ten filters of 7 x 7, rectifier, pooling and one affine layer learn ten classes of small images; the filters are shown. '
    + 'The document prints neither rate nor number of epochs.',
  reported: 'Curves of loss and accuracy, and ten filters, are shown; no figures are printed.',
  documented, short, seconds: { short: 30, documented: 15000 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: function* ({ settings: { epochs, batch, rate }, data, seed }) {
    const model = twoLayerConvNet({ filters: 10, filterSize: 7 })
    const prepared = lessMeanImage(data.training)
    const [examples, validation] = [examplesOf(data.training, prepared), examplesOf(data.test, prepared)]
    yield* told(`${examples.count} training and ${validation.count} test images (${data.kind}); `
      + `${parameterCount(model, imageShape)} parameters`)
    const descent = solver({
      model, examples, validation, rule: learningRate => adam({ learningRate }), learningRate: rate,
      batchSize: batch, epochs
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
          'The ten filters as pictures of their weights, each stretched to the whole range of colours on its own.'
        )
      ],
      findings: []
    }
  }
})
