import { type DistanceOptions, kFold, nearestLabels, pairwiseDistances } from '../../../src/classic/index.js'
import { planePlot } from '../../../src/drawing/index.js'
import { type Drawn, everyCase, type Steps, type Study, studyOf, timed, told } from '../../../src/study/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'
import { cifarFiles, drawnSets, percent, readSets, type Rows, rowsAt, runsOf, shareRight } from './images.js'

const ks = [1, 3, 5, 8, 10, 12, 15, 20, 50, 100]
const documented = { training: 5000, test: 500, folds: 5, ks }

/** The nearest-neighbour classifier: its three forms with their times, and cross-validation of k. */
export const experiment: Study = studyOf({
  name: 'nearest-neighbours', document: 'cs231n-notes', place: 'assignment 1, Q1', title: 'Nearest neighbours',
  about: 'Distances by two loops, by one, and by a product of matrices; then k is chosen by cross-validation.',
  reported: 'The forms give the same distances, and the one without loops is the quickest; on CIFAR-10 35 % (L1) and 38 % (L2) are right.',
  documented, short: { ...documented, training: 500, test: 100 }, seconds: { short: 6, documented: 300 },
  files: cifarFiles, draw: drawnSets, read: readSets,
  run: function* ({ settings, data }) {
    const [training, test] = [aroundZero(data.training), aroundZero(data.test)]
    const [two, one, none] = [
      yield* distances('two loops', test, training, { form: 'two loops' }),
      yield* distances('one loop', test, training, { form: 'one loop' }),
      yield* distances('no loop', test, training, { form: 'matrix' })
    ]
    const l1 = yield* distances('L1', test, training, { metric: 'l1', form: 'two loops' })
    const right = (distance: Tensor, k: number): number =>
      shareRight(nearestLabels(distance, training.labels, k), test.labels)
    const accuracy = { l1: right(l1.value, 1), l2: right(none.value, 1) }
    const tried = yield* crossValidated(training, settings)
    const best = tried.reduce((a, b) => (b.mean > a.mean ? b : a))
    yield* told(`the best k in ${settings.folds}-fold cross-validation is ${best.k}, right in ${percent(best.mean)}`)
    const forms = [['two loops', two], ['one loop', one], ['no loop', none]] as const
    return {
      results: {
        accuracyL1: accuracy.l1, accuracyL2: accuracy.l2, best: best.k, accuracyOfBest: right(none.value, best.k),
        folds: tried.map(({ k, shares }) => ({ k, shares: [...shares] }))
      },
      tables: [
        {
          title: `${test.labels.length} x ${training.labels.length} distances`, columns: ['form', 'time', 'speed-up', 'largest difference'],
          rows: forms.map(([name, { value, milliseconds }]) => [
            name, `${(milliseconds / 1000).toFixed(3)} s`, `${(two.milliseconds / milliseconds).toFixed(1)}x`,
            String(T.item(T.max(T.abs(T.sub(value, two.value)))))
          ])
        },
        {
          title: 'accuracy on the test images', columns: ['classifier', 'right'],
          rows: [
            ['k = 1, L1', percent(accuracy.l1)], ['k = 1, L2', percent(accuracy.l2)],
            [`k = ${best.k}, L2, chosen by cross-validation`, percent(right(none.value, best.k))]
          ]
        },
        {
          title: `${settings.folds}-fold cross-validation`, columns: ['k', 'mean', 'deviation', 'each fold, %'],
          rows: tried.map(({ k, mean, deviation, shares }) =>
            [`${k}`, percent(mean), percent(deviation), shares.map(share => (100 * share).toFixed(1)).join(' ')])
        }
      ],
      pictures: [errorBars(tried)],
      findings: [
        everyCase({
          id: 'nearest-neighbours/forms', rows: ['N231-KNN-10'],
          statement: 'all forms give the same distances: entries are whole numbers, so that no sum of squares is rounded'
        }, forms.map(([name, { value }]) =>
          ({ name, holds: T.equal(value, two.value), found: `${value.data.length} distances` }))),
        everyCase({
          id: 'nearest-neighbours/one', rows: ['N231-KNN-06'], statement: 'for k = 1 the label is that of the nearest image'
        }, [{
          name: 'test images', found: `${test.labels.length}`,
          holds: T.equal(nearestLabels(none.value, training.labels, 1), labelOfNearest(none.value, training.labels))
        }])
      ]
    }
  }
})

/** Distances stay as they are, and the form without loops, in which large squares would cancel, need not go back to differences. */
const aroundZero = ({ x, labels }: Rows): Rows => ({ x: T.sub(x, 128), labels })

const labelOfNearest = (distance: Tensor, labels: ReadonlyArray<number>): Tensor =>
  T.map(T.argmin(distance, { axis: 1 }), i => labels[i] ?? NaN)

const together = 20

/** All distances, some rows at a time so that it can be seen how far they are, and how long they took in all. */
function* distances(
  what: string, { x }: Rows, { x: t }: Rows, options: DistanceOptions
): Steps<{ readonly value: Tensor; readonly milliseconds: number }> {
  const runs = runsOf(x.shape[0] ?? 0, together)
  const parts: Array<Tensor> = []
  let all = 0
  for (const [k, rows] of runs.entries()) {
    yield { tag: 'progress', what: `distances, ${what}`, done: k, of: runs.length }
    const { value, milliseconds } = yield* timed(() => pairwiseDistances(T.take(x, rows), t, options))
    parts.push(value)
    all += milliseconds
  }
  return { value: T.concatenate(parts, 0), milliseconds: all }
}

/** How a k did in each fold. */
interface Tried {
  readonly k: number
  readonly shares: ReadonlyArray<number>
  readonly mean: number
  readonly deviation: number
}

function* crossValidated(
  data: Rows, settings: { readonly folds: number; readonly ks: ReadonlyArray<number> }
): Steps<ReadonlyArray<Tried>> {
  const byFold: Array<ReadonlyArray<number>> = []
  for (const [fold, { training, validation }] of kFold(data.labels.length, settings.folds).entries()) {
    const [from, on] = [rowsAt(data, training), rowsAt(data, validation)]
    const { value } = yield* distances(`fold ${fold + 1}`, on, from, {})
    byFold.push(settings.ks.map(k => shareRight(nearestLabels(value, from.labels, k), on.labels)))
  }
  return settings.ks.map((k, i) => {
    const shares = byFold.map(of => of[i] ?? NaN)
    const x = T.fromNested(shares)
    return { k, shares, mean: T.item(T.mean(x)), deviation: Math.sqrt(T.item(T.variance(x))) }
  })
}

const errorBars = (tried: ReadonlyArray<Tried>): Drawn => {
  const all = tried.flatMap(({ mean, deviation, shares }) =>
    [mean - deviation, mean + deviation, ...shares].map(share => 100 * share))
  return {
    name: 'cross-validation', title: 'Cross-validation of k',
    caption: 'Each fold, the mean of the folds, and a deviation up and down.',
    svg: planePlot({
      title: 'Accuracy against k', x: { label: 'k', range: [0, Math.max(...tried.map(({ k }) => k)) + 2] },
      y: { label: 'accuracy, percent', range: [Math.floor(Math.min(...all)) - 1, Math.ceil(Math.max(...all)) + 1] },
      series: [
        {
          label: 'a fold', marks: true,
          points: tried.flatMap(({ k, shares }) => shares.map(share => ({ x: k, y: 100 * share })))
        },
        { label: 'mean and deviation of the folds', points: tried.map(({ k, mean }) => ({ x: k, y: 100 * mean })) }
      ],
      bars: tried.map(({ k, mean, deviation }) =>
        ({ x: k, low: 100 * (mean - deviation), high: 100 * (mean + deviation) }))
    })
  }
}
