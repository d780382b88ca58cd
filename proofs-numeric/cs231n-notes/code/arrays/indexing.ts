import { type Claim, equal, erratum } from '../../../../src/claim/index.js'
import { attempt, isLeft } from '../../../../src/prelude/index.js'
import * as T from '../../../../src/tensor/index.js'
import { is, once, about, example, a34, a32, a43 } from './printed.js'

export const claims: ReadonlyArray<Claim> = [
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
