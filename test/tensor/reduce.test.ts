import { describe, expect, test } from 'vitest'
import * as R from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'

const shape = [2, 3, 4, 2]
const x = T.map(R.run(R.uniforms(shape), R.seedOf(5)), u => Math.floor(u * 9) - 4)

const subsets = shape.reduce<ReadonlyArray<ReadonlyArray<number>>>(
  (all, _, axis) => [...all, ...all.map(s => [...s, axis])], [[]],
)

/** The entries that meet at one place of the result, in row-major order, for a reduction over these axes with keepdims. */
const lane = (axes: ReadonlyArray<number>, index: ReadonlyArray<number>): ReadonlyArray<number> => {
  const part = T.slice(x, index.map((i, axis) => (axes.includes(axis) ? {} : { start: i, stop: i + 1 })))
  return [...part.data]
}

const expected = (axes: ReadonlyArray<number>, f: (entries: ReadonlyArray<number>) => number): T.Tensor =>
  T.tabulate(shape.map((size, axis) => (axes.includes(axis) ? 1 : size)), (...index) => f(lane(axes, index)))

const added = (entries: ReadonlyArray<number>): number => entries.reduce((a, b) => a + b, 0)
const mean = (entries: ReadonlyArray<number>): number => added(entries) / entries.length

describe.each(subsets.map(axis => ({ axis })))('over the axes $axis', ({ axis }) => {
  test.each([
    ['sum', T.sum, added],
    ['mean', T.mean, mean],
    ['variance', T.variance, (e: ReadonlyArray<number>) => mean(e.map(a => (a - mean(e)) ** 2))],
    ['max', T.max, (e: ReadonlyArray<number>) => Math.max(...e)],
    ['min', T.min, (e: ReadonlyArray<number>) => Math.min(...e)],
    ['argmax', T.argmax, (e: ReadonlyArray<number>) => e.indexOf(Math.max(...e))],
    ['argmin', T.argmin, (e: ReadonlyArray<number>) => e.indexOf(Math.min(...e))],
  ])('%s is what its entries say', (_, reduce, f) => {
    const right = expected(axis, f)
    expect(T.equal(reduce(x, { axis, keepdims: true }), right)).toBe(true)
    expect(T.equal(reduce(x, { axis }), T.squeeze(right, axis))).toBe(true)
    expect(T.equal(reduce(x, { axis: axis.map(a => a - 4) }), T.squeeze(right, axis))).toBe(true)
  })
})

describe('conventions', () => {
  test('all axes when none is said', () => {
    expect(T.sum(x).shape).toEqual([])
    expect(T.sum(x, { keepdims: true }).shape).toEqual([1, 1, 1, 1])
    expect(T.item(T.sum(x))).toBe(added([...x.data]))
  })

  test('the sum of nothing is 0; the rest of nothing is refused', () => {
    expect(T.toNested(T.sum(T.zeros([0, 3]), { axis: 0 }))).toEqual([0, 0, 0])
    expect(T.sum(T.zeros([0, 3]), { axis: 1 }).shape).toEqual([0])
    expect(T.max(T.zeros([0, 3]), { axis: 1 }).shape).toEqual([0])
    expect(() => T.max(T.zeros([0, 3]), { axis: 0 })).toThrow(
      'max: expected at least one entry to reduce, got shape 0x3'
    )
    for (const f of [T.mean, T.variance, T.min, T.argmax, T.argmin]) expect(() => f(T.zeros([0]))).toThrow(
      'at least one entry'
    )
  })

  test('NaN is the extreme, and the first one is found', () => {
    const y = T.fromNested([1, NaN, 3, NaN])
    expect([T.item(T.argmax(y)), T.item(T.argmin(y))]).toEqual([1, 1])
    expect(T.item(T.max(y))).toBeNaN()
    expect(T.item(T.min(y))).toBeNaN()
    expect(T.item(T.argmax(T.fromNested([NaN, 5])))).toBe(0)
    expect(T.item(T.argmax(T.full([3], -Infinity)))).toBe(0)
  })

  test('equals: the first wins in maximum and minimum too', () => {
    expect(Object.is(T.item(T.maximum(-0, 0)), -0)).toBe(true)
    expect(Object.is(T.item(T.minimum(0, -0)), 0)).toBe(true)
    expect(T.toNested(T.maximum(T.fromNested([NaN, 1]), T.fromNested([1, NaN])))).toEqual([NaN, NaN])
  })

  test('an axis that is not there, or twice, is refused', () => {
    expect(() => T.sum(x, { axis: 4 })).toThrow('sum: expected an axis from -4 to 3, got 4')
    expect(() => T.sum(x, { axis: [1, -3] })).toThrow('sum: expected each axis once, got axes 1, 1')
    expect(() => T.sum(T.scalar(1), { axis: 0 })).toThrow('sum: expected an axis, of which there is none, got 0')
  })
})

describe('sorting', () => {
  const y = T.fromNested([[3, 1, 2], [1, NaN, 1], [-Infinity, Infinity, 0]])

  test('argsort is stable and puts NaN last, along either axis', () => {
    expect(T.toNested(T.argsort(y))).toEqual([[1, 2, 0], [0, 2, 1], [0, 2, 1]])
    expect(T.toNested(T.argsort(y, 0))).toEqual([[2, 0, 2], [1, 2, 1], [0, 1, 0]])
    expect(T.toNested(T.argsort(T.fromNested([NaN, Infinity, NaN, Infinity])))).toEqual([1, 3, 0, 2])
    expect(T.toNested(T.argsort(T.fromNested([0, -0, 0])))).toEqual([0, 1, 2])
    expect(T.argsort(T.zeros([2, 0])).shape).toEqual([2, 0])
  })

  test('takeAlong sorts by it', () => {
    expect(T.toNested(T.takeAlong(y, T.argsort(y), 1))).toEqual([[1, 2, 3], [1, 1, NaN], [-Infinity, 0, Infinity]])
    expect(T.toNested(T.takeAlong(y, T.argsort(y, 0), 0))).toEqual([[-Infinity, 1, 0], [1, Infinity, 1], [3, NaN, 2]])
  })

  test('bincount counts, has at least so many bins, and refuses what is no count', () => {
    expect(T.toNested(T.bincount(T.fromNested([0, 2, 2, 5])))).toEqual([1, 0, 2, 0, 0, 1])
    expect(T.toNested(T.bincount(T.zeros([0]), { minLength: 3 }))).toEqual([0, 0, 0])
    expect(() => T.bincount(T.fromNested([1, -1]))).toThrow('bincount: expected whole numbers from 0, got -1')
    expect(() => T.bincount(T.fromNested([0.5]))).toThrow('got 0.5')
    expect(() => T.bincount(T.fromNested([NaN]))).toThrow('got NaN')
  })
})
