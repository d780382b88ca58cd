import { linePlot } from '../../../src/drawing/index.js'
import { type Study, shareOf, studyOf } from '../../../src/study/index.js'
import { percent } from './double-moon.js'
import { moonRuns } from './moonRuns.js'
import { drawnMoons, moonFiles, readMoons } from './moons.js'

const documented = { hidden: 7, rate: 0.02, epochs: 100, seeds: 40 }

/** How often the training on the double moon ends without an error. */
export const experiment: Study = studyOf({
  name: 'forty-starts', document: 'object-recognition-2', place: 'question 1', title: 'How often the double moon is learned',
  about: 'The training of double-moon from many starts (forty with --full), for five successes say little of how often it succeeds.',
  reported: 'Five runs of five end with no error, of which the document says that the algorithm always worked.',
  documented, short: { ...documented, seeds: 10, epochs: 50 }, seconds: { short: 30, documented: 240 },
  files: moonFiles, draw: (_, seed) => drawnMoons(seed), read: readMoons,
  run: function* ({ settings, data, seed }) {
    const runs = yield* moonRuns('run', data, settings, settings.seeds, seed)
    const errors = runs.map(({ last }) => last.trainError)
    const hits = errors.filter(error => error === 0).length
    return {
      results: {
        hits, draws: runs.length, trainErrors: errors, validationErrors: runs.map(({ last }) => last.validationError)
      },
      tables: [{
        title: 'starts with the same final training error', columns: ['training error', 'starts'],
        rows: [...new Set(errors)].sort((a, b) => a - b).map(error => [percent(error), `${errors.filter(e => e === error).length}`])
      }],
      pictures: [{
        name: 'final-errors', title: 'The final errors', caption: 'The errors that each start ends with; where both are equal, one mark covers the other.',
        svg: linePlot({
          title: 'Final errors by seed', x: { label: 'seed', log: false }, y: { label: 'error, percent', log: false },
          series: [
            { label: 'training', marks: true, points: runs.map(run => ({ x: run.seed, y: run.last.trainError })) },
            { label: 'validation', marks: true, points: runs.map(run => ({ x: run.seed, y: run.last.validationError })) }
          ]
        })
      }],
      findings: settings.epochs < documented.epochs ? [] : [shareOf({
        id: 'forty-starts/mostly', rows: ['A2-TR-04', 'A2-TR-05'],
        statement: 'a start ends without a training error with a probability of at least 80 %'
      }, { hits, draws: runs.length, least: 0.8 })]
    }
  }
})
