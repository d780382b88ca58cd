import { describe, expect, test } from 'vitest'
import * as T from '../../src/tensor/index.js'

const t = T.fromNested
const x = T.reshape(T.arange(24), [2, 3, 4])
const permutations = (items: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  items.length === 0 ? [[]] : items.flatMap(a => permutations(items.filter(b => b !== a)).map(rest => [a, ...rest]))

describe('reshape', () => {
  test('works one size out', () => {
    expect(T.reshape(x, [4, -1]).shape).toEqual([4, 6])
    expect(T.reshape(x, [-1]).shape).toEqual([24])
    expect(T.reshape(T.zeros([0, 3]), [-1, 3]).shape).toEqual([0, 3])
    expect(T.reshape(T.scalar(5), [1, 1]).shape).toEqual([1, 1])
  })
  test.each([[[5, -1]], [[-1, -1]], [[23]], [[-1, 0]], [[-24]], [[2.5, -1]]])('refuses %j for 24 entries', shape => {
    expect(() => T.reshape(x, shape)).toThrow('reshape: expected a shape of 24 entries (from 2x3x4)')
  })
})

describe('axes', () => {
  test.each(permutations([0, 1, 2]).map(axes => ({ axes })))('transpose $axes moves every entry', ({ axes }) => {
    const y = T.transpose(x, axes)
    const right = T.tabulate(
      axes.map(a => x.shape[a] ?? 0), (...i) => T.at(x, [0, 1, 2].map(a => i[axes.indexOf(a)] ?? 0))
    )
    expect(T.identical(y, right)).toBe(true)
    expect(T.identical(T.transpose(y, [0, 1, 2].map(a => axes.indexOf(a))), x)).toBe(true)
  })

  test('transpose reverses, and refuses what is no permutation', () => {
    expect(T.transpose(x).shape).toEqual([4, 3, 2])
    expect(T.identical(T.transpose(t([1, 2])), t([1, 2]))).toBe(true)
    expect(() => T.transpose(x, [0, 1])).toThrow('transpose: expected each of 3 axes once, got axes 0, 1')
    expect(() => T.transpose(x, [0, 1, 1])).toThrow('transpose: expected each of 3 axes once')
    expect(() => T.transpose(x, [0, 1, 3])).toThrow('transpose: expected an axis from -3 to 2, got 3')
  })

  test('moveaxis', () => {
    expect(T.moveaxis(x, 0, -1).shape).toEqual([3, 4, 2])
    expect(T.moveaxis(x, -1, 0).shape).toEqual([4, 2, 3])
    expect(T.identical(T.moveaxis(x, 1, 1), x)).toBe(true)
  })

  test('flip', () => {
    const m = t([[1, 2, 3], [4, 5, 6]])
    expect(T.toNested(T.flip(m))).toEqual([[6, 5, 4], [3, 2, 1]])
  })

  test('expandDims and squeeze undo each other', () => {
    for (const axis of [0, 1, 2, 3, -1, -4]) expect(T.identical(T.squeeze(T.expandDims(x, axis)), x)).toBe(true)
    expect(() => T.squeeze(x, 0)).toThrow('squeeze: expected size 1 on axis 0, got 2')
  })
})

describe('joining', () => {
  test('concatenate along each axis is undone by slices', () => {
    for (const axis of [0, 1, 2]) {
      const size = x.shape[axis] ?? 0
      const y = T.concatenate([x, T.neg(x), x], axis)
      const part = (k: number): T.Tensor =>
        T.slice(y, [0, 1, 2].map(a => (a === axis ? { start: k * size, stop: (k + 1) * size } : {})))
      expect(T.identical(part(0), x) && T.identical(part(1), T.neg(x)) && T.identical(part(2), x)).toBe(true)
    }
    expect(T.concatenate([T.zeros([2, 0]), T.zeros([2, 3])], 1).shape).toEqual([2, 3])
    expect(() => T.concatenate([x, T.zeros([2, 3, 5])], 1)).toThrow(
      'concatenate: expected 2x3x4 apart from axis 1, got 2x3x5'
    )
    expect(() => T.concatenate([])).toThrow('concatenate: expected at least one array, got none')
  })

  test('stack adds an axis', () => {
    for (const axis of [0, 1, 2, 3, -1]) {
      const y = T.stack([x, T.neg(x)], axis)
      expect(T.identical(T.slice(T.moveaxis(y, axis, 0), [1]), T.neg(x))).toBe(true)
    }
    expect(() => T.stack([x, T.zeros([24])])).toThrow('stack: expected arrays of shape 2x3x4, got 24')
  })

  test('pad puts the array at its corner', () => {
    const y = T.pad(x, [[1, 0], [0, 2], [3, 1]], -1)
    expect(y.shape).toEqual([3, 5, 8])
    const inside = (i: number, j: number, k: number): boolean => i >= 1 && j < 3 && k >= 3 && k < 7
    const right = T.tabulate([3, 5, 8], (i, j, k) => (inside(i, j, k) ? T.at(x, [i - 1, j, k - 3]) : -1))
    expect(T.identical(y, right)).toBe(true)
    expect(T.toNested(T.pad(T.scalar(3), []))).toBe(3)
    expect(T.identical(T.pad(x, 0), x)).toBe(true)
    expect(() => T.pad(x, [[1, 1]])).toThrow('pad: expected 3 pairs of widths, got 1')
    expect(() => T.pad(x, -1)).toThrow('pad: expected whole sizes from 0')
  })

  test('tile repeats', () => {
    expect(T.toNested(T.tile(t([[1, 2], [3, 4]]), 2))).toEqual([[1, 2, 1, 2], [3, 4, 3, 4]])
    expect(T.toNested(T.tile(t([1, 2]), [2, 1]))).toEqual([[1, 2], [1, 2]])
    expect(T.toNested(T.tile(t([[1], [2]]), [2, 2]))).toEqual([[1, 1], [2, 2], [1, 1], [2, 2]])
    expect(T.tile(x, [0, 1, 2]).shape).toEqual([0, 3, 8])
  })
})
