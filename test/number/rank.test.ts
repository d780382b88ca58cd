import { expect, test } from 'vitest'
import { rankModuloPrime } from '../../src/number/index.js'

const rank = (rows: ReadonlyArray<ReadonlyArray<number>>): number =>
  rankModuloPrime(rows.map(row => new Map(row.map((x, column) => [column, x] as const).filter(([, x]) => x !== 0))))

test('the ranks of small matrices', () => {
  expect(rank([])).toBe(0)
  expect(rank([[0, 0], [0, 0]])).toBe(0)
  expect(rank([[1, 2], [2, 4]])).toBe(1)
  expect(rank([[1, 2], [3, 4]])).toBe(2)
  expect(rank([[1, 2, 3], [4, 5, 6], [7, 8, 9]])).toBe(2)
  expect(rank([[0, 0, 5], [0, -7, 1], [3, 1, 1]])).toBe(3)
})

test('a row that is a combination of the others adds nothing', () => {
  const [a, b] = [[3, -1, 4, 1], [5, 9, -2, 6]]
  expect(rank([a, b, a.map((x, i) => 7 * x - 11 * (b[i] ?? 0))])).toBe(2)
})

test('it is a bound from below: a determinant that the prime divides vanishes modulo it', () => {
  expect(rank([[67108859]])).toBe(0)
})
