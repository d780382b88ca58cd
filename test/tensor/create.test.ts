import { describe, expect, test } from 'vitest'
import * as T from '../../src/tensor/index.js'

describe('fromNested', () => {
  test('and toNested undo each other', () => {
    const all: ReadonlyArray<T.Nested> = [5, [], [1], [[1, 2], [3, 4]], [[[NaN, Infinity]], [[-0, 1e-320]]], [[], []]]
    for (const nested of all) {
      expect(T.toNested(T.fromNested(nested))).toEqual(nested)
    }
    expect(T.fromNested([[], []]).shape).toEqual([2, 0])
  })

  test.each([
    [[[1, 2], [3]], 'fromNested: expected 2 entries at [1], got 1'],
    [[[1], [2, 3]], 'fromNested: expected 1 entries at [1], got 2'],
    [[1, [2]], 'fromNested: expected a number at [1], got an array'],
    [[[1], 2], 'fromNested: expected 1 entries at [1], got 2'],
    [[[1, 2], [3, '4']], 'fromNested: expected a number at [1][1], got "4"'],
    [[[[1]], [[null]]], 'fromNested: expected a number at [1][0][0], got null'],
    [Array.from({ length: 3 }).fill(1, 0, 1), 'fromNested: expected a number at [1], got nothing'],
    ['7', 'fromNested: expected a number at the top, got "7"'],
    [[1n], 'fromNested: expected a number at [0], got 1'],
    [{ length: 1 }, 'fromNested: expected a number at the top, got an object with length'],
  ])('refuses with a place (%#)', (nested, message) => {
    expect(() => T.fromNested(nested as T.Nested)).toThrow(message)
  })
})

describe('sizes', () => {
  test.each([[[-1]], [[1.5]], [[NaN]], [[2 ** 20, 2 ** 20]]])('%j is no shape', shape => {
    expect(() => T.zeros(shape)).toThrow('expected whole sizes from 0, at most 2^32 entries in all')
  })
  test('0 is a size', () => expect(T.ones([2, 0, 3]).shape).toEqual([2, 0, 3]))
  test('fromFlat and item check the count', () => {
    expect(() => T.fromFlat([2, 2], [1, 2, 3])).toThrow('expected 4 entries for shape 2x2, got 3')
    expect(() => T.item(T.zeros([2]))).toThrow('item: expected one entry, got 2 (2)')
  })
})

describe('ranges', () => {
  test('linspace ends on its end', () => {
    for (const n of [2, 3, 7, 50, 1001]) expect(T.at(T.linspace(0.1, 0.7, n), [-1])).toBe(0.7)
    expect(T.toNested(T.linspace(2, 3, 1))).toEqual([2])
    expect(T.toNested(T.linspace(2, 3, 0))).toEqual([])
    expect(() => T.linspaceStep(2, 3, 1)).toThrow('linspaceStep: expected at least 2 points, got 1')
  })
  test('arange refuses a step of 0 and ends that are not finite', () => {
    expect(() => T.arange(0, 5, 0)).toThrow('arange: expected finite ends and a step other than 0')
    expect(() => T.arange(Infinity)).toThrow('arange')
  })
  test('clip refuses crossed ends', () => {
    expect(() => T.clip(T.zeros([1]), 2, 1)).toThrow('clip: expected low <= high, got 2 and 1')
    expect(T.toNested(T.clip(T.fromNested([NaN, -0]), 0, 1))).toEqual([NaN, -0])
  })
})

describe('conversion and print', () => {
  test('grids', () => {
    const x = T.fromNested([[1, 2], [3, 4]])
    expect(T.identical(T.fromGrid(T.toGrid(x)), x)).toBe(true)
    expect(T.liftGrid(BigInt)(x).entries).toEqual([1n, 2n, 3n, 4n])
  })
  test('equal and identical', () => {
    const [zero, negative, nan] = [T.zeros([1]), T.neg(T.zeros([1])), T.full([1], NaN)]
    expect([T.equal(zero, negative), T.identical(zero, negative)]).toEqual([true, false])
    expect([T.equal(nan, nan), T.identical(nan, nan)]).toEqual([false, true])
    expect(T.equal(T.zeros([2, 3]), T.zeros([3, 2]))).toBe(false)
    expect(T.equal(T.zeros([0, 3]), T.zeros([0, 2]))).toBe(false)
  })
  test('show', () => {
    expect(T.show(T.scalar(0.1 + 0.2))).toBe('0.3')
    expect(T.show(T.fromNested([-0, 1e-9, NaN, -Infinity]))).toBe('[-0, 1e-9, NaN, -Infinity]')
    expect(T.show(T.zeros([2, 0]))).toBe('[[], []]')
    expect(T.show(T.arange(100))).toBe('[0, 1, 2, ..., 97, 98, 99]')
  })
})
