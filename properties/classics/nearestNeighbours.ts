import fc from 'fast-check'
import {
  between, claim, equal, equalEntries, everyCase, type Law, type Plain, type Relation, sampled
} from '../../src/claim/index.js'
import type { DistanceForm, DistanceOptions, Labelled, Metric, NeighbourOptions } from '../../src/classic/index.js'
import * as definition from '../../src/definition/index.js'
import { ball, float64, point, toInterval } from '../../src/number/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'
import { quarters } from '../cases/quarters.js'
import { refuses } from '../judges/refuses.js'
import { atMostCases } from '../cases/fewer.js'

/** Nearest neighbours of anyone's own: distances of all pairs, the vote, and both together. */
export interface NeighbourSubject {
  readonly name: string
  readonly pairwiseDistances: (x: Tensor, t: Tensor, options?: DistanceOptions) => Tensor
  readonly nearestLabels: (distances: Tensor, labels: ReadonlyArray<number>, k: number) => Tensor
  readonly nearestNeighbours: (data: Labelled, options?: NeighbourOptions) => (queries: Tensor) => Tensor
}

const source = 'Notes on CS231n, nearest neighbour classifier'
const forms: ReadonlyArray<DistanceForm> = ['two loops', 'one loop', 'matrix']
const metrics: ReadonlyArray<Metric> = ['l1', 'l2']
const choices = forms.flatMap(form => metrics.map(metric => ({ form, metric })))

const points = { x: quarters([2, 3], 24), t: quarters([3, 3], 24) }

// What 40 bits know: as for layers.
const coarse = ball(40)
const lift = T.liftGrid(coarse.of)
const metricOf = { l1: definition.l1Distance(coarse), l2: definition.l2Distance(coarse) }

/** All rows moved by the same large number, and scaled until squares of them are no doubles. */
const moved = (x: Tensor, offset: number, exponent: number): Tensor => T.mul(T.add(x, offset), 2 ** exponent)

interface Near {
  readonly x: number
  readonly t: number
  readonly distance: number
}

// One feature, so that the distance is the difference, which is a double in each of these.
const near: ReadonlyArray<Near> = [
  { x: 0.3, t: 0.3000000000000002, distance: 0.3000000000000002 - 0.3 },
  { x: 1e8 + 1, t: 1e8, distance: 1 },
  { x: 94906267, t: 94906266, distance: 1 },
  { x: 0.7, t: 0.7, distance: 0 }
]

const far: ReadonlyArray<Near> = [
  { x: 16, t: 0, distance: 16 },
  { x: 255, t: 0, distance: 255 },
  { x: 200, t: 3, distance: 197 },
  { x: 1e200, t: 0, distance: 1e200 },
  { x: 1e-200, t: 0, distance: 1e-200 }
]

const column = (...xs: ReadonlyArray<number>): Tensor => T.fromFlat([xs.length, 1], xs)

const labelLists = (classes: number, length: number): ReadonlyArray<ReadonlyArray<number>> => length === 0
  ? [[]]
  : labelLists(classes, length - 1).flatMap(list => Array.from({ length: classes }, (_, label) => [...list, label]))

export const nearestNeighbourLaws: Law<NeighbourSubject> = (
  { name, pairwiseDistances, nearestLabels, nearestNeighbours }
) => {
  const single = ({ x, t, distance }: Near): ReadonlyArray<Relation<Plain>> => choices.map(choice =>
    equal<Plain>(T.item(pairwiseDistances(column(x), column(t), choice)), distance, `${choice.form}, ${choice.metric}`))
  const voted = (distances: ReadonlyArray<number>, labels: ReadonlyArray<number>, k: number): Relation<Plain> =>
    between('the vote gives', 'its definition', equal<Plain>(
      T.item(nearestLabels(T.fromFlat([1, distances.length], distances), labels, k)),
      definition.nearestLabel(float64)(distances, labels, k)))
  return [
    claim(
      {
        id: `${name}/near`,
        title: 'Points that nearly coincide are as far apart as they are: no form gives NaN, or 0 where they differ',
        statement: String.raw`d(x, t) = |x - t| > 0 \text{ for } x \ne t`,
        source: 'Notes on CS231n, assignment 1, the distances without loops',
        rows: ['N231-KNN-12', 'N231-KNN-13']
      },
      everyCase('four pairs of numbers, each metric and form', near, single)
    ),
    claim(
      {
        id: `${name}/far`,
        title: 'Intensities, 1e200 and 1e-200 are as far from 0 as they are: no square wraps or overflows',
        statement: String.raw`d(x, t) = |x - t|`,
        source: 'Notes on CS231n, assignment 1, the distances in loops',
        rows: ['N231-KNN-14']
      },
      everyCase('five pairs of numbers, each metric and form', far, single)
    ),
    claim(
      {
        id: `${name}/near-label`,
        title: 'A query next to a point is given the label of that point, by every form',
        statement: String.raw`\hat y(0.3) = y_1,\quad t = (0.3000000000000002,\ 5.3),\ y = (1, 0)`,
        source: 'Notes on CS231n, assignment 1, the distances without loops',
        rows: ['N231-KNN-12']
      },
      everyCase('each metric and form', choices, choice => [equal<Plain>(
        T.item(nearestNeighbours({ points: column(0.3000000000000002, 5.3), labels: [1, 0] }, choice)(column(0.3))),
        1)])
    ),
    claim(
      {
        id: `${name}/forms`,
        title: 'Two loops, one, the matrix form and expanded dimensions give the same bits on exact squares',
        statement: String.raw`\sqrt{\textstyle\sum_p (x_{ip} - t_{jp})^2} = \sqrt{\|x_i\|^2 + \|t_j\|^2 - 2 \langle x_i, t_j\rangle}`,
        source: 'Notes on CS231n, assignment 1, the distances with and without loops',
        rows: ['N231-KNN-10', 'N231-KNN-19', 'N231-KNN-20']
      },
      sampled<{ readonly x: Tensor; readonly t: Tensor }>(points, ({ x, t }) => {
        const differences = T.sub(T.expandDims(x, 1), t)
        const expanded = {
          l1: T.sum(T.abs(differences), { axis: 2 }), l2: T.sqrt(T.sum(T.mul(differences, differences), { axis: 2 }))
        }
        return choices.flatMap(choice =>
          equalEntries(pairwiseDistances(x, t, choice), expanded[choice.metric], `${choice.form}, ${choice.metric}`))
      })
    ),
    atMostCases(250, claim(
      {
        id: `${name}/distances`,
        title: 'Every form gives the distances of the definitions, far from 0 and at scales of 2^-700 to 2^700',
        statement: String.raw`d_1 = \sum_p |x_p - t_p|, \quad d_2 = \sqrt{\textstyle\sum_p (x_p - t_p)^2}`,
        source,
        rows: ['N231-KNN-01', 'N231-KNN-02', 'N231-KNN-13']
      },
      sampled<{ readonly x: Tensor; readonly t: Tensor; readonly offset: number; readonly exponent: number }>(
        { ...points, offset: fc.constantFrom(0, 1, 2 ** 20), exponent: fc.constantFrom(0, -700, 700) },
        ({ x, t, offset, exponent }) => {
          const [a, b] = [moved(x, offset, exponent), moved(t, offset, exponent)]
          const known = { l1: definition.pairwise(metricOf.l1)(lift(a), lift(b)), l2: definition.pairwise(metricOf.l2)(
            lift(a), lift(b)
          ) }
          return choices.flatMap(choice => [...pairwiseDistances(a, b, choice).data].map((d, i) =>
            equal<Plain>(point(d), toInterval(known[choice.metric].entries[i]
              ?? coarse.of(NaN)), `${choice.form}, ${choice.metric}[${i}]`)))
        })
    )),
    claim(
      {
        id: `${name}/vote`,
        title: 'The most common label wins, the smallest of equally common ones: every list of up to 5 of 4 labels',
        statement: String.raw`\hat y = \min \arg\max_c \#\{j : y_j = c\}`,
        source: 'Notes on CS231n, assignment 1, predicting labels',
        rows: ['N231-KNN-16']
      },
      everyCase('1364 lists of labels', [1, 2, 3, 4, 5].flatMap(length => labelLists(4, length)), labels =>
        [voted(labels.map(() => 1), labels, labels.length)])
    ),
    claim(
      {
        id: `${name}/ties`,
        title: 'Of points equally far those that come first are asked, and a k above their number asks all',
        statement: String.raw`j \prec i \iff d_j < d_i \text{ or } (d_j = d_i \text{ and } j < i)`,
        source: 'Notes on CS231n, assignment 1, predicting labels',
        rows: ['N231-KNN-15']
      },
      sampled<{ readonly nearby: ReadonlyArray<readonly [number, number]>; readonly k: number }>(
        {
          nearby: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })), {
            minLength: 1, maxLength: 20
          }),
          k: fc.integer({ min: 1, max: 21 })
        },
        ({ nearby, k }) => voted(nearby.map(([distance]) => distance), nearby.map(([, label]) => label), k))
    ),
    claim(
      {
        id: `${name}/nearest`,
        title: 'With k = 1 a query is given the label of the point at the smallest distance',
        statement: String.raw`\hat y = y_{\arg\min_j d_j}`,
        source: 'Notes on CS231n, k-nearest neighbour classifier',
        rows: ['N231-KNN-06']
      },
      sampled<{ readonly x: Tensor; readonly t: Tensor }>(points, ({ x, t }) => metrics.flatMap(metric => {
        const given = nearestNeighbours({ points: t, labels: [2, 0, 1] }, { metric, k: 1 })(x)
        const nearest = T.argmin(pairwiseDistances(x, t, { metric, form: 'two loops' }), { axis: 1 })
        return equalEntries(given, T.map(nearest, j => [2, 0, 1][j] ?? NaN), metric)
      }))
    ),
    claim(
      {
        id: `${name}/refusals`,
        title: 'Distances that are NaN, labels below 0, a k of 0 and rows of different lengths are refused',
        statement: String.raw`k \ge 1,\ y_j \in \{0, 1, \dots\}`,
        source: 'Notes on CS231n, assignment 1, predicting labels',
        rows: ['N231-KNN-15', 'N231-KNN-16']
      },
      everyCase('five calls', [
        { named: 'nearestLabels', call: () => nearestLabels(T.fromNested([[NaN, 1]]), [0, 1], 1) },
        { named: 'nearestLabels', call: () => nearestLabels(T.fromNested([[1, 2]]), [-1, 1], 1) },
        { named: 'nearestLabels', call: () => nearestLabels(T.fromNested([[1, 2]]), [0, 1], 0) },
        { named: 'nearestLabels', call: () => nearestLabels(T.zeros([1, 0]), [], 1) },
        { named: 'pairwiseDistances', call: () => pairwiseDistances(T.zeros([1, 2]), T.zeros([1, 3])) }
      ], ({ named, call }) => [refuses(call, named)])
    )
  ]
}
