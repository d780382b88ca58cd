import { everyCase, type Study, studyOf } from '../../../src/study/index.js'
import { moonRuns, spread, spreadText } from './moonRuns.js'
import { drawnMoons, moonFiles, readMoons } from './moons.js'
import { type SweepOf, sweepOutcome, trainErrors } from './moonSweep.js'

const documented = { hidden: 7, rates: [2, 0.2, 0.02, 0.002], epochs: 40, runs: 5 }

/** The double moon with four learning rates. */
export const experiment: Study = studyOf({
  name: 'learning-rates', document: 'object-recognition-2', place: 'tasks 1.6 and 1.7', title: 'The learning rate',
  about: 'The double moon with 7 hidden units and four learning rates, five runs each.',
  reported: 'Rate 2 overflows and never learns; .2 and .02 end with the lowest errors; .002 is too slow for 40 epochs.',
  documented, short: { ...documented, epochs: 20 }, seconds: { short: 25, documented: 50 },
  files: moonFiles, draw: (_, seed) => drawnMoons(seed), read: readMoons,
  run: function* ({ settings, data, seed }) {
    const { hidden, rates, epochs, runs } = settings
    const sweep: Array<SweepOf> = []
    for (const rate of rates) {
      sweep.push({ value: rate, runs: yield* moonRuns(`rate-${rate}`, data, { hidden, rate, epochs }, runs, seed) })
    }
    const never = sweep.filter(({ value }) => value === 2)
    const isComplete = epochs >= documented.epochs
    const [middle, slow] = [0.02, 0.002].map(rate => sweep.find(({ value }) => value === rate))
    return {
      ...sweepOutcome('learning rate', sweep, epochs),
      findings: [
        ...never.map(of => everyCase({
          id: 'learning-rates/too-high', rows: ['A2-TR-07'],
          statement: 'with rate 2 no run ends without training errors'
        }, of.runs.map(run => ({
          name: `seed ${run.seed}`, holds: run.last.trainError > 0,
          found: `${run.last.trainError.toFixed(1)} %${run.diverged ? ', diverged' : ''}`
        })))),
        ...middle === undefined || slow === undefined || !isComplete ? [] : [everyCase({
          id: 'learning-rates/too-slow', rows: ['A2-TR-07'],
          statement: 'after 40 epochs rate .002 leaves a higher mean training error than rate .02'
        }, [{
          name: `${runs} runs`, holds: spread(trainErrors(slow)).mean > spread(trainErrors(middle)).mean,
          found: `${spreadText(trainErrors(slow))} and ${spreadText(trainErrors(middle))}`
        }])]
      ]
    }
  }
})
