import { logisticNet, parameterCount } from '../../../src/model/index.js'
import { boundary, gridOver, linePlot, type Region } from '../../../src/drawing/index.js'
import type { Solving } from '../../../src/solver/index.js'
import { type Drawn, everyCase, type Study, studyOf, told, trained } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import { drawnMoons, type Epoch, epochsOf, moonFiles, type Moons, moonSolver, readMoons } from './moons.js'

const documented = { hidden: 7, rate: 0.02, epochs: 100 }

/** One training on the double moon, with the boundary that is learned and the course of the errors. */
export const experiment: Study = studyOf({
  name: 'double-moon', document: 'object-recognition-2', place: 'question 1', title: 'The double moon',
  about: 'A net with one hidden layer learns to tell two half moons apart, a point a step.',
  reported: 'With 7 hidden units and learning rate .02, five runs of 100 epochs all end with no error on either set.',
  documented, short: documented, seconds: { short: 6, documented: 6 },
  files: moonFiles, draw: (_, seed) => drawnMoons(seed), read: readMoons,
  run: function* ({ settings, data, seed }) {
    const { hidden, rate } = settings
    yield* told(`${data.training.labels.length} training and ${data.validation.labels.length} validation points`)
    yield* told(`${hidden} hidden units (${parameterCount(logisticNet({ hidden }), [2])} parameters), learning rate ${rate}`)
    const solver = moonSolver(data, settings)
    const { tag, solving } = yield* trained('run', solver, seed)
    const epochs = epochsOf(solver, solving)
    const [{ trainError, validationError }] = epochs.slice(-1) as [Epoch]
    if (epochs.length === 1) yield* told(untrained)
    const isDocumented = JSON.stringify(settings) === JSON.stringify(documented)
    return {
      results: { trainError, validationError, ended: tag, epochs: epochs.length - 1 },
      tables: [{
        title: 'errors', columns: ['epoch', 'loss', 'training error', 'validation error'],
        rows: epochs.filter(isTold).map(({ epoch, ...of }) => [
          `${epoch}`, Number.isNaN(of.loss) ? '' : of.loss.toFixed(4), percent(of.trainError), percent(of.validationError)
        ])
      }],
      pictures: [learned(data, hidden, solving), lossCurve(epochs), errorCurves(epochs)],
      findings: isDocumented ? [everyCase({
        id: 'double-moon/no-error', rows: ['A2-TR-04'],
        statement: 'after 100 epochs with 7 hidden units and learning rate .02 no training point is on the wrong side'
      }, [{ name: `seed ${seed}`, holds: trainError === 0, found: percent(trainError) }])] : []
    }
  }
})

const untrained = 'At epoch 0 the net answers 0 to every point. A score of 0 is on neither side and counts as wrong.'

export const percent = (of: number): string => `${of.toFixed(1)} %`

/** 0, 1, 2, 5, 10, 20, 50, ... and the last. */
const isTold = ({ epoch }: Epoch, at: number, epochs: ReadonlyArray<Epoch>): boolean =>
  epoch === 0 || at === epochs.length - 1 || /^[125]0*$/.test(String(epoch))

const region: Region = { x: [-2, 4], y: [-5, 3], step: 0.05 }
const grid = gridOver(region)

/** Where the output of the net changes its sign, and the training points. */
export const learned = (
  { training: { x, labels } }: Moons, hidden: number, { training }: Solving, of = ''
): Drawn => {
  const ofClass = (label: number) =>
    labels.flatMap((l, i) => (l === label ? [{ x: T.at(x, [i, 0]), y: T.at(x, [i, 1]) }] : []))
  const scores = logisticNet({ hidden }).infer(training.params, training.state)(T.fromNested(grid.map(p => [p.x, p.y])))
  return {
    name: `boundary${of.replaceAll(' ', '-')}`, title: `The boundary${of}`, caption: 'Where the output of the net changes its sign, and the training points.',
    svg: linePlot({
      title: of === '' ? 'Training points and the boundary between the classes' : `Training points and the boundary${of}`, x: { label: 'x', log: false }, y: { label: 'y', log: false },
      series: [
        { label: 'class -1', points: ofClass(-1), marks: true }, { label: 'class +1', points: ofClass(1), marks: true },
        { label: 'boundary', points: boundary(region, scores.data), marks: true }
      ]
    })
  }
}

const lossCurve = (epochs: ReadonlyArray<Epoch>): Drawn => ({
  name: 'loss', title: 'The loss', caption: 'The logistic loss, the mean over the steps of each epoch.',
  svg: linePlot({
    title: 'Loss against epochs', x: { label: 'epoch', log: false }, y: { label: 'loss', log: true },
    series: [{ label: 'training loss', points: epochs.slice(1).map(({ epoch, loss }) => ({ x: epoch, y: loss })) }]
  })
})

const errorCurves = (epochs: ReadonlyArray<Epoch>): Drawn => ({
  name: 'errors', title: 'The errors', caption: 'The share of points on the wrong side of the boundary, from the first epoch on. Before it the net answers 0 to every point: that is neither side, and all are wrong.',
  svg: linePlot({
    title: 'Errors against epochs', x: { label: 'epoch', log: false }, y: { label: 'error, percent', log: false },
    series: [
      { label: 'training', points: epochs.slice(1).map(({ epoch, trainError }) => ({ x: epoch, y: trainError })) },
      { label: 'validation', points: epochs.slice(1).map(({ epoch, validationError }) => ({ x: epoch, y: validationError })) }
    ]
  })
})
