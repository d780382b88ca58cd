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

const differs = (got: T.Tensor, printed: T.Nested): void => expect(T.toNested(got)).not.toEqual(printed)

const a34 = t([[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]])
const a32 = t([[1, 2], [3, 4], [5, 6]])
const a43 = t([[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]])

describe('creation', () => {
  test('N231-NP-01: rank 1 and 2 from lists, shapes and entries', () => {
    const a = t([1, 2, 3])
    expect(a.shape).toEqual([3])
    expect([T.at(a, [0]), T.at(a, [1]), T.at(a, [2])]).toEqual([1, 2, 3])
    const b = t([[1, 2, 3], [4, 5, 6]])
    expect(b.shape).toEqual([2, 3])
    expect([T.at(b, [0, 0]), T.at(b, [0, 1]), T.at(b, [1, 0])]).toEqual([1, 2, 4])
  })

  test('N231-NP-02: an entry changed, in a copy; the print puts commas where NumPy has none', () => {
    const a = t([1, 2, 3])
    holds(T.with(a, [0], 5), [5, 2, 3])
    holds(a, [1, 2, 3])
  })

  test('N231-NP-04: zeros, ones, eye', () => {
    holds(T.zeros([2, 2]), [[0, 0], [0, 0]])
    holds(T.ones([1, 2]), [[1, 1]])
    holds(T.eye(2), [[1, 0], [0, 1]])
  })

  test('N231-NP-05: full; the print has floats where NumPy gives integers, equal as numbers', () => {
    holds(T.full([2, 2], 7), [[7, 7], [7, 7]])
  })

  test('N231-NP-08: arange with start, stop and step', () => {
    holds(T.arange(10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    holds(T.arange(2, 11, 3), [2, 5, 8])
    holds(T.arange(2, 12, 3), [2, 5, 8, 11])
    holds(T.arange(5, 5), [])
    holds(T.arange(3, 0), [])
  })

  test('N231-NP-10: linspace with and without its end, and its step', () => {
    holds(T.linspace(2, 3, 5), [2, 2.25, 2.5, 2.75, 3])
    holds(T.linspace(2, 3, 5, { endpoint: false }), [2, 2.2, 2.4, 2.6, 2.8])
    expect(T.linspaceStep(2, 3, 5)).toBe(0.25)
    expect(T.linspaceStep(2, 3, 5, { endpoint: false })).toBe(0.2)
  })
})

describe('indexing', () => {
  test('N231-NP-11: a slice; a change of it leaves the array as it was, where NumPy changes a view', () => {
    const b = T.slice(a34, [{ stop: 2 }, { start: 1, stop: 3 }])
    holds(b, [[2, 3], [6, 7]])
    holds(T.with(b, [0, 0], 77), [[77, 3], [6, 7]])
    expect(T.at(a34, [0, 1])).toBe(2)
  })

  test('N231-NP-12: an index drops its axis, a range keeps it', () => {
    holds(T.slice(a34, [1]), [5, 6, 7, 8])
    holds(T.row(a34, 1), [5, 6, 7, 8])
    holds(T.slice(a34, [{ start: 1, stop: 2 }]), [[5, 6, 7, 8]])
    holds(T.slice(a34, [{}, 1]), [2, 6, 10])
    holds(T.slice(a34, [{}, { start: 1, stop: 2 }]), [[2], [6], [10]])
  })

  test('N231-NP-13: integer-array indexing', () => {
    holds(T.pick(a32, [[0, 1, 2], [0, 1, 0]]), [1, 4, 5])
    holds(t([T.at(a32, [0, 0]), T.at(a32, [1, 1]), T.at(a32, [2, 0])]), [1, 4, 5])
    holds(T.pick(a32, [[0, 0], [1, 1]]), [2, 2])
  })

  test('N231-NP-14: one entry of each row, and ten added to each', () => {
    const b = [0, 2, 0, 1]
    holds(T.pick(a43, [T.arange(4), b]), [1, 6, 7, 11])
    holds(T.addAt(a43, [T.arange(4), b], 10), [[11, 2, 3], [4, 5, 16], [17, 8, 9], [10, 21, 12]])
    expect(T.at(a43, [0, 0])).toBe(1)
  })

  test('N231-NP-15: the comment pairs up (row, column); indexing wants one list per axis, and refuses four for two', () => {
    const printed = [[0, 0], [1, 2], [2, 0], [3, 1]]
    expect(() => T.pick(a43, printed)).toThrow(
      'pick: expected one list of indices for each of at most 2 axes, got 4 lists'
    )
    holds(T.pick(a43, [[0, 1, 2, 3], [0, 2, 0, 1]]), [1, 6, 7, 11])
  })

  test('N231-NP-16: a mask, and what it selects', () => {
    const where = T.greater(a32, 2)
    holds(where, [[0, 0], [1, 1], [1, 1]])
    holds(T.mask(a32, where), [3, 4, 5, 6])
  })

  test('N231-NP-18: compress with a short condition', () => holds(T.compress(a32, [0, 1], 0), [[3, 4]]))

  test('N231-NP-19: compress along axis 0; the print has 5, 4 in the last row', () => {
    holds(T.compress(a32, [false, true, true], 0), [[3, 4], [5, 6]])
    differs(T.compress(a32, [false, true, true], 0), [[3, 4], [5, 4]])
  })

  test('N231-NP-20: compress along axis 1; the print has 5 in the last row', () => {
    holds(T.compress(a32, [false, true], 1), [[2], [4], [6]])
    differs(T.compress(a32, [false, true], 1), [[2], [4], [5]])
  })

  // the print calls axis 0 the columns
  test('N231-NP-21: axis 0 runs over the rows, so a reduction over it leaves one value a column', () => {
    expect(T.sum(a32, { axis: 0 }).shape).toEqual([2])
    expect(T.sum(a32, { axis: 1 }).shape).toEqual([3])
  })
})
