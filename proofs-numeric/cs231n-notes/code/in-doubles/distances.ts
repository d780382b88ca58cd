import { type Claim, equal, erratum, everyCase, type Plain } from '../../../../src/claim/index.js'
import { nearestLabels, pairwiseDistances } from '../../../../src/classic/index.js'
import * as T from '../../../../src/tensor/index.js'
import { inDoubles } from './comparison.js'

interface Pair {
  readonly x: number
  readonly t: number
  readonly distance: number
}

const assignment = 'Notes on CS231n, assignment 1, nearest neighbours'

const ours = ({ x, t }: Pair): ReadonlyArray<number> => (['two loops', 'one loop', 'matrix'] as const).map(form =>
  T.item(pairwiseDistances(T.fromFlat([1, 1], [x]), T.fromFlat([1, 1], [t]), { form, metric: 'l2' })))

const thrice = ({ distance }: Pair): ReadonlyArray<number> => [distance, distance, distance]

/** The line of the assignment for one feature: np.sqrt(-2 * X @ T.T + X^2 + T^2). */
const expanded = ({ x, t }: Pair): ReadonlyArray<number> =>
  [0, 1, 2].map(() => Math.sqrt(-2 * (x * t) + x ** 2 + t ** 2))

/** The line of the assignment in loops: np.sqrt(np.sum(np.power(T - X, 2))). */
const inLoops = ({ x, t }: Pair): ReadonlyArray<number> => [0, 1, 2].map(() => Math.sqrt((t - x) ** 2))

/** The same in an array of bytes, in which differences and squares are bytes too. */
const inBytes = ({ x, t }: Pair): ReadonlyArray<number> => {
  const byte = (k: number): number => Uint8Array.of(k)[0] ?? NaN
  return [0, 1, 2].map(() => Math.sqrt(byte(byte(t - x) ** 2)))
}

/** All ways in which argsort may put the positions of these distances. */
const sortedOrders = (distances: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> => {
  const orders = (left: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
    left.length === 0 ? [[]] : left.flatMap(i => orders(left.filter(j => j !== i)).map(rest => [i, ...rest]))
  return orders(distances.map((_, i) => i)).filter(order =>
    order.every((i, k) => k === 0 || (distances[order[k - 1] ?? i] ?? NaN) <= (distances[i] ?? NaN)))
}

const tied = [{ distances: [1, 1, 2], labels: [0, 1, 1] }]

/** The distances of the assignment over doubles and bytes, and its choice of the nearest. */
export const claims: ReadonlyArray<Claim> = [
  inDoubles<Pair>({
    name: 'expanded-distance',
    title: 'The distance by squares multiplied out is NaN for .3 and .3000000000000002: a square below 0',
    words:
      'In doubles, the root of both squares less twice the product is NaN for .3 and .3000000000000002. ' +
      'The three forms of the distance, as exported, give the difference of the two.',
    source: assignment, rows: ['N231-KNN-12'],
    text: 'sqrt(-2 x t + x^2 + t^2), in doubles', tex: String.raw`\sqrt{-2 x t + x^2 + t^2} \text{, in doubles}`,
    correction: 'the distances as exported, in each of the three forms',
    gives: [[NaN, NaN, NaN]],
    cases: [{ x: 0.3, t: 0.3000000000000002, distance: 0.3000000000000002 - 0.3 }], known: thrice, printed: expanded,
    ours
  }),
  inDoubles<Pair>({
    name: 'cancelled-distance',
    title: 'The distance by squares multiplied out is 0 for 100000001 and 100000000, which are 1 apart',
    words:
      'In doubles, the root of both squares less twice the product is 0 for 100000001 and 100000000, ' +
      'and for 94906267 and 94906266. The three forms of the distance, as exported, give 1.',
    source: assignment, rows: ['N231-KNN-13'],
    text: 'sqrt(-2 x t + x^2 + t^2), in doubles', tex: String.raw`\sqrt{-2 x t + x^2 + t^2} \text{, in doubles}`,
    correction: 'the distances as exported, in each of the three forms',
    gives: [[0, 0, 0], [0, 0, 0]],
    cases: [{ x: 1e8 + 1, t: 1e8, distance: 1 }, { x: 94906267, t: 94906266, distance: 1 }], known: thrice,
    printed: expanded, ours
  }),
  inDoubles<Pair>({
    name: 'distance-of-bytes',
    title: 'In an array of bytes 16 and 0 are at the distance 0, because 256 is no byte; 255 and 0 at 1',
    words:
      'The root of the squared difference, in bytes, is 0 for 16 and 0, 1 for 255 and 0, and ' +
      '12.369 for 200 and 3. The three forms of the distance, as exported, give 16, 255 and 197.',
    source: assignment, rows: ['N231-KNN-14'],
    text: 'sqrt((t - x)^2), in bytes', tex: String.raw`\sqrt{(t - x)^2} \text{, in bytes}`,
    correction: 'the distances as exported, in each of the three forms',
    gives: [[0, 0, 0], [1, 1, 1], [12.369, 12.369, 12.369]],
    cases: [{ x: 16, t: 0, distance: 16 }, { x: 255, t: 0, distance: 255 }, { x: 200, t: 3, distance: 197 }],
    known: thrice, printed: inBytes, ours
  }),
  inDoubles<Pair>({
    name: 'squared-distance',
    title: 'In loops the distance of 1e200 from 0 is infinite and that of 1e-200 is 0: no squares in doubles',
    words:
      'In doubles, the root of the squared difference from 0 is infinite for 1e200, and 0 ' +
      'for 1e-200. The three forms of the distance, as exported, give 1e200 and 1e-200.',
    source: assignment, rows: ['N231-KNN-14'],
    text: 'sqrt((t - x)^2), in doubles', tex: String.raw`\sqrt{(t - x)^2} \text{, in doubles}`,
    correction: 'the distances as exported, in each of the three forms',
    gives: [[Infinity, Infinity, Infinity], [0, 0, 0]],
    cases: [{ x: 1e200, t: 0, distance: 1e200 }, { x: 1e-200, t: 0, distance: 1e-200 }], known: thrice,
    printed: inLoops, ours
  }),
  erratum(
    {
      id: 'cs231n-notes/in-doubles/sorted-first',
      title: 'The first k in sorted order are not determined where distances are equal, as argsort may reorder',
      statement:
        '\\text{Of examples at the distances 1, 1, 2 with the labels 0, 1, 1 the first in a sorted order may have ' +
        'either label. The nearest as exported is the first of those that are equally near: its label is 0.}',
      spoken: 'it is about code, files or time',
      source: assignment,
      rows: ['N231-KNN-15']
    },
    {
      printed: {
        text: 'argsort()[:k]: every sorted order gives the label 0 for k = 1',
        tex: String.raw`\texttt{argsort()[:k]}\text{: every sorted order gives the label } 0 \text{ for } k = 1`,
        judge: everyCase('distances 1, 1, 2 and labels 0, 1, 1', tied, ({ distances: d, labels }) =>
          sortedOrders(d).map(order => equal<Plain>(labels[order[0] ?? 0] ?? NaN, 0, `order ${order.join(', ')}`)))
      },
      corrected: {
        text: 'of equal distances the first counts: the label is 0',
        tex: String.raw`\text{of equal distances the first counts: the label is } 0`,
        judge: everyCase('distances 1, 1, 2 and labels 0, 1, 1', tied, ({ distances: d, labels }) =>
          [equal<Plain>(T.item(nearestLabels(T.fromFlat([1, 3], d), labels, 1)), 0)])
      }
    }
  )
]
