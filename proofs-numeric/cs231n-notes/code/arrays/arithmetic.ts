import { type Claim, equal, erratum, everyCase, type Judge, roundsTo } from '../../../../src/claim/index.js'
import { attempt, isLeft } from '../../../../src/prelude/index.js'
import * as T from '../../../../src/tensor/index.js'
import { t, is, about, example, a43, x, y, v, w } from './printed.js'

const shapesUpTo3 = [[], ...[1, 2, 3].flatMap(rank =>
  Array.from({ length: 4 ** rank }, (_, k) =>
    Array.from({ length: rank }, (__, axis) => Math.floor(k / 4 ** axis) % 4)))]

/** The shapes as the rule reads them: aligned on the right, with sizes of 1 in front. */
const aligned = (shape: ReadonlyArray<number>, rank: number): ReadonlyArray<number> =>
  [...Array.from({ length: rank - shape.length }, () => 1), ...shape]

const rule = (joined: (a: number, b: number) => number): Judge =>
  everyCase('all 85 shapes of rank up to 3 with sizes 0 to 3, with each other', shapesUpTo3, s =>
    shapesUpTo3.flatMap(u => {
      const rank = Math.max(s.length, u.length)
      const [a, b] = [aligned(s, rank), aligned(u, rank)]
      const fits = a.every((size, axis) => size === b[axis] || size === 1 || b[axis] === 1)
      const found = attempt(() => T.broadcastShapes(s, u))
      if (isLeft(found) || !fits) return [
        equal(isLeft(found) ? 0 : 1, fits ? 1 : 0, `${s.join('x')} meets ${u.join('x')}`)
      ]
      return a.map((size, axis) => equal(
        found.right[axis] ?? NaN, joined(size, b[axis] ?? NaN), `${s.join('x')} and ${u.join('x')}`
      ))
    }))

export const claims: ReadonlyArray<Claim> = [
  example('elementwise', 'Sums, differences, products, quotients and roots entry by entry',
    'The rows (1, 2), (3, 4) and the rows (5, 6), (7, 8) are added, subtracted, multiplied ' +
      'and divided in each place, and the roots of 2 and 3 round to 1.41421356 and 1.73205081.',
    ['N231-NP-22'], () => [
      ...is(T.add(x, y), [[6, 8], [10, 12]], 'x + y'), ...is(T.sub(x, y), [[-4, -4], [-4, -4]], 'x - y'),
      ...is(T.mul(x, y), [[5, 12], [21, 32]], 'x * y'), ...is(T.div(x, y), [[1 / 5, 1 / 3], [3 / 7, 1 / 2]], 'x / y'),
      ...roundsTo(T.at(T.sqrt(x), [0, 1]), 1.41421356, 8, 'sqrt 2'),
      ...roundsTo(T.at(T.sqrt(x), [1, 0]), 1.73205081, 8, 'sqrt 3')
    ]),
  example('concatenate', 'Arrays are joined along an axis, or flattened and joined',
    'The rows (1, 2), (3, 4) get 5, 6 as a third row along axis 0, and as a third ' +
      'column along axis 1; flattened and joined they are (1, 2, 3, 4, 5, 6).',
    ['N231-NP-23'], () => [
    ...is(T.concatenate([x, t([[5, 6]])], 0), [[1, 2], [3, 4], [5, 6]], 'axis 0'),
    ...is(T.concatenate([x, t([[5], [6]])], 1), [[1, 2, 5], [3, 4, 6]], 'axis 1'),
    ...is(T.concatenate([x, t([[5, 6]])], null), [1, 2, 3, 4, 5, 6], 'flattened')
  ]),
  example('products', 'Inner products, products of matrices and vectors, and the product entry by entry beside them',
    'The vectors (9, 10) and (11, 12) have the inner product 219; the matrix of (1, 2), (3, 4) is ' +
      'multiplied by the first, by two matrices, and by one of these entry by entry too: all are as printed.',
    ['N231-NP-24', 'N231-NP-37'], () => [
      equal(T.dot(v, w), 219, '<v, w>'), ...is(T.matmul(x, v), [29, 67], 'x v'),
      ...is(T.matmul(x, y), [[19, 22], [43, 50]], 'x y'),
      ...is(T.mul(x, t([[11, 12], [13, 14]])), [[11, 24], [39, 56]], 'A * B'),
      ...is(T.matmul(x, t([[11, 12], [13, 14]])), [[37, 40], [85, 92]], 'A B')
    ]),
  example('sums', 'Sums and means of all entries and along each axis',
    'Of the rows (1, 2), (3, 4) the sum is 10 and the mean 2.5, along axis 0 they are (4, 6) and ' +
      '(2, 3), and along axis 1 (3, 7) and (1.5, 3.5); where the axis is kept the sums are a column.',
    ['N231-NP-25', 'N231-NP-31'], () => [
    ...is(T.sum(x), 10, 'sum'), ...is(T.sum(x, { axis: 0 }), [4, 6], 'axis 0'),
    ...is(T.sum(x, { axis: 1 }), [3, 7], 'axis 1'),
    ...is(T.sum(x, { axis: 1, keepdims: true }), [[3], [7]], 'kept'),
    ...is(T.mean(x), 2.5, 'mean'), ...is(T.mean(x, { axis: 0 }), [2, 3], 'mean, axis 0'),
    ...is(T.mean(x, { axis: 1 }), [1.5, 3.5], 'mean, axis 1')
  ]),
  example('rows', 'A vector added to a matrix is added to each row, as by a loop',
    'To 1 to 12 in rows of three the vector (1, 0, 1) is added, and to each row in a loop: both ' +
      'are as printed. Of (1, 2, 3), (4, 5, 6) the vector (1, 2, 3) makes (2, 4, 6), (5, 7, 9).',
    ['N231-NP-26', 'N231-NP-30'], () => {
    const printed = [[2, 2, 4], [5, 5, 7], [8, 8, 10], [11, 11, 13]]
    return [
      ...is(T.add(a43, t([1, 0, 1])), printed, 'broadcast'),
      ...is(T.stack([0, 1, 2, 3].map(i => T.add(T.row(a43, i), t([1, 0, 1])))), printed, 'loop'),
      ...is(T.add(t([[1, 2, 3], [4, 5, 6]]), t([1, 2, 3])), [[2, 4, 6], [5, 7, 9]], 'two rows')
    ]
  }),
  erratum(
    about('broadcasting', 'Of two sizes that meet, the one that is not 1 is taken: the larger, but for a size of 0',
      'Each two of the 85 shapes with up to three axes of sizes 0 to 3 are put together, from the right. Of ' +
        'sizes that meet, the one that is not 1 is the result; two that differ, none of them 1, are refused.',
      ['N231-NP-27']), {
      printed: { text: 'the larger size', judge: rule(Math.max) },
      corrected: { text: 'the size that is not one', judge: rule((a, b) => (a === 1 ? b : a)) }
    }
  ),
  example('outer', 'The outer product, also by reshaping and broadcasting',
    'The outer product of (1, 2, 3) and (4, 5) has the rows (4, 5), (8, 10), (12, ' +
      '15): by its own function, and as the column of the first times the second.',
    ['N231-NP-28', 'N231-NP-29'], () => [
    ...is(T.outer(t([1, 2, 3]), t([4, 5])), [[4, 5], [8, 10], [12, 15]], 'outer'),
    ...is(T.mul(T.reshape(t([1, 2, 3]), [3, 1]), t([4, 5])), [[4, 5], [8, 10], [12, 15]], 'broadcast')
  ]),
  example(
    'each-entry', 'Entries are visited in row-major order, with their indices: (0, 0) 1, (0, 1) 2, (1, 0) 3, (1, 1) 4',
    'A function of the indices visits the rows (1, 2), (3, 4) in the order 1, 2, 3, 4, ' +
      'and so does a function of the entries; the flattened array has that order too.',
    ['N231-NP-32'], () => {
        const visits: Array<ReadonlyArray<number>> = []
        T.tabulate([2, 2], (i, j) => visits.push([i, j, T.at(x, [i, j])]))
        const mapped: Array<number> = []
        T.map(x, a => mapped.push(a))
        return [
          ...is(t(visits), [[0, 0, 1], [0, 1, 2], [1, 0, 3], [1, 1, 4]], 'visited'),
          ...[1, 2, 3, 4].map((a, k) => equal(mapped[k] ?? NaN, a, `mapped[${k}]`)),
          ...is(T.flatten(x), [1, 2, 3, 4], 'in order')
        ]
      }
  ),
  example('each-entry-written', 'Ten added to one entry after the other makes [11, 12, 13] of [1, 2, 3], which itself stays as it is',
    'To each entry of (1, 2, 3), one after the other, 10 is added, in a new array ' +
      'each time: the last one is (11, 12, 13), and the first one is still (1, 2, 3).',
    ['N231-NP-33'], () => {
      const a = t([1, 2, 3])
      return [
        ...is([0, 1, 2].reduce((b, i) => T.with(b, [i], T.at(b, [i]) + 10), a), [11, 12, 13], 'written'),
        ...is(a, [1, 2, 3], 'before')
      ]
    }),
  example('new-axis', 'A new axis in front makes a row, one behind a column',
    'The array (1, 2, 3, 4) becomes one row by a new axis 0, and four rows of one entry by a new axis 1.',
    ['N231-NP-34'], () => [
    ...is(T.expandDims(t([1, 2, 3, 4]), 0), [[1, 2, 3, 4]], 'row'),
    ...is(T.expandDims(t([1, 2, 3, 4]), 1), [[1], [2], [3], [4]], 'column')
  ]),
  example('maximum', 'The larger of two, entry by entry',
    'The larger entries of (2, 3, 4) and (1, 5, 2) are (2, 5, 4).',
    ['N231-NP-35'], () =>
    is(T.maximum(t([2, 3, 4]), t([1, 5, 2])), [2, 5, 4])),
  example('flatten', 'Flattening is reshaping to one axis of any length, of a transpose too',
    'The transpose of the rows (1, 2), (3, 4) is (1, 3, 2, 4) when it ' +
      'is flattened, and when it is reshaped to one axis of any length.',
    ['N231-NP-38'], () => [
      ...is(T.flatten(T.transpose(x)), [1, 3, 2, 4], 'flatten'),
      ...is(T.reshape(T.transpose(x), [-1]), [1, 3, 2, 4], 'reshape')
    ])
]

/** The printed examples of arrays. */
