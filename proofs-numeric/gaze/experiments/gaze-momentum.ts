import { fullyConnectedNet } from '../../../src/model/index.js'
import { momentum } from '../../../src/optimizer/index.js'
import { solver } from '../../../src/solver/index.js'
import { everyCase, type Study, studyOf, trained } from '../../../src/study/index.js'
import { type Course, courseOf, drawnGaze, finals, finalTable, lastOf, panels } from './gazeData.js'

const documented = { images: 45000, asked: 9000, hidden: [256, 128, 64], rate: 1e-3, mu: 0.9, epochs: 5, batch: 256 }

/** Momentum against plain descent, as the assignment compares them and at equal effective rates. */
export const experiment: Study = studyOf({
  name: 'gaze-momentum', document: 'gaze', place: 'task 1.9', title: 'Momentum and plain descent',
  about: 'The same net from the same start with SGD, with momentum, and with SGD at the rate that momentum comes to: rate / (1 - mu). '
    + 'The document compares the first two alone, of which one takes steps ten times as long.',
  reported: 'After 5 epochs SGD has 38.58 % training and 33.38 % validation accuracy, momentum 62.14 % and 59.17 %.',
  documented, short: { ...documented, images: 400, asked: 200, batch: 50 }, seconds: { short: 25, documented: 7000 },
  draw: drawnGaze,
  run: function* ({ settings: { hidden, rate, mu, epochs, batch }, data, seed }) {
    const common = {
      model: fullyConnectedNet({ hidden, classes: 4, weightScale: 5e-2 }),
      examples: data.training, validation: data.validation, epochs, batchSize: batch, replacement: false
    }
    const effective = rate / (1 - mu)
    const kinds = [
      ['SGD', 'sgd', solver({ ...common, learningRate: rate })],
      ['momentum', 'momentum', solver({
        ...common, learningRate: rate, rule: learningRate => momentum({ learningRate, momentum: mu })
      })],
      [`SGD, rate ${Number(effective.toPrecision(6))}`, 'sgd-effective', solver({ ...common, learningRate: effective })]
    ] as const
    const courses: Array<Course> = []
    for (const [name, file, of] of kinds) {
      const { solving } = yield* trained(file, of, seed)
      courses.push(courseOf(name, of, solving))
    }
    const [plain, withMomentum] = courses as [Course, Course]
    return {
      results: { effective, courses: finals(courses) },
      tables: [finalTable(courses)], pictures: panels(courses),
      findings: [everyCase({
        id: 'gaze-momentum/higher', rows: ['E228-MOM-04', 'E228-MOM-05'],
        statement: 'at the same rate, whose steps come to 1 / (1 - mu) times the length, momentum ends with the higher training accuracy'
      }, [{
        name: `seed ${seed}`, holds: lastOf(withMomentum.training) > lastOf(plain.training),
        found: `${lastOf(withMomentum.training).toFixed(1)} % and ${lastOf(plain.training).toFixed(1)} %`
      }])]
    }
  }
})
