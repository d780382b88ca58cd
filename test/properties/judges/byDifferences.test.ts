import { describe, expect, test } from 'vitest'
import { byDifferences } from '../../../properties/judges/byDifferences.js'
import { contains } from '../../../src/number/Interval.js'
import * as T from '../../../src/tensor/index.js'

type Inputs = Readonly<Record<string, T.Tensor>>

/** The slope at one input of a function of one entry. */
const slopeAt = (f: (x: number) => number, x: number, dy = 1) => {
  const run = (inputs: Inputs) => ({ y: T.map(inputs['x'] as T.Tensor, f) })
  return byDifferences({ varying: { x: [1] }, run }, { x: T.fromFlat([1], [x]) })(T.fromFlat([1], [dy]))['x']?.at(0)
    ?? { lo: NaN, hi: NaN }
}

describe('the slope of a function by differences', () => {
  test.each([
    ['x^2', (x: number) => x * x, 3, 6], ['sin', Math.sin, 0.5, Math.cos(0.5)], ['exp', Math.exp, -2, Math.exp(-2)],
    ['1/x',
      (x: number) => 1 / x, 0.25, -16],
    ['a constant', () => 7, 2, 0], ['x^3 at 0', (x: number) => x * x * x, 0, 0], ['log at 1e-5', Math.log, 1e-5, 1e5]
  ])('of %s is enclosed closely', (_, f, x, slope) => {
    const found = slopeAt(f, x)
    expect([contains(found, slope), found.hi - found.lo <= 1e-5 * Math.max(1, Math.abs(slope)), found.isKink])
      .toEqual([true, true, undefined])
  })
  test('is multiplied by the cotangent', () => { expect(contains(slopeAt(x => x * x, 3, -2), -12)).toBe(true) })
  test('is no slope where the function has no value, and unknown where it ends near', () => {
    expect([slopeAt(Math.log, -1), slopeAt(x => 1 / x, 0)].map(({ lo, hi }) => [lo, hi])).toEqual(
      [[NaN, NaN], [NaN, NaN]]
    )
    expect(slopeAt(Math.sqrt, 0)).toMatchObject({ lo: -Infinity, hi: Infinity })
  })
  test('is any between those on either side at a kink', () => {
    const found = slopeAt(Math.abs, 0)
    expect([found.isKink, contains(found, -1), contains(found, 1), contains(found, 1.01), contains(found, -1.01)])
      .toEqual([true, true, true, false, false])
  })
  test('is unknown for numbers beyond 2^30', () => {
    expect(slopeAt(x => x, 2 ** 30)).toMatchObject({ lo: -Infinity, hi: Infinity })
    expect(contains(slopeAt(x => x, 2 ** 29), 1)).toBe(true)
    expect(slopeAt(x => x, 2 ** 29).hi < 2).toBe(true)
  })
})

test('cotangents of several inputs add over all outputs', () => {
  const run = (inputs: Inputs) => ({ y: T.mul(inputs['a'] as T.Tensor, inputs['b'] as T.Tensor) })
  const inputs = { a: T.fromFlat([2], [3, 5]), b: T.fromFlat([2], [-1, 2]) }
  const found = byDifferences({ varying: { a: [2] }, run }, inputs)(T.fromFlat([2], [10, 100]))
  expect(Object.keys(found)).toEqual(['a'])
  expect([contains(found['a']?.at(0) ?? { lo: 1, hi: 0 }, -10), contains(found['a']?.at(1) ?? { lo: 1, hi: 0 }, 200)])
    .toEqual([true, true])
})

test('what cancels within the function widens what is known', () => {
  const width = (cancelled: number): number => {
    const run = (inputs: Inputs) => ({ y: T.map(inputs['x'] as T.Tensor, x => 1e8 + x - 1e8) })
    const { lo, hi } =
      byDifferences({ varying: { x: [1] }, run }, { x: T.fromFlat([1], [3]) }, cancelled)(T.fromFlat([1],
        [1]))['x']?.at(0) ?? { lo: 0, hi: 0 }
    return hi - lo
  }
  expect([width(1e8) > 100 * width(0), width(1e8) < 1e-2]).toEqual([true, true])
})
