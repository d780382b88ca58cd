import { twoLayerNet } from '../../../src/model/index.js'
import { solver } from '../../../src/solver/index.js'
import { type Study, studyOf, trained } from '../../../src/study/index.js'
import { courseOf, drawnGaze, finals, finalTable, panels } from './gazeData.js'

const documented = { images: 45000, asked: 9000, hidden: 128, rate: 1e-3, decay: 0.8, epochs: 10, batch: 256 }

/** The two-layer net of the assignment. Its accuracies are of its own images; on drawn ones the course is shown and nothing is judged. */
export const experiment: Study = studyOf({
  name: 'gaze-two-layer', document: 'gaze', place: 'task 1.7', title: 'The two-layer net',
  about: 'A net of 128 hidden units learns four classes of gaze from drawn eyes, by SGD with a rate that decays (row E228-TL-07).',
  reported: 'After 10 epochs 56.20 % training and 54.78 % validation accuracy.',
  documented, short: { ...documented, images: 400, asked: 200, batch: 50 }, seconds: { short: 10, documented: 2000 },
  draw: drawnGaze,
  run: function* ({ settings: { hidden, rate, decay, epochs, batch }, data, seed }) {
    const of = solver({
      model: twoLayerNet({ hidden, classes: 4, weightScale: 5e-2 }),
      learningRate: rate, decay, epochs, batchSize: batch,
      examples: data.training, validation: data.validation, replacement: false
    })
    const { solving } = yield* trained('run', of, seed)
    const courses = [courseOf('two-layer net', of, solving)]
    return {
      results: { courses: finals(courses) }, tables: [finalTable(courses)], pictures: panels(courses), findings: []
    }
  }
})
