import { describe, expect, test } from 'vitest'
import { multiHeadAttention, scaledDotProductAttention } from '../../src/definition/index.js'
import { float64, fromEntries, type Grid, grid, identity, mapGrid } from '../../src/number/index.js'

const numbers = (n: number, t: number, e: number, first = 0): Grid<number> =>
  grid([n, t, e], (i, j, k) => ((7 * (i * t * e + j * e + k + first)) % 23 - 11) / 4)

describe('attention', () => {
  const [k, v] = [numbers(2, 3, 4, 1), numbers(2, 3, 5, 2)]

  test('a query that fits all keys alike reads the mean of the values', () => {
    const v4 = numbers(1, 4, 2)
    const y = scaledDotProductAttention(float64)({ q: mapGrid(() => 0)(numbers(1, 2, 3)), k: numbers(1, 4, 3), v: v4 })
    const mean = [0, 1].map(m => [0, 1, 2, 3].reduce((sum, s) => sum + v4.at(0, s, m), 0) / 4)
    expect(y.shape).toEqual([1, 2, 2])
    expect(y.entries).toEqual([...mean, ...mean])
  })
  test('the weights are exp(<q, k> / sqrt(E)) over their sum', () => {
    // sqrt(4) divides exactly: the scores are log 3 and 0 where doubles hold them
    const q = fromEntries([1, 1, 4], [2 * Math.log(3), 0, 0, 0])
    const keys = fromEntries([1, 2, 4], [1, 5, 6, 7, 0, 1, 2, 3])
    const [e, values] = [Math.exp(Math.log(3)), fromEntries([1, 2, 1], [1, 0])]
    expect(scaledDotProductAttention(float64)({ q, k: keys, v: values }).entries).toEqual([e / (e + 1)])
  })
  test('each example reads of its own', () => {
    const q = numbers(2, 2, 4)
    const of = (x: Grid<number>, n: number): Grid<number> =>
      grid([1, x.shape[1] ?? 0, x.shape[2] ?? 0], (_, i, j) => x.at(n, i, j))
    const alone = [0, 1].map(n => scaledDotProductAttention(float64)({ q: of(q, n), k: of(k, n), v: of(v, n) }).entries)
    expect(scaledDotProductAttention(float64)({ q, k, v }).entries).toEqual(alone.flat())
  })
})

describe('several heads', () => {
  const x = numbers(2, 3, 4)
  const one = identity(float64)(4)
  const square = (first: number): Grid<number> => grid([4, 4], (i, j) => ((5 * (4 * i + j + first)) % 17 - 8) / 4)
  const [wq, wk, wv, wo] = [square(1), square(2), square(3), square(4)]

  test('one head, and no change before or after: attention of x to itself', () => {
    const y = multiHeadAttention(float64)({ wq: one, wk: one, wv: one, wo: one }, 1)(x)
    expect(y.entries).toEqual(scaledDotProductAttention(float64)({ q: x, k: x, v: x }).entries)
  })
  test('a head sees its block of columns, and its output goes through its rows of wo', () => {
    const half = (w: Grid<number>, head: number): Grid<number> => grid([4, 2], (i, j) => w.at(i, 2 * head + j))
    const times = (w: Grid<number>): Grid<number> => grid([2, 3, w.shape[1] ?? 0], (n, t, e) =>
      [0, 1, 2, 3].map(d => x.at(n, t, d) * w.at(d, e)).reduce((a, b) => a + b))
    const read = [0, 1].map(head => scaledDotProductAttention(float64)(
      { q: times(half(wq, head)), k: times(half(wk, head)), v: times(half(wv, head)) }))
    const known = grid([2, 3, 4], (n, t, e) =>
      [0, 1, 2, 3].map(d => (read[Math.floor(d / 2)]?.at(n, t, d % 2) ?? NaN) * wo.at(d, e)).reduce((a, b) => a + b))
    expect(multiHeadAttention(float64)({ wq, wk, wv, wo }, 2)(x).entries).toEqual(known.entries)
  })
})
