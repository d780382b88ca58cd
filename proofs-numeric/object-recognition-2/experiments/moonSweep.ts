import { linePlot } from '../../../src/drawing/index.js'
import type { Drawn, Outcome, Table } from '../../../src/study/index.js'
import { errorsByEpoch, type MoonRun, spread, spreadPoint, spreadText } from './moonRuns.js'

/** The runs of one value of a setting. */
export interface SweepOf {
  readonly value: number
  readonly runs: ReadonlyArray<MoonRun>
}

type Sweep = ReadonlyArray<SweepOf>

export const trainErrors = ({ runs }: SweepOf): ReadonlyArray<number> => runs.map(({ last }) => last.trainError)

const validationErrors = ({ runs }: SweepOf): ReadonlyArray<number> =>
  runs.map(({ last }) => last.validationError)

/** Results, table and pictures of a setting that takes several values, each with several runs. */
export const sweepOutcome = (
  what: string, sweep: Sweep, epochs: number
): Pick<Outcome, 'results' | 'tables' | 'pictures'> => ({
  results: {
    sweep: sweep.map(of => ({
      value: of.value, training: spread(trainErrors(of)), validation: spread(validationErrors(of)),
      runs: of.runs.map(({ seed, diverged, last }) =>
        ({ seed, diverged, trainError: last.trainError, validationError: last.validationError }))
    }))
  },
  tables: [sweepTable(what, sweep)],
  pictures: [finalErrors(what, sweep), meanCurves(what, sweep, epochs)]
})

const sweepTable = (what: string, sweep: Sweep): Table => ({
  title: 'final errors, mean and standard deviation',
  columns: [what, 'training error', 'validation error', 'runs without training error', 'runs that diverged'],
  rows: sweep.map(of => [
    `${of.value}`, spreadText(trainErrors(of)), spreadText(validationErrors(of)),
    `${trainErrors(of).filter(error => error === 0).length} of ${of.runs.length}`, `${of.runs.filter(run => run.diverged).length}`
  ])
})

const finalErrors = (what: string, sweep: Sweep): Drawn => ({
  name: 'final-errors', title: 'The final errors', caption: 'The mean over the runs, with a standard deviation to either side.',
  svg: linePlot({
    title: `Final errors against the ${what}`, x: { label: what, log: true }, y: { label: 'error, percent', log: false },
    series: [
      { label: 'training', marks: true, points: sweep.map(of => spreadPoint(of.value, trainErrors(of))) },
      // beside the bars of the training, which would hide them
      { label: 'validation', marks: true, points: sweep.map(of => spreadPoint(of.value * beside, validationErrors(of))) }
    ]
  })
})

const beside = 1.1

const meanCurves = (what: string, sweep: Sweep, epochs: number): Drawn => ({
  name: 'curves', title: 'The course of the training error',
  caption: 'The mean over the runs after each epoch, in a band of a standard deviation to either side.',
  svg: linePlot({
    title: `Training error against epochs, by ${what}`, x: { label: 'epoch', log: false }, y: { label: 'training error, percent', log: false },
    series: sweep.map(({ value, runs }) => ({
      label: `${what} ${value}`, points: errorsByEpoch(runs, epochs).map((errors, k) => spreadPoint(k + 1, errors))
    }))
  })
})
