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

const about = (name: string, title: string, statement: string, rows: ReadonlyArray<string>): Statement =>
  ({ id: `cs231n-notes/arrays/${name}`, title, statement, source, rows })

const example = (
  name: string, title: string, statement: string, rows: ReadonlyArray<string>, relations: () => Relations
): Claim =>
  claim(about(name, title, statement, rows), once(relations))

const a34 = t([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
const a32 = t([[1, 2], [3, 4], [5, 6]])
const a43 = t([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]])
const [x, y, v, w] = [t([[1, 2], [3, 4]]), t([[5, 6], [7, 8]]), t([9, 10]), t([11, 12])]

const creation: ReadonlyArray<Claim> = [
  example('from-lists', 'Arrays of rank 1 and 2 hold the entries of their lists; a changed entry is in the copy alone',
    String.raw`a_0 = 1,\ b_{10} = 4`, ['N231-NP-01', 'N231-NP-02'], () => [
      ...is(t([[1, 2, 3], [4, 5, 6]]), [[1, 2, 3], [4, 5, 6]], 'b'),
      equal(T.at(t([[1, 2, 3], [4, 5, 6]]), [1, 0]), 4, 'b[1,0]'),
      ...is(T.with(t([1, 2, 3]), [0], 5), [5, 2, 3], 'a')
    ]),
  example('constants', 'Zeros, ones and the identity', String.raw`I_{ij} = [i = j]`, ['N231-NP-04'], () => [
    ...is(T.zeros([2, 2]), [[0, 0], [0, 0]], 'zeros'), ...is(T.ones([1, 2]), [[1, 1]], 'ones'),
    ...is(T.eye(2), [[1, 0], [0, 1]], 'eye')
  ]),
  example('ranges', 'A range runs from its start up to, not including, its stop, by its step', String.raw`a_k = a + k s < b`, [
    'N231-NP-08'
  ], () => [
    ...is(T.arange(10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'arange(10)'),
    ...is(T.arange(2, 11, 3), [2, 5, 8], 'arange(2, 11, 3)')
  ]),
  example('linspace', 'Points spread evenly, with and without the end, and their distance',
    String.raw`a + k \tfrac{b - a}{n - 1}, \quad a + k \tfrac{b - a}n`, ['N231-NP-10'], () => [
      ...is(T.linspace(2, 3, 5), [2, 2.25, 2.5, 2.75, 3], 'with the end'),
      ...is(T.linspace(2, 3, 5, { endpoint: false }), [2, 2.2, 2.4, 2.6, 2.8], 'without'),
      equal(T.linspaceStep(2, 3, 5), 0.25, 'step')
    ])
]

const indexing: ReadonlyArray<Claim> = [
  example('slices', 'A slice keeps its axis and an index drops it', String.raw`b_{ij} = a_{i, j + 1}`, [
    'N231-NP-11', 'N231-NP-12'
  ], () => [
    ...is(T.slice(a34, [{ stop: 2 }, { start: 1, stop: 3 }]), [[2, 3], [6, 7]], 'a[:2,1:3]'),
    ...is(T.slice(a34, [1]), [5, 6, 7, 8], 'a[1,:]'),
    ...is(T.slice(a34, [{ start: 1, stop: 2 }]), [[5, 6, 7, 8]], 'a[1:2,:]'),
    ...is(T.slice(a34, [{}, 1]), [2, 6, 10], 'a[:,1]'),
    ...is(T.slice(a34, [{}, { start: 1, stop: 2 }]), [[2], [6], [10]], 'a[:,1:2]')
  ]),
  example('integer-indexing', 'Lists of indices, one for each axis, pick entries; ten can be added to one of each row',
    String.raw`c_k = a_{i_k j_k}`, ['N231-NP-13', 'N231-NP-14'], () => [
      ...is(T.pick(a32, [[0, 1, 2], [0, 1, 0]]), [1, 4, 5], 'picked'),
      ...is(T.pick(a32, [[0, 0], [1, 1]]), [2, 2], 'twice the same'),
      ...is(T.pick(a43, [T.arange(4), [0, 2, 0, 1]]), [1, 6, 7, 11], 'one of each row'),
      ...is(
        T.addAt(a43, [T.arange(4), [0, 2, 0, 1]], 10), [[11, 2, 3], [4, 5, 16], [17, 8, 9], [10, 21, 12]], 'ten added'
      )
    ]),
  erratum(about(
    'index-lists', 'Four pairs of row and column are given as two lists, one for each axis, and not as four lists',
      String.raw`(i_k), (j_k) = (0, 1, 2, 3), (0, 2, 0, 1)`, ['N231-NP-15']
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
  example('masks', 'A mask selects entries in row-major order', String.raw`\{a_{ij} : a_{ij} > 2\}`, [
    'N231-NP-16'
  ], () => [
    ...is(T.greater(a32, 2), [[0, 0], [1, 1], [1, 1]], 'mask'),
    ...is(T.mask(a32, T.greater(a32, 2)), [3, 4, 5, 6], 'selected')
  ]),
  example('compress', 'A condition shorter than the axis leaves the rest out', String.raw`\{a_i : c_i\}`, [
    'N231-NP-18'
  ], () =>
    is(T.compress(a32, [0, 1], 0), [[3, 4]])),
  erratum(about('compress-rows', 'The second and third row are compressed to 3, 4 and 5, 6', String.raw`c = (0, 1, 1)`, ['N231-NP-19']), {
    printed: { text: '[[3 4], [5 4]]', tex: String.raw`\begin{pmatrix} 3 & 4 \\ 5 & 4 \end{pmatrix}`, judge: once(
      () => is(T.compress(a32, [false, true, true], 0), [[3, 4], [5, 4]])
    ) },
    corrected: { text: '[[3 4], [5 6]]', tex: String.raw`\begin{pmatrix} 3 & 4 \\ 5 & 6 \end{pmatrix}`, judge: once(
      () => is(T.compress(a32, [false, true, true], 0), [[3, 4], [5, 6]])
    ) }
  }),
  erratum(about('compress-columns', 'The second column is compressed to 2, 4, 6', String.raw`c = (0, 1)`, [
    'N231-NP-20'
  ]), {
    printed: { text: '[[2], [4], [5]]', tex: String.raw`(2, 4, 5)^T`, judge: once(
      () => is(T.compress(a32, [false, true], 1), [[2], [4], [5]])
    ) },
    corrected: { text: '[[2], [4], [6]]', tex: String.raw`(2, 4, 6)^T`, judge: once(
      () => is(T.compress(a32, [false, true], 1), [[2], [4], [6]])
    ) }
  }),
  example('axes', 'Axis 0 numbers the rows, so that a sum over it leaves one value for each column', String.raw`s_j = \sum_i a_{ij}`,
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
  example('elementwise', 'Sums, differences, products, quotients and roots entry by entry', String.raw`(x \circ y)_{ij} = x_{ij} \circ y_{ij}`,
    ['N231-NP-22'], () => [
      ...is(T.add(x, y), [[6, 8], [10, 12]], 'x + y'), ...is(T.sub(x, y), [[-4, -4], [-4, -4]], 'x - y'),
      ...is(T.mul(x, y), [[5, 12], [21, 32]], 'x * y'), ...is(T.div(x, y), [[1 / 5, 1 / 3], [3 / 7, 1 / 2]], 'x / y'),
      ...roundsTo(T.at(T.sqrt(x), [0, 1]), 1.41421356, 8, 'sqrt 2'),
      ...roundsTo(T.at(T.sqrt(x), [1, 0]), 1.73205081, 8, 'sqrt 3')
    ]),
  example('concatenate', 'Arrays are joined along an axis, or flattened and joined', String.raw`[x; b],\ [x\ b^T]`, [
    'N231-NP-23'
  ], () => [
    ...is(T.concatenate([x, t([[5, 6]])], 0), [[1, 2], [3, 4], [5, 6]], 'axis 0'),
    ...is(T.concatenate([x, t([[5], [6]])], 1), [[1, 2, 5], [3, 4, 6]], 'axis 1'),
    ...is(T.concatenate([x, t([[5, 6]])], null), [1, 2, 3, 4, 5, 6], 'flattened')
  ]),
  example('products', 'Inner products, products of matrices and vectors, and the product entry by entry beside them',
    String.raw`\langle v, w\rangle = 219`, ['N231-NP-24', 'N231-NP-37'], () => [
      equal(T.dot(v, w), 219, '<v, w>'), ...is(T.matmul(x, v), [29, 67], 'x v'),
      ...is(T.matmul(x, y), [[19, 22], [43, 50]], 'x y'),
      ...is(T.mul(x, t([[11, 12], [13, 14]])), [[11, 24], [39, 56]], 'A * B'),
      ...is(T.matmul(x, t([[11, 12], [13, 14]])), [[37, 40], [85, 92]], 'A B')
    ]),
  example('sums', 'Sums and means of all entries and along each axis', String.raw`\sum_{ij} x_{ij} = 10`, [
    'N231-NP-25', 'N231-NP-31'
  ], () => [
    ...is(T.sum(x), 10, 'sum'), ...is(T.sum(x, { axis: 0 }), [4, 6], 'axis 0'),
    ...is(T.sum(x, { axis: 1 }), [3, 7], 'axis 1'),
    ...is(T.sum(x, { axis: 1, keepdims: true }), [[3], [7]], 'kept'),
    ...is(T.mean(x), 2.5, 'mean'), ...is(T.mean(x, { axis: 0 }), [2, 3], 'mean, axis 0'),
    ...is(T.mean(x, { axis: 1 }), [1.5, 3.5], 'mean, axis 1')
  ]),
  example('rows', 'A vector added to a matrix is added to each row, as by a loop', String.raw`y_{ij} = x_{ij} + v_j`, [
    'N231-NP-26', 'N231-NP-30'
  ], () => {
    const printed = [[2, 2, 4], [5, 5, 7], [8, 8, 10], [11, 11, 13]]
    return [
      ...is(T.add(a43, t([1, 0, 1])), printed, 'broadcast'),
      ...is(T.stack([0, 1, 2, 3].map(i => T.add(T.row(a43, i), t([1, 0, 1])))), printed, 'loop'),
      ...is(T.add(t([[1, 2, 3], [4, 5, 6]]), t([1, 2, 3])), [[2, 4, 6], [5, 7, 9]], 'two rows')
    ]
  }),
  erratum(
    about('broadcasting', 'Of two sizes that meet, the one that is not 1 is taken: the larger, but for a size of 0',
      String.raw`0, 1 \mapsto 0`, ['N231-NP-27']), {
      printed: { text: 'the larger size', judge: rule(Math.max) },
      corrected: { text: 'the size that is not one', judge: rule((a, b) => (a === 1 ? b : a)) }
    }
  ),
  example('outer', 'The outer product, also by reshaping and broadcasting', String.raw`(u \otimes v)_{ij} = u_i v_j`, [
    'N231-NP-28', 'N231-NP-29'
  ], () => [
    ...is(T.outer(t([1, 2, 3]), t([4, 5])), [[4, 5], [8, 10], [12, 15]], 'outer'),
    ...is(T.mul(T.reshape(t([1, 2, 3]), [3, 1]), t([4, 5])), [[4, 5], [8, 10], [12, 15]], 'broadcast')
  ]),
  example(
    'each-entry', 'Entries are visited in row-major order, with their indices: (0, 0) 1, (0, 1) 2, (1, 0) 3, (1, 1) 4',
      String.raw`2 i + j + 1`, ['N231-NP-32'], () => {
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
    String.raw`a_i + 10`, ['N231-NP-33'], () => {
      const a = t([1, 2, 3])
      return [
        ...is([0, 1, 2].reduce((b, i) => T.with(b, [i], T.at(b, [i]) + 10), a), [11, 12, 13], 'written'),
        ...is(a, [1, 2, 3], 'before')
      ]
    }),
  example('new-axis', 'A new axis in front makes a row, one behind a column', String.raw`(4) \to (1, 4), (4, 1)`, [
    'N231-NP-34'
  ], () => [
    ...is(T.expandDims(t([1, 2, 3, 4]), 0), [[1, 2, 3, 4]], 'row'),
    ...is(T.expandDims(t([1, 2, 3, 4]), 1), [[1], [2], [3], [4]], 'column')
  ]),
  example('maximum', 'The larger of two, entry by entry', String.raw`\max(x_i, y_i)`, ['N231-NP-35'], () =>
    is(T.maximum(t([2, 3, 4]), t([1, 5, 2])), [2, 5, 4])),
  example('flatten', 'Flattening is reshaping to one axis of any length, of a transpose too', String.raw`\mathrm{ravel} = \mathrm{reshape}(-1)`,
    ['N231-NP-38'], () => [
      ...is(T.flatten(T.transpose(x)), [1, 3, 2, 4], 'flatten'),
      ...is(T.reshape(T.transpose(x), [-1]), [1, 3, 2, 4], 'reshape')
    ])
]

/** The printed examples of arrays. */
export const claims: ReadonlyArray<Claim> = [...creation, ...indexing, ...arithmetic]
