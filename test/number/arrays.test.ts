import { describe, expect, test } from 'vitest'
import { indexAt, indicesOf, sameShape, showShape, sizeOf, stridesOf } from '../../src/number/Shape.js'
import {
  type Arithmetic, dot, float64, fromEntries, grid, identity, kronecker, mapGrid, matmul, maximum, minus, norm,
  normSquared, plus, power, scale, sizes, sum, transpose, vectorOf, zipGrid
} from '../../src/number/index.js'

const matrix = (rows: ReadonlyArray<ReadonlyArray<number>>) => grid([rows.length, rows[0]?.length ?? 0], (i = 0,
  j = 0) => rows[i]?.[j] ?? NaN)

test('an index has as many numbers as the shape has axes: more do not compile', () => {
  // @ts-expect-error an array with one axis has no second index
  const wrong = grid([2], (i, j) => i + (j ?? 0))
  expect(wrong.shape).toEqual([2])
  expect(grid([2, 2], (i, j) => 2 * i + j).entries).toEqual([0, 1, 2, 3])
})

test('sizes are those of an array of the rank that is asked for', () => {
  expect(sizes(grid([2, 3], () => 0), 2)).toEqual([2, 3])
  expect(() => sizes(grid([2, 3], () => 0), 1)).toThrow('sizes: expected an array of rank 1, got 2x3')
})

describe('shapes', () => {
  test('have sizes, strides and words', () => {
    expect([[], [4], [2, 3], [0, 5]].map(sizeOf)).toEqual([1, 4, 6, 0])
    expect([[], [4], [2, 3, 4]].map(stridesOf)).toEqual([[], [1], [12, 4, 1]])
    expect([[], [4], [2, 3]].map(showShape)).toEqual(['scalar', '4', '2x3'])
  })
  test('are the same with the same sizes in the same order', () => {
    expect(sameShape([2, 3], [2, 3])).toBe(true)
    expect([[[2, 3], [3, 2]], [[2], [2, 1]], [[2, 1], [2]], [[], [1]]].map(([a = [], b = []]) => sameShape(a, b)))
      .toEqual([false, false, false, false])
  })
  test('count their positions row by row', () => {
    expect([0, 1, 4, 5].map(indicesOf([2, 3]))).toEqual([[0, 0], [0, 1], [1, 1], [1, 2]])
    expect(indexAt([2, 2, 2], 6)).toEqual([1, 1, 0])
  })
})

describe('grids', () => {
  test('are read by as many indices as they have axes', () => {
    const x = fromEntries([2, 3], [0, 1, 2, 10, 11, 12])
    expect([x.at(0, 0), x.at(0, 2), x.at(1, 0), x.at(1, 2)]).toEqual([0, 2, 10, 12])
    expect(() => x.at(0, 3)).toThrow('grid: expected an index below 2x3, got (0, 3)')
    expect(() => x.at(-1, 0)).toThrow('grid: expected an index below 2x3, got (-1, 0)')
    expect(() => x.at(1)).toThrow('grid: expected an index below 2x3, got (1)')
    expect(fromEntries([], [7]).at()).toBe(7)
  })
  test('are changed and combined entry by entry', () => {
    expect(mapGrid((a: number) => a + 1)(matrix([[1, 2]]))).toMatchObject({ shape: [1, 2], entries: [2, 3] })
    expect(zipGrid((a: number, b: number) => a - b)(vectorOf([5, 7]), vectorOf([1, 2]))).toMatchObject(
      { shape: [2], entries: [4, 5] }
    )
    expect(() => zipGrid((a: number) => a)(vectorOf([5, 7]), matrix([[1, 2]]))).toThrow(
      'zipGrid: expected two arrays of shape 2, got 1x2'
    )
  })
})

describe('vectors', () => {
  const [x, y] = [vectorOf([1, 2, -2]), vectorOf([3, 0, 5])]
  test('add, and have lengths and products', () => {
    expect([plus(float64)(x, y).entries, minus(float64)(x, y).entries, scale(float64)(3, x).entries])
      .toEqual([[4, 2, 3], [-2, 2, -7], [3, 6, -6]])
    expect([dot(float64)(x, y), normSquared(float64)(x), norm(float64)(x)]).toEqual([-7, 9, 3])
  })
})

describe('matrices', () => {
  const x = matrix([[1, 2, 3], [4, 5, 6]])
  const y = matrix([[1, 0], [2, -1], [0, 7]])
  test('multiply rows by columns, and a vector as a column', () => {
    expect(matmul(float64)(x, y)).toMatchObject({ shape: [2, 2], entries: [5, 19, 14, 37] })
    expect(matmul(float64)(x, vectorOf([1, 10, 100]))).toMatchObject({ shape: [2], entries: [321, 654] })
  })
  test('are transposed; the identity changes none', () => {
    expect(transpose(x)).toMatchObject({ shape: [3, 2], entries: [1, 4, 2, 5, 3, 6] })
    expect(identity(float64)(2).entries).toEqual([1, 0, 0, 1])
  })
  test("Kronecker's product has a block for each entry", () => {
    expect(kronecker(float64)(matrix([[1, 2, 3]]), matrix([[1, 10], [100, 1000]])))
      .toMatchObject({ shape: [2, 6], entries: [1, 10, 2, 20, 3, 30, 100, 1000, 200, 2000, 300, 3000] })
  })
})

describe('sums', () => {
  // what is added in which order, as a text
  const words: Pick<Arithmetic<string>, 'of' | 'add'> = { of: String, add: (a, b) => `(${a}+${b})` }
  const N = words as Arithmetic<string>
  test('run in order, from the left', () => {
    expect(sum(N)([3], i => `x${i}`)).toBe('((x0+x1)+x2)')
    expect(sum(N)([2, 2], (i, j) => `x${i}${j}`)).toBe('(((x00+x01)+x10)+x11)')
    expect([sum(N)([0], () => 'x'), sum(N)([], () => 'x')]).toEqual(['0', 'x'])
  })
  test('have a largest value', () => { expect([maximum(float64)([1, 5, 3]), maximum(float64)([2])]).toEqual([5, 2]) })
  test('whole powers take the fewest squares', () => {
    const text = { of: String, mul: (a: string, b: string) => `${a}*${b}`, square: (a: string) => `[${a}]` }
    expect([0, 1, 2, 3, 4, 6, 7].map(k => power(text)('a', k))).toEqual(
      ['1', 'a', '[a]', '[a]*a', '[[a]]', '[[a]*a]', '[[a]*a]*a']
    )
    expect(() => power(float64)(2, -1)).toThrow('power: expected a whole exponent from 0 to 2^53, got -1')
    expect(() => power(float64)(2, 0.5)).toThrow('power: expected a whole exponent from 0 to 2^53, got 0.5')
  })
})
