import { tabulate } from '../../../src/prelude/index.js'
import { reluConvNet } from '../../../src/model/index.js'
import { momentum, stepDecay } from '../../../src/optimizer/index.js'
import { solver } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, trained } from '../../../src/study/index.js'
import { type Course, courseOf, drawnGaze, finals, finalTable, lastOf, panels } from './gazeData.js'

const documented = { images: 45000, asked: 9000, rate: 0.01, mu: 0.9, epochs: 10, batch: 256, seeds: 10 }

/** The convolutional net of the assignment without and with batch normalisation. */
export const experiment: Study = studyOf({
  name: 'gaze-batch-norm', document: 'gaze', place: 'tasks 2.2 and 2.3', title: 'Batch normalisation in the convolutional net',
  about: 'The net of two convolutions learns four classes of gaze from drawn eyes, without and with batch normalisation, from each of '
    + 'several seeds. The rate falls to .9 of itself every two epochs. '
    + 'Weights begin normal with standard deviation .05; the document has those of its own library.',
  reported: 'After 10 epochs the test accuracy is 61.04 % without and 76.0 % with batch normalisation, from one start.',
  documented, short: { ...documented, images: 60, asked: 60, batch: 20, epochs: 3, seeds: 1 },
  seconds: { short: 30, documented: 400000 },
  draw: drawnGaze,
  run: function* ({ settings: { rate, mu, epochs, batch, seeds }, data, seed }) {
    const every = 2 * Math.ceil(data.training.count / batch)
    const netWith = (batchNorm: boolean) => solver({
      model: reluConvNet({ batchNorm, weightScale: 5e-2 }), epochs, batchSize: batch, replacement: false,
      learningRate: stepDecay({ learningRate: rate, factor: 0.9, every }),
      rule: learningRate => momentum({ learningRate, momentum: mu }),
      examples: data.training, validation: data.validation
    })
    const [without, withNorm] = [netWith(false), netWith(true)]
    const pairs: Array<readonly [Course, Course]> = []
    for (const of of tabulate(seeds, k => seed + k)) {
      const plain = yield* trained(`without-seed-${of}`, without, of)
      const normed = yield* trained(`with-seed-${of}`, withNorm, of)
      pairs.push([
        courseOf(`without, seed ${of}`, without, plain.solving), courseOf(`with batch norm, seed ${of}`, withNorm, normed.solving)
      ])
    }
    return {
      results: { courses: finals(pairs.flat()) },
      tables: [finalTable(pairs.flat())], pictures: panels(pairs[0] ?? []),
      findings: seeds < documented.seeds ? [] : [everyCase({
        id: 'gaze-batch-norm/better', rows: ['E228-CNN-05'],
        statement: 'on drawn eyes batch normalisation ends with the higher validation accuracy in at least 8 of 10 seeds'
      }, pairs.map(([plain, normed], k) => ({
        name: `seed ${seed + k}`, holds: lastOf(normed.validation) > lastOf(plain.validation),
        found: `${lastOf(normed.validation).toFixed(1)} % and ${lastOf(plain.validation).toFixed(1)} %`
      })), Math.ceil(0.8 * seeds))]
    }
  }
})
