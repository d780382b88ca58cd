import { everyCase, type Study, studyOf } from '../../../src/study/index.js'
import { learned } from './double-moon.js'
import { moonRuns, spread, spreadText } from './moonRuns.js'
import { drawnMoons, moonFiles, readMoons } from './moons.js'
import { type SweepOf, sweepOutcome, trainErrors } from './moonSweep.js'

const documented = { hidden: [1, 2, 5, 7, 10, 100], rate: 0.02, epochs: 40, runs: 5 }

/** The double moon with one to a hundred hidden units. */
export const experiment: Study = studyOf({
  name: 'hidden-units', document: 'object-recognition-2', place: 'task 1.8', title: 'The number of hidden units',
  about: 'The double moon with learning rate .02 and six numbers of hidden units, five runs each.',
  reported: 'With 1 and 2 units the mean training errors are 8.46 % and 8.14 %; with 5, 7, 10 and 100 they are .10, 0, .02 and 0 %.',
  documented, short: { ...documented, epochs: 20 }, seconds: { short: 35, documented: 80 },
  files: moonFiles, draw: (_, seed) => drawnMoons(seed), read: readMoons,
  run: function* ({ settings, data, seed }) {
    const { hidden, rate, epochs, runs } = settings
    const sweep: Array<SweepOf> = []
    for (const units of hidden) {
      sweep.push({ value: units, runs: yield* moonRuns(`hidden-${units}`, data, { hidden: units, rate, epochs }, runs, seed) })
    }
    const [few, many] = [sweep.filter(({ value }) => value <= 2), sweep.filter(({ value }) => value >= 5)]
    const means = (of: ReadonlyArray<SweepOf>) => of.map(one => spread(trainErrors(one)).mean)
    const isComplete = epochs >= documented.epochs && few.length > 0 && many.length > 0
    const outcome = sweepOutcome('hidden units', sweep, epochs)
    const boundaries = sweep.flatMap(({ value, runs: [first] }) =>
      (first === undefined ? [] : [learned(data, value, first.solving, ` with ${value} hidden ${value === 1 ? 'unit' : 'units'}`)]))
    return {
      ...outcome, pictures: [...outcome.pictures, ...boundaries],
      findings: !isComplete ? [] : [
        everyCase({
          id: 'hidden-units/too-few', rows: ['A2-TR-10'],
          statement: 'with 1 or 2 hidden units the mean training error is from 6 to 12 %'
        }, few.map(of => {
          const [mean = NaN] = means([of])
          return { name: `${of.value} units`, holds: mean >= 6 && mean <= 12, found: spreadText(trainErrors(of)) }
        })),
        everyCase({
          id: 'hidden-units/enough', rows: ['A2-TR-10', 'A2-TR-12'],
          statement: 'with 5 or more hidden units the mean training error is below all of those with 1 or 2'
        }, many.map(of => ({
          name: `${of.value} units`, holds: (means([of])[0] ?? NaN) < Math.min(...means(few)), found: spreadText(trainErrors(of))
        })))
      ]
    }
  }
})
