import { describe, expect, test } from 'vitest'
import * as T from '../../src/tensor/index.js'

// The array examples that the course notes print, by row of the ledger. Where the print is wrong, the test holds the right value
// and asserts that the printed one differs.

const t = T.fromNested
const flatOf = (n: T.Nested): ReadonlyArray<number> => (typeof n === 'number' ? [n] : n.flatMap(flatOf))

/** The same shape, and `===` entry by entry. */
const holds = (got: T.Tensor, printed: T.Nested): void => {
  expect(T.toNested(got)).toEqual(printed)
  expect(T.equal(got, t(printed))).toBe(true)
}


const a34 = t([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
const a43 = t([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]])

describe('arithmetic', () => {
  const x = t([[1, 2], [3, 4]])
  const y = t([[5, 6], [7, 8]])
  const v = t([9, 10])
  const w = t([11, 12])

  test('N231-NP-22: + - * / and the root, entry by entry', () => {
    holds(T.add(x, y), [[6, 8], [10, 12]])
    holds(T.sub(x, y), [[-4, -4], [-4, -4]])
    holds(T.mul(x, y), [[5, 12], [21, 32]])
    holds(T.div(x, y), [[1 / 5, 2 / 6], [3 / 7, 4 / 8]])
    holds(T.sqrt(x), [[1, Math.SQRT2], [Math.sqrt(3), 2]])
    // the printed digits of sqrt(2) and sqrt(3), to half a unit of the last place
    expect(Math.abs(T.at(T.sqrt(x), [0, 1]) - 1.41421356)).toBeLessThan(5e-9)
    expect(Math.abs(T.at(T.sqrt(x), [1, 0]) - 1.73205081)).toBeLessThan(5e-9)
  })

  test('N231-NP-23: concatenate along 0, along 1, and flattened', () => {
    const b = t([[5, 6]])
    holds(T.concatenate([x, b], 0), [[1, 2], [3, 4], [5, 6]])
    holds(T.concatenate([x, T.transpose(b)], 1), [[1, 2, 5], [3, 4, 6]])
    holds(T.concatenate([x, b], null), [1, 2, 3, 4, 5, 6])
  })

  test('N231-NP-24: inner and matrix products', () => {
    expect(T.dot(v, w)).toBe(219)
    holds(T.matmul(v, w), 219)
    holds(T.matmul(x, v), [29, 67])
    holds(T.matmul(x, y), [[19, 22], [43, 50]])
  })

  test('N231-NP-25: sums', () => {
    holds(T.sum(x), 10)
    holds(T.sum(x, { axis: 0 }), [4, 6])
    holds(T.sum(x, { axis: 1 }), [3, 7])
    holds(T.sum(x, { axis: 1, keepdims: true }), [[3], [7]])
  })

  test('N231-NP-26: a vector added to every row, by hand and by broadcasting', () => {
    const u = t([1, 0, 1])
    const printed = [[2, 2, 4], [5, 5, 7], [8, 8, 10], [11, 11, 13]]
    holds(T.add(a43, u), printed)
    holds(T.stack([0, 1, 2, 3].map(i => T.add(T.row(a43, i), u))), printed)
    holds(T.add(a43, T.tile(u, [4, 1])), printed)
  })

  test(
    'N231-NP-27: where a size is 0 the printed rule (take the larger) is wrong: the one that is not 1 is taken', () => {
      expect(T.broadcastShapes([0], [1])).toEqual([0])
      expect(T.broadcastShapes([0], [1])).not.toEqual([1])
    }
  )

  test('N231-NP-28, 29: the outer product, also by reshaping and broadcasting', () => {
    const [p, q] = [t([1, 2, 3]), t([4, 5])]
    holds(T.outer(p, q), [[4, 5], [8, 10], [12, 15]])
    holds(T.mul(T.reshape(p, [3, 1]), q), [[4, 5], [8, 10], [12, 15]])
  })

  test('N231-NP-30: a vector added to the rows of a 2x3 matrix', () => {
    holds(T.add(t([[1, 2, 3], [4, 5, 6]]), t([1, 2, 3])), [[2, 4, 6], [5, 7, 9]])
  })

  test('N231-NP-31: means', () => {
    holds(T.mean(x), 2.5)
    holds(T.mean(x, { axis: 0 }), [2, 3])
    holds(T.mean(x, { axis: 1 }), [1.5, 3.5])
  })

  test('N231-NP-32, 33: entries in row-major order with their indices, and ten added to each', () => {
    expect(flatOf(T.toNested(x))).toEqual([1, 2, 3, 4])
    holds(T.tabulate([2, 2], (i, j) => 2 * i + j + 1), [[1, 2], [3, 4]])
    holds(T.map(t([1, 2, 3]), a => a + 10), [11, 12, 13])
  })

  test('N231-NP-34: a new axis in front and behind', () => {
    const u = t([1, 2, 3, 4])
    holds(T.expandDims(u, 0), [[1, 2, 3, 4]])
    holds(T.expandDims(u, 1), [[1], [2], [3], [4]])
  })

  test('N231-NP-35: the larger of two', () => holds(T.maximum(t([2, 3, 4]), t([1, 5, 2])), [2, 5, 4]))

  test('N231-NP-37: the product of entries and the product of matrices', () => {
    const [A, B] = [t([[1, 2], [3, 4]]), t([[11, 12], [13, 14]])]
    holds(T.mul(A, B), [[11, 24], [39, 56]])
    holds(T.matmul(A, B), [[37, 40], [85, 92]])
  })

  test('N231-NP-38: flatten is reshape(-1), of a transpose too', () => {
    for (const z of [a34, T.transpose(a34)]) expect(T.identical(T.flatten(z), T.reshape(z, [-1]))).toBe(true)
    holds(T.flatten(T.transpose(x)), [1, 3, 2, 4])
  })
})
