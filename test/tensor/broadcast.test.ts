import { describe, expect, test } from 'vitest'
import * as T from '../../src/tensor/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'

type Shape = ReadonlyArray<number>

const shapesUpTo = (rank: number, sizes: Shape): ReadonlyArray<Shape> =>
  rank === 0 ? [[]] : [[], ...shapesUpTo(rank - 1, sizes).flatMap(rest => sizes.map(size => [size, ...rest]))]
    .filter((shape, i, all) => all.findIndex(other => `${other}` === `${shape}` && other.length === shape.length) === i)

/**
 * The rule said another way, from the right and without alignment: the last sizes meet, and what lies before them meets by the
 * same rule; nothing meets anything. Two sizes meet when the set of sizes other than 1 has at most one member.
 */
const rule = (a: Shape, b: Shape): Shape | undefined => {
  if (a.length === 0) return b
  if (b.length === 0) return a
  const others = new Set([a.at(-1), b.at(-1)].filter(size => size !== 1)) as Set<number>
  const before = rule(a.slice(0, -1), b.slice(0, -1))
  return before === undefined || others.size > 1 ? undefined : [...before, ...(others.size === 0 ? [1] : others)]
}

const shapes = shapesUpTo(3, [0, 1, 2, 3])
const pairs = shapes.flatMap(a => shapes.map(b => [a, b] as const))

/** Entries that tell their place, and differ between two arrays. */
const counting = (shape: Shape, from: number): T.Tensor =>
  T.add(T.reshape(T.arange(shape.reduce((p, s) => p * s, 1)), shape), from)

describe('broadcasting', () => {
  test('of all pairs of shapes up to rank 3 with sizes 0 to 3 follows the rule, or refuses', () => {
    expect(pairs.length).toBe(85 * 85)
    const wrong = pairs.filter(([a, b]) => {
      const got = attempt(() => T.broadcastShapes(a, b))
      const expected = rule(a, b)
      return isLeft(got) ? expected !== undefined : JSON.stringify(got.right) !== JSON.stringify(expected)
    })
    expect(wrong).toEqual([])
  })

  test('every entry of every operation comes from the entries that the rule aligns', () => {
    const source = (x: T.Tensor, index: Shape): number =>
      T.at(x, index.slice(index.length - x.shape.length).map((i, axis) => (x.shape[axis] === 1 ? 0 : i)))
    const wrong = pairs.filter(([a, b]) => {
      const shape = rule(a, b)
      if (shape === undefined) return false
      const [x, y] = [counting(a, 1), counting(b, 100)]
      const expected = (f: (p: number, q: number) => number): T.Tensor =>
        T.tabulate(shape, (...i) => f(source(x, i), source(y, i)))
      return ![
        [T.add(x, y), expected((p, q) => p + q)],
        [T.sub(x, y), expected((p, q) => p - q)],
        [T.mul(x, y), expected((p, q) => p * q)],
        [T.div(x, y), expected((p, q) => p / q)],
        [T.maximum(x, y), expected((p, q) => Math.max(p, q))],
        [T.minimum(x, y), expected((p, q) => Math.min(p, q))],
        [T.less(x, y), expected((p, q) => (p < q ? 1 : 0))],
        [T.zip(x, y, (p, q) => p - 2 * q), expected((p, q) => p - 2 * q)],
        [T.where(T.greater(x, 3), x, y), expected((p, q) => (p > 3 ? p : q))],
      ].every(([got, right]) => T.identical(got as T.Tensor, right as T.Tensor))
    })
    expect(wrong).toEqual([])
  })

  test('broadcastTo reaches exactly the shapes that the rule leaves as they are', () => {
    const wrong = pairs.filter(([a, b]) => {
      const got = attempt(() => T.broadcastTo(counting(a, 1), b))
      return isLeft(got) === (JSON.stringify(rule(a, b)) === JSON.stringify(b))
    })
    expect(wrong).toEqual([])
  })

  test('a refusal names the function and both shapes', () => {
    expect(() => T.add(T.zeros([2, 3]), T.zeros([4])))
      .toThrow('add: expected shapes whose sizes, aligned on the right, are equal or 1, got 2x3 and 4')
    expect(() => T.broadcastTo(T.zeros([2]), [])).toThrow(
      'broadcastTo: expected an array that stretches to scalar, got 2'
    )
  })

  test('numbers meet every entry', () => {
    expect(T.toNested(T.sub(10, T.fromNested([1, 2])))).toEqual([9, 8])
    expect(T.toNested(T.maximum(0, T.fromNested([-1, 2])))).toEqual([0, 2])
    expect(T.toNested(T.add(1, 2))).toBe(3)
  })
})
