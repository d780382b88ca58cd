import { describe, expect, test } from 'vitest'
import { batches, split } from '../../src/data/index.js'
import { run, seedOf } from '../../src/random/index.js'

describe('split', () => {
  test.each([[[3, 2]], [[1, 1, 1]], [[0, 5]], [[]]])('into %j deals every position at most once', sizes => {
    const parts = run(split(5, sizes), seedOf(4))
    expect(parts.map(part => part.length)).toEqual(sizes)
    expect(new Set(parts.flat()).size).toBe(parts.flat().length)
  })
  test.each([[[4, 2]], [[-1, 2]], [[1.5]]])('refuses %j of 5', sizes => {
    expect(() => split(5, sizes)).toThrow('split: expected whole sizes of at most 5 together')
  })
})

describe('batches', () => {
  test('put together again are what was there', () => {
    expect(batches([3, 1, 4, 1, 5], 2).flat()).toEqual([3, 1, 4, 1, 5])
  })
  test.each([0, -1, 2.5, NaN])('refuses a size of %s', size => {
    expect(() => batches([1], size)).toThrow(`batches: expected size: a whole number from 1, got ${size}`)
  })
})
