import { linearClassifier, parameterCount, tanhConvNet } from '../../../src/model/index.js'
import { histories, solver, type SolverOptions } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, told, trained } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import { cifarFiles, drawnCifar, examplesOf, imageShape, readCifar, toUnit } from '../../convnet-notebooks/experiments/cifar.js'
import { accuracyTable, course, filterPicture, percent } from '../../convnet-notebooks/experiments/course.js'

const documented = {
  training: 50000, test: 10000, epochs: 20, linearEpochs: 10, batch: 64, rate: 0.01, weightScale: 0.05,
  first: 16, second: 128, hidden: 64
}
const short = { ...documented, training: 500, test: 200, epochs: 15, batch: 16, rate: 0.05, first: 8, second: 16 }

/** The convolutional net with tanh of the assignment, beside the linear net. */
export const experiment: Study = studyOf({
  name: 'cifar-tanh', document: 'object-recognition-2', place: 'question 3', title: 'A convolutional net with tanh on small images',
  about: 'Two convolutions with tanh and pooling and two affine layers learn ten classes of small images; a linear net does so beside it.',
  reported: 'The net has 258058 parameters. On CIFAR-10 it is right on 37, 43, 47, 49 and 51 % of the test images after epochs 1 to 5, and in the end on 63 %, against 41 % of the linear net.',
  documented, short, seconds: { short: 25, documented: 15000 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: function* ({ settings, data, seed }) {
    const { epochs, linearEpochs, batch, rate, weightScale, first, second, hidden } = settings
    const [examples, validation] = [examplesOf(data.training, toUnit), examplesOf(data.test, toUnit)]
    const given: Omit<SolverOptions<never>, 'model'> = {
      examples, validation, learningRate: rate, batchSize: batch, replacement: false
    }
    const model = tanhConvNet({ filters: [first, second], hidden, weightScale })
    yield* told(`${examples.count} training and ${validation.count} test images (${data.kind})`)
    yield* told(`${parameterCount(model, [...imageShape])} parameters`)
    const convolutional = solver({ ...given, model, epochs })
    const { tag, solving } = yield* trained('run', convolutional, seed)
    const linear = yield* trained('linear', solver({ ...given, model: linearClassifier(), epochs: linearEpochs }), seed)
    const [ofNet = NaN, ofLinear = NaN] = [solving, linear.solving].map(of => histories(of).validation.at(-1))
    const counted = parameterCount(tanhConvNet(), [...imageShape])
    const isJudged = [documented, short].some(of => JSON.stringify(of) === JSON.stringify(settings))
    return {
      results: { ended: tag, testAccuracy: ofNet, linearTestAccuracy: ofLinear, parameters: counted },
      tables: [accuracyTable(solving, 'test'), { ...accuracyTable(linear.solving, 'test'), title: 'accuracies of the linear net' }],
      pictures: [
        course('course', 'The course of the training', solving, convolutional.stepsPerEpoch, 'test'),
        filterPicture(
          solving.training.params[0]?.['w'] ?? T.zeros([1, 3, 1, 1]),
          'The weights of the first convolution as pictures, each stretched to the whole range of colours on its own.'
        )
      ],
      findings: [
        everyCase({ id: 'cifar-tanh/parameters', rows: ['A2-CI-20'], statement: 'the net of the assignment has 258058 parameters' },
          [{ name: 'count', holds: counted === 258058, found: `${counted}` }]),
        ...isJudged ? [everyCase({
          id: 'cifar-tanh/better', rows: ['A2-CI-14'],
          statement: `the convolutional net is right on more of the test images than the linear net, on ${data.kind}`
        }, [{ name: `seed ${seed}`, holds: ofNet > ofLinear, found: `${percent(ofNet)} and ${percent(ofLinear)}` }])] : []
      ]
    }
  }
})
