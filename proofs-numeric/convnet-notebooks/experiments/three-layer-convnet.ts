import { l2Penalty } from '../../../src/loss/index.js'
import { parameterCount, threeLayerConvNet } from '../../../src/model/index.js'
import { adam } from '../../../src/optimizer/index.js'
import { histories, solver } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, told, trained } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import { accuracy } from '../../../src/train/index.js'
import { cifarFiles, drawnCifar, examplesOf, imageShape, lessMeanImage, readCifar } from './cifar.js'
import { accuracyTable, course, filterPicture, percent } from './course.js'

const documented = {
  training: 49000, test: 1000, epochs: 1, batch: 50, rate: 1e-3, penalty: 1e-3,
  filters: 32, size: 7, hidden: 500, weightScale: 1e-3
}
const short = { ...documented, training: 1000, test: 300, epochs: 5, filters: 8, hidden: 50, weightScale: 1e-2 }

/** The three-layer convolutional net of the notebook, trained on small images, with what its first layer has learned. */
export const experiment: Study = studyOf({
  name: 'three-layer-convnet', document: 'convnet-notebooks', place: 'three-layer ConvNet', title: 'A convolutional net of three layers',
  about: 'Convolution, rectifier, pooling and two affine layers learn ten classes of small images with adam and a penalty on the weights.',
  reported: 'On CIFAR-10 with 500 hidden units, one epoch gives 47.6 % on the training images and 49.9 % on validation images; "greater than 40 %" is asked for.',
  documented, short, seconds: { short: 25, documented: 1500 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: function* ({ settings, data, seed }) {
    const { epochs, filters, size: filterSize, hidden, weightScale, batch, rate, penalty } = settings
    const model = threeLayerConvNet({ filters, filterSize, hidden, weightScale })
    const prepared = lessMeanImage(data.training)
    const [examples, validation] = [examplesOf(data.training, prepared), examplesOf(data.test, prepared)]
    yield* told(`${examples.count} training and ${validation.count} test images (${data.kind}), less the mean training image`)
    yield* told(`${filters} filters of ${filterSize} x ${filterSize}, ${hidden} hidden units: ${parameterCount(model, [...imageShape])} parameters`)
    const training = solver({
      model, examples, validation, penalty: l2Penalty(penalty, 'half'), rule: learningRate => adam({ learningRate }),
      learningRate: rate, batchSize: batch, epochs
    })
    const { tag, solving } = yield* trained('run', training, seed)
    const { losses, validation: onTest } = histories(solving)
    const onTraining = accuracy(model, examples)(solving.training)
    const isJudged = [documented, short].some(of => JSON.stringify(of) === JSON.stringify(settings))
    return {
      results: {
        ended: tag, steps: losses.length, firstLoss: losses[0] ?? null, lastLoss: losses.at(-1) ?? null,
        trainingAccuracy: onTraining, testAccuracy: onTest.at(-1) ?? null, bestTestAccuracy: solving.best.accuracy
      },
      tables: [accuracyTable(solving, 'test'), {
        title: 'at the end', columns: ['images', 'accuracy'],
        rows: [['all training images', percent(onTraining)], ['test images', percent(onTest.at(-1) ?? NaN)]]
      }],
      pictures: [
        course('course', 'The course of the training', solving, training.stepsPerEpoch, 'test'),
        filterPicture(
          solving.training.params[0]?.['w'] ?? T.zeros([1, 3, 1, 1]),
          'Each filter of the first layer as a picture of its weights, stretched to the whole range of colours on its own.'
        )
      ],
      findings: isJudged ? [everyCase({
        id: 'three-layer-convnet/forty-percent', rows: ['C231-3L-06'],
        statement: `after the training more than 40 % of the training images are classified right, on ${data.kind}`
      }, [{ name: `seed ${seed}`, holds: onTraining > 0.4, found: percent(onTraining) }])] : []
    }
  }
})
