import { linePlot } from '../../../src/drawing/index.js'
import { everyCase, type Study, studyOf } from '../../../src/study/index.js'
import { percent } from './double-moon.js'
import { moonRuns } from './moonRuns.js'
import { drawnMoons, moonFiles, readMoons } from './moons.js'

const documented = { hidden: 7, rate: 0.02, epochs: 100, runs: 5 }

/** The training on the double moon from five starts. */
export const experiment: Study = studyOf({
  name: 'five-starts', document: 'object-recognition-2', place: 'question 1', title: 'Five starts on the double moon',
  about: 'The training of double-moon from five random starts, with the errors that each ends with.',
  reported: 'All five runs end with no error on either set.',
  documented, short: { ...documented, epochs: 40 }, seconds: { short: 12, documented: 30 },
  files: moonFiles, draw: (_, seed) => drawnMoons(seed), read: readMoons,
  run: function* ({ settings, data, seed }) {
    const runs = yield* moonRuns('run', data, settings, settings.runs, seed)
    return {
      results: {
        runs: runs.map(({ seed: of, last: { trainError, validationError } }) =>
          ({ seed: of, trainError, validationError }))
      },
      tables: [{
        title: 'final errors', columns: ['seed', 'training error', 'validation error', 'first epoch without training error'],
        rows: runs.map(({ seed: of, epochs, last }) => [
          `${of}`, percent(last.trainError), percent(last.validationError),
          `${epochs.find(({ trainError }) => trainError === 0)?.epoch ?? 'none'}`
        ])
      }],
      pictures: [{
        name: 'errors', title: 'The training errors', caption: 'The share of training points on the wrong side, one curve a start.',
        svg: linePlot({
          title: 'Training error against epochs, from five starts',
          x: { label: 'epoch', log: false }, y: { label: 'training error, percent', log: false },
          series: runs.map(({ seed: of, epochs }) => ({
            label: `seed ${of}`, points: epochs.slice(1).map(({ epoch, trainError }) => ({ x: epoch, y: trainError }))
          }))
        })
      }],
      findings: settings.epochs < documented.epochs ? [] : [everyCase({
        id: 'five-starts/no-error', rows: ['A2-TR-04', 'A2-TR-05'],
        statement: 'from every start the training ends with no training point on the wrong side'
      }, runs.map(({ seed: of, last: { trainError } }) =>
        ({ name: `seed ${of}`, holds: trainError === 0, found: percent(trainError) })))]
    }
  }
})
