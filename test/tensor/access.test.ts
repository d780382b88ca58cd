import { describe, expect, test } from 'vitest'
import * as T from '../../src/tensor/index.js'

const t = T.fromNested
const x = T.reshape(T.arange(24), [2, 3, 4])

describe('slices', () => {
  // Python's own slicing of range(5), for every start, stop and step from -7 to 7, restated by walking
  const ends = [undefined, ...Array.from({ length: 15 }, (_, i) => i - 7)]
  const steps = [-6, -3, -2, -1, 1, 2, 3, 6]
  const n = 5
  const walk = (start: number | undefined, stop: number | undefined, step: number): ReadonlyArray<number> => {
    const place = (end: number): number => (end < 0 ? end + n : end)
    const from = start === undefined ? (step > 0 ? 0 : n - 1) : place(start)
    const to = stop === undefined ? (step > 0 ? n : -1) : place(stop)
    // walking up from below the array starts at 0, walking down from above starts at the end
    const first = step > 0 ? Math.max(from, 0) : Math.min(from, n - 1)
    const visited = Array.from({ length: n }, (_, k) => first + k * step)
    return visited.filter(i => i >= 0 && i < n && (step > 0 ? i < to : i > to))
  }

  test('of a vector are Python\'s', () => {
    const v = T.arange(n)
    const wrong = ends.flatMap(start => ends.flatMap(stop => steps.filter(step => {
      const part = { step, ...(start === undefined ? {} : { start }), ...(stop === undefined ? {} : { stop }) }
      return JSON.stringify(T.toNested(T.slice(v, [part]))) !== JSON.stringify(walk(start, stop, step))
    })))
    expect(wrong).toEqual([])
  })

  test('of several axes', () => {
    const y = T.slice(x, [{ step: -1 }, 1, { start: -1, step: -2 }])
    expect(T.toNested(y)).toEqual([[19, 17], [7, 5]])
    expect(T.identical(T.slice(x, []), x)).toBe(true)
    expect(T.toNested(T.slice(x, [1, 2, 3]))).toBe(23)
    expect(T.slice(x, [{ start: 5 }]).shape).toEqual([0, 3, 4])
  })

  test('are refused with a step of 0, an index outside, or too many ranges', () => {
    expect(() => T.slice(x, [{ step: 0 }])).toThrow('slice: expected whole numbers, and a step other than 0')
    expect(() => T.slice(x, [{ start: 0.5 }])).toThrow('slice: expected whole numbers')
    expect(() => T.slice(x, [2])).toThrow('slice: expected an index from -2 to 1, got 2')
    expect(() => T.slice(x, [{}, {}, {}, {}])).toThrow('slice: expected at most 3 ranges, got 4')
  })
})

describe('entries', () => {
  test('at reads what tabulate wrote, from either end', () => {
    const y = T.tabulate([2, 3, 4], (i, j, k) => 100 * i + 10 * j + k)
    expect(T.at(y, [1, 2, 3])).toBe(123)
    expect(T.at(y, [-1, -1, -4])).toBe(120)
    expect(T.at(T.scalar(4), [])).toBe(4)
    expect(() => T.at(y, [1, 2])).toThrow('at: expected 3 indices for shape 2x3x4, got 2')
    expect(() => T.at(y, [1, 3, 0])).toThrow('at: expected an index on axis 1 from -3 to 2, got 3')
    expect(() => T.at(y, [1, 0.5, 0])).toThrow('got 0.5')
  })

  test('with changes one entry of a copy', () => {
    expect(T.toNested(T.with(t([[1, 2], [3, 4]]), [1, -1], 9))).toEqual([[1, 2], [3, 9]])
    expect(() => T.with(t([1]), [1], 0)).toThrow('with: expected an index on axis 0 from -1 to 0, got 1')
  })

  test('row', () => {
    expect(T.identical(T.row(x, 1), T.slice(x, [1]))).toBe(true)
    expect(() => T.row(T.scalar(1), 0)).toThrow('row: expected at least one axis, got a scalar')
  })
})

describe('selections', () => {
  test('take along each axis', () => {
    for (const axis of [0, 1, 2]) {
      const list = [1, 0, -1, 1]
      const right = T.stack(list.map(i => T.slice(x, [0, 1, 2].map(a => (a === axis ? i : {})))), axis)
      expect(T.identical(T.take(x, list, axis), right)).toBe(true)
    }
    expect(() => T.take(x, [2])).toThrow('take: expected an index from -2 to 1, got 2')
    expect(T.take(x, []).shape).toEqual([0, 3, 4])
  })

  test('pick with fewer lists than axes keeps the rest', () => {
    expect(T.toNested(T.pick(x, [[1, 0], [2, 0]]))).toEqual([[20, 21, 22, 23], [0, 1, 2, 3]])
    expect(() => T.pick(x, [[0, 1], [0]])).toThrow('pick: expected lists of 2 indices, got 1')
    expect(() => T.pick(x, [[0, 1], [0, 3]])).toThrow('pick: expected an index on axis 1 from -3 to 2, got 3')
  })

  test('addAt is the adjoint of pick: <pick(x), v> = <x, addAt(0, v)>, exactly on integers', () => {
    const lists = [[1, 0, 1], [2, 0, 2]]
    const v = T.reshape(T.arange(12), [3, 4])
    expect(T.dot(T.pick(x, lists), v)).toBe(T.dot(x, T.addAt(T.zeros(x.shape), lists, v)))
  })

  test('mask over all axes, and over the first ones', () => {
    expect(T.toNested(T.mask(x, T.less(x, 3)))).toEqual([0, 1, 2])
    expect(T.toNested(T.mask(t([[1, 2], [3, 4], [5, 6]]), t([1, 0, 1])))).toEqual([[1, 2], [5, 6]])
    expect(() => T.mask(x, t([1, 0, 1]))).toThrow('mask: expected a mask over the first axes of 2x3x4, got 3')
  })

  test('compress of all entries', () => {
    expect(T.toNested(T.compress(t([[1, 2], [3, 4]]), [0, 1, 1]))).toEqual([2, 3])
    expect(() => T.compress(t([[1, 2], [3, 4]]), [1, 1, 1], 0)).toThrow(
      'compress: expected at most 2 conditions, got 3'
    )
  })
})
