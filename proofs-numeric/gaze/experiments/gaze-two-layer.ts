import { panels } from '../../../src/drawing/index.js'
import { parameterCount, twoLayerNet } from '../../../src/model/index.js'
import { solver } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, told, trained } from '../../../src/study/index.js'
import { accuracyTable, course, percent } from '../../convnet-notebooks/experiments/course.js'
import { classes, drawnGaze, gazeFiles, readGaze, sizesOf } from './gazeData.js'

const documented = {
  training: 45000, validation: 9000, epochs: 10, batch: 256, hidden: 128, rate: 1e-3, decay: 0.8, weightScale: 0.05
}
const short = { ...documented, training: 1000, validation: 400, batch: 50, rate: 0.01 }

/** The two-layer net of the gaze assignment. */
export const experiment: Study = studyOf({
  name: 'gaze-two-layer', document: 'gaze', place: 'task 1.4', title: 'A two-layer net on images of eyes',
  about: 'A net with one hidden layer tells in which of four directions two eyes look, by stochastic gradient descent.',
  reported: 'After 10 epochs 56.2 % of the training and 54.8 % of the validation images are right; 50 % are asked for.',
  documented, short, seconds: { short: 20, documented: 1500 },
  files: gazeFiles, draw: (sizes, seed) => drawnGaze(sizes, seed), read: (files, sizes) => readGaze(files, sizes),
  run: function* ({ settings: { epochs, batch, hidden, rate, decay, weightScale }, data, seed }) {
    const model = twoLayerNet({ hidden, classes: classes.length, weightScale })
    yield* told(`${sizesOf(data)}; ${parameterCount(model, [1, 36, 120])} parameters`)
    const descent = solver({
      model, examples: data.training, validation: data.validation, learningRate: rate, decay, batchSize: batch,
      replacement: false, epochs
    })
    const { tag, solving } = yield* trained('run', descent, seed)
    const last = solving.checks.at(-1)
    const accuracy = last?.validation ?? NaN
    return {
      results: { ended: tag, trainingAccuracy: last?.training ?? null, validationAccuracy: last?.validation ?? null },
      tables: [accuracyTable(solving)],
      pictures: [
        { name: 'samples', title: 'Samples', caption: 'The first image of each class.', svg: panels({
          title: 'An image of each class of gaze', panels: data.samples.map((image, k) => ({ title: `class ${k}`, image }))
        }) },
        course('course', 'The course of the training', solving, descent.stepsPerEpoch)
      ],
      findings: epochs < documented.epochs ? [] : [everyCase({
        id: 'gaze-two-layer/half', rows: ['E228-TL-07'], statement: 'at least half of the validation images are right after 10 epochs'
      }, [{ name: `seed ${seed}`, holds: accuracy >= 0.5, found: percent(accuracy) }])]
    }
  }
})
