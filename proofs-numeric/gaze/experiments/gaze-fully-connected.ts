import { fullyConnectedNet } from '../../../src/model/index.js'
import { momentum } from '../../../src/optimizer/index.js'
import { solver } from '../../../src/solver/index.js'
import { type Study, studyOf, trained } from '../../../src/study/index.js'
import { courseOf, drawnGaze, finals, finalTable, panels } from './gazeData.js'

const documented = { images: 45000, asked: 9000, hidden: [100, 100, 100], rate: 1e-3, mu: 0.9, epochs: 20, batch: 256 }

/** The fully connected net that the assignment ends its first part with. On drawn images the course is shown and nothing is judged. */
export const experiment: Study = studyOf({
  name: 'gaze-fully-connected', document: 'gaze', place: 'task 1.10', title: 'The fully connected net',
  about: 'Three hidden layers of 100 units learn four classes of gaze from drawn eyes, with momentum. The decay .1 of the document, '
    + 'which its solver was never told, is left out (rows E228-OPT-01 and E228-BEST-01).',
  reported: 'After 20 epochs 64.70 % training, 63.73 % validation and 67.28 % test accuracy.',
  documented, short: { ...documented, images: 400, asked: 200, batch: 50 }, seconds: { short: 20, documented: 7000 },
  draw: drawnGaze,
  run: function* ({ settings: { hidden, rate, mu, epochs, batch }, data, seed }) {
    const of = solver({
      model: fullyConnectedNet({ hidden, classes: 4, weightScale: 5e-2 }), learningRate: rate, epochs, batchSize: batch,
      rule: learningRate => momentum({ learningRate, momentum: mu }),
      examples: data.training, validation: data.validation, replacement: false
    })
    const { solving } = yield* trained('run', of, seed)
    const courses = [courseOf('fully connected', of, solving)]
    return {
      results: { courses: finals(courses) }, tables: [finalTable(courses)], pictures: panels(courses), findings: []
    }
  }
})
