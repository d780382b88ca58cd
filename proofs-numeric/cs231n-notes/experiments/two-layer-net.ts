import { l2Penalty } from '../../../src/loss/index.js'
import { twoLayerNet } from '../../../src/model/index.js'
import { solver } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, told, trained } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import {
  cifarFiles, drawnCifar, examplesOf, imageShape, lessMeanImage, readCifar
} from '../../convnet-notebooks/experiments/cifar.js'
import { accuracyTable, course, filterPicture, percent } from '../../convnet-notebooks/experiments/course.js'

const documented = {
  training: 49000, test: 1000, epochs: 10, batch: 100, hidden: 100, rate: 1e-3, decay: 0.95, penalty: 0,
  weightScale: 1e-3
}
const short = { ...documented, training: 1000, test: 300, epochs: 15 }

/** The two-layer net of the notes, with the gap between its accuracies and the weights it learns. */
export const experiment: Study = studyOf({
  name: 'two-layer-net', document: 'cs231n-notes', place: 'two-layer net, figure 16', title: 'A net with one hidden layer',
  about: 'The net is trained by plain descent with a rate that decays each epoch; its hidden weights are shown as pictures.',
  reported: 'The gap between training and validation accuracy says how much a net overfits.',
  documented, short, seconds: { short: 20, documented: 2000 },
  files: cifarFiles, draw: (sizes, seed) => drawnCifar(sizes, seed), read: (files, sizes) => readCifar(files, sizes),
  run: function* ({ settings: { epochs, batch, hidden, rate, decay, penalty, weightScale }, data, seed }) {
    const prepared = lessMeanImage(data.training)
    const [examples, validation] = [examplesOf(data.training, prepared), examplesOf(data.test, prepared)]
    yield* told(`${examples.count} training and ${validation.count} test images (${data.kind}), less the mean training image`)
    const descent = solver({
      model: twoLayerNet({ hidden, weightScale }), examples, validation, penalty: l2Penalty(penalty, 'half'),
      learningRate: rate, decay, batchSize: batch, epochs
    })
    const { tag, solving } = yield* trained('run', descent, seed)
    const last = solving.checks.at(-1)
    const [seen, unseen] = [last?.training ?? NaN, last?.validation ?? NaN]
    // a column of the weights (3072, hidden) is the picture of a unit
    const weights = T.transpose(solving.training.params[0]?.['w'] ?? T.zeros([3072, 1]))
    return {
      results: { ended: tag, trainingAccuracy: seen, testAccuracy: unseen },
      tables: [accuracyTable(solving, 'test')],
      pictures: [
        course('course', 'The course of the training', solving, descent.stepsPerEpoch, 'test'),
        filterPicture(T.reshape(weights, [hidden, ...imageShape]), 'The weights of each hidden unit as a picture, each stretched on its own.')
      ],
      findings: epochs < short.epochs ? [] : [everyCase({
        id: 'two-layer-net/gap', rows: [], statement: 'at the end more training images than test images are right'
      }, [{ name: `seed ${seed}`, holds: seen > unseen, found: `${percent(seen)} and ${percent(unseen)}` }])]
    }
  }
})
