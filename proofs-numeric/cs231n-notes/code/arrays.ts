import {
  type Claim, claim, equal, equalEntries, erratum, everyCase, type Judge, type Plain, type Relation, roundsTo,
  type Statement
} from '../../../src/claim/index.js'
import { attempt, isLeft } from '../../../src/prelude/index.js'
import * as T from '../../../src/tensor/index.js'
import type { Tensor } from '../../../src/tensor/index.js'

// What the array chapter of the course notes prints, of the functions as exported. Arrays here do not change, so that a view is a copy.

const source = 'Notes on CS231n, numpy'
const t = T.fromNested

type Relations = ReadonlyArray<Relation<Plain>>

/** An array as it is printed, entry by entry. */
const is = (got: Tensor, printed: T.Nested, name = ''): Relations => equalEntries(got, t(printed), name)

const once = (relations: () => Relations): Judge => everyCase('the printed example', ['as it is printed'], relations)

const about = (name: string, title: string, words: string, rows: ReadonlyArray<string>): Statement => ({
  id: `cs231n-notes/arrays/${name}`, title, statement: `\\text{${words}}`, spoken: 'it is about code, files or time',
  source, rows
})

const example = (
  name: string, title: string, words: string, rows: ReadonlyArray<string>, relations: () => Relations
): Claim =>
  claim(about(name, title, words, rows), once(relations))

const a34 = t([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
const a32 = t([[1, 2], [3, 4], [5, 6]])
const a43 = t([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]])
const [x, y, v, w] = [t([[1, 2], [3, 4]]), t([[5, 6], [7, 8]]), t([9, 10]), t([11, 12])]

const creation: ReadonlyArray<Claim> = [
  example('from-lists', 'Arrays of rank 1 and 2 hold the entries of their lists; a changed entry is in the copy alone',
    'An array of the lists (1, 2, 3) and (4, 5, 6) has them as its rows, and its ' +
      'entry 1, 0 is 4. The array (1, 2, 3) with 5 in the first place is (5, 2, 3).',
    ['N231-NP-01', 'N231-NP-02'], () => [
      ...is(t([[1, 2, 3], [4, 5, 6]]), [[1, 2, 3], [4, 5, 6]], 'b'),
      equal(T.at(t([[1, 2, 3], [4, 5, 6]]), [1, 0]), 4, 'b[1,0]'),
      ...is(T.with(t([1, 2, 3]), [0], 5), [5, 2, 3], 'a')
    ]),
  example('constants', 'Zeros, ones and the identity',
    'The zeros of shape 2x2 are all 0, the ones of shape 1x2 all ' +
      '1, and the identity of size 2 has the rows (1, 0), (0, 1).',
    ['N231-NP-04'], () => [
    ...is(T.zeros([2, 2]), [[0, 0], [0, 0]], 'zeros'), ...is(T.ones([1, 2]), [[1, 1]], 'ones'),
    ...is(T.eye(2), [[1, 0], [0, 1]], 'eye')
  ]),
  example('ranges', 'A range runs from its start up to, not including, its stop, by its step',
    'The range up to 10 is 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, and the one from 2 up to 11 by steps of 3 is 2, 5, 8.',
    ['N231-NP-08'], () => [
    ...is(T.arange(10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'arange(10)'),
    ...is(T.arange(2, 11, 3), [2, 5, 8], 'arange(2, 11, 3)')
  ]),
  example('linspace', 'Points spread evenly, with and without the end, and their distance',
    'Five points from 2 to 3 are 2, 2.25, 2.5, 2.75, 3, with ' +
      'the step .25, and without the end 2, 2.2, 2.4, 2.6, 2.8.',
    ['N231-NP-10'], () => [
      ...is(T.linspace(2, 3, 5), [2, 2.25, 2.5, 2.75, 3], 'with the end'),
      ...is(T.linspace(2, 3, 5, { endpoint: false }), [2, 2.2, 2.4, 2.6, 2.8], 'without'),
      equal(T.linspaceStep(2, 3, 5), 0.25, 'step')
    ])
]

const indexing: ReadonlyArray<Claim> = [
  example('slices', 'A slice keeps its axis and an index drops it',
    'Of the numbers 1 to 12 in rows of four, rows 0 and 1 of columns 1 and 2 are (2, 3), (6, 7). ' +
      'Row 1 and column 1 are lists by an index, and arrays of one row and of one column by a slice.',
    ['N231-NP-11', 'N231-NP-12'], () => [
    ...is(T.slice(a34, [{ stop: 2 }, { start: 1, stop: 3 }]), [[2, 3], [6, 7]], 'a[:2,1:3]'),
    ...is(T.slice(a34, [1]), [5, 6, 7, 8], 'a[1,:]'),
    ...is(T.slice(a34, [{ start: 1, stop: 2 }]), [[5, 6, 7, 8]], 'a[1:2,:]'),
    ...is(T.slice(a34, [{}, 1]), [2, 6, 10], 'a[:,1]'),
    ...is(T.slice(a34, [{}, { start: 1, stop: 2 }]), [[2], [6], [10]], 'a[:,1:2]')
  ]),
  example('integer-indexing', 'Lists of indices, one for each axis, pick entries; ten can be added to one of each row',
    'From the rows (1, 2), (3, 4), (5, 6) the lists 0, 1, 2 and 0, 1, 0 pick 1, 4, 5; the lists 0, 0 and 1, ' +
      '1 pick 2, 2. From 1 to 12 in rows of three one of each row is picked, or has ten added to it alone.',
    ['N231-NP-13', 'N231-NP-14'], () => [
      ...is(T.pick(a32, [[0, 1, 2], [0, 1, 0]]), [1, 4, 5], 'picked'),
      ...is(T.pick(a32, [[0, 0], [1, 1]]), [2, 2], 'twice the same'),
      ...is(T.pick(a43, [T.arange(4), [0, 2, 0, 1]]), [1, 6, 7, 11], 'one of each row'),
      ...is(
        T.addAt(a43, [T.arange(4), [0, 2, 0, 1]], 10), [[11, 2, 3], [4, 5, 16], [17, 8, 9], [10, 21, 12]], 'ten added'
      )
    ]),
  erratum(about(
    'index-lists', 'Four pairs of row and column are given as two lists, one for each axis, and not as four lists',
    'From the numbers 1 to 12 in rows of three, 1, 6, 7, 11 are picked by a list of their rows, 0, ' +
      '1, 2, 3, and one of their columns, 0, 2, 0, 1. A list for each of the four entries is refused.',
    ['N231-NP-15']
  ), {
    printed: {
      text: 'a[[0,0],[1,2],[2,0],[3,1]]', tex: String.raw`\texttt{a[[0,0],[1,2],[2,0],[3,1]]}`,
      judge: once(
        () => [equal(isLeft(attempt(() => T.pick(a43, [[0, 0], [1, 2], [2, 0], [3, 1]]))) ? 0 : 1, 1, 'is accepted')]
      )
    },
    corrected: { text: 'a[[0,1,2,3],[0,2,0,1]]', tex: String.raw`\texttt{a[[0,1,2,3],[0,2,0,1]]}`, judge: once(
      () => is(T.pick(a43, [[0, 1, 2, 3], [0, 2, 0, 1]]), [1, 6, 7, 11])
    ) }
  }),
  example('masks', 'A mask selects entries in row-major order',
    'In the rows (1, 2), (3, 4), (5, 6) the mask of what is greater ' +
      'than 2 is (0, 0), (1, 1), (1, 1), and selects 3, 4, 5, 6.',
    ['N231-NP-16'], () => [
    ...is(T.greater(a32, 2), [[0, 0], [1, 1], [1, 1]], 'mask'),
    ...is(T.mask(a32, T.greater(a32, 2)), [3, 4, 5, 6], 'selected')
  ]),
  example('compress', 'A condition shorter than the axis leaves the rest out',
    'Of the rows (1, 2), (3, 4), (5, 6) the condition 0, 1 along axis 0 leaves the row (3, 4) alone.',
    ['N231-NP-18'], () =>
    is(T.compress(a32, [0, 1], 0), [[3, 4]])),
  erratum(about('compress-rows', 'The second and third row are compressed to 3, 4 and 5, 6',
    'Of the rows (1, 2), (3, 4), (5, 6) the condition false, true, true along axis 0 leaves (3, 4), (5, 6).',
    ['N231-NP-19']), {
    printed: { text: '[[3 4], [5 4]]', tex: String.raw`\begin{pmatrix} 3 & 4 \\ 5 & 4 \end{pmatrix}`, judge: once(
      () => is(T.compress(a32, [false, true, true], 0), [[3, 4], [5, 4]])
    ) },
    corrected: { text: '[[3 4], [5 6]]', tex: String.raw`\begin{pmatrix} 3 & 4 \\ 5 & 6 \end{pmatrix}`, judge: once(
      () => is(T.compress(a32, [false, true, true], 0), [[3, 4], [5, 6]])
    ) }
  }),
  erratum(about('compress-columns', 'The second column is compressed to 2, 4, 6',
    'Of the rows (1, 2), (3, 4), (5, 6) the condition false, true along axis 1 leaves the column (2, 4, 6).',
    ['N231-NP-20']), {
    printed: { text: '[[2], [4], [5]]', tex: String.raw`(2, 4, 5)^T`, judge: once(
      () => is(T.compress(a32, [false, true], 1), [[2], [4], [5]])
    ) },
    corrected: { text: '[[2], [4], [6]]', tex: String.raw`(2, 4, 6)^T`, judge: once(
      () => is(T.compress(a32, [false, true], 1), [[2], [4], [6]])
    ) }
  }),
  example('axes', 'Axis 0 numbers the rows, so that a sum over it leaves one value for each column',
    'Of the rows (1, 2), (3, 4), (5, 6) the sum over axis 0 is (9, 12), and the one over axis 1 is (3, 7, 11).',
    ['N231-NP-21'], () => [
      ...is(T.sum(a32, { axis: 0 }), [9, 12], 'over rows'), ...is(T.sum(a32, { axis: 1 }), [3, 7, 11], 'over columns')
    ])
]

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

const arithmetic: ReadonlyArray<Claim> = [
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
export const claims: ReadonlyArray<Claim> = [...creation, ...indexing, ...arithmetic]
