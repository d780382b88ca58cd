import { describe, expect, test } from 'vitest'
import type { Measured } from '../../src/claim/Measured.js'
import { measurePlain, type Plain } from '../../src/claim/plain.js'
import { atMost, equal, type Relation } from '../../src/claim/Relation.js'
import { fraction } from '../../src/number/fraction.js'
import { type Interval, nowhere, point, wholeLine } from '../../src/number/Interval.js'

const span = (lo: number, hi: number): Interval => ({ lo, hi })
const outcomes = (...pairs: ReadonlyArray<readonly [Plain, Plain]>): ReadonlyArray<Measured['outcome']> =>
  pairs.map(([left, right]) => measurePlain(equal<Plain>(left, right)).outcome)

/** What is found where there is nothing to compare, or a double is no number. */
const without = (outcome: Measured['outcome'], left: Interval, right: Interval) =>
  ({ outcome, slack: nowhere, resolution: Infinity, width: Infinity, place: 'y', left, right, sides: [
    'left', 'right'
  ] })

describe('two doubles', () => {
  test('are compared exactly', () => {
    expect(measurePlain(atMost<Plain>(2, 5, 'y'))).toEqual({
      outcome: 'holds', slack: point(3), resolution: 0, width: -Infinity, place: 'y', left: point(2), right: point(5),
      sides: ['left', 'right'], ratio: 0.4
    })
    expect(outcomes([1, 1], [1, 1 + 2 ** -52])).toEqual(['holds', 'violated'])
  })
  test('of which one is no number violate', () => {
    expect(measurePlain(equal<Plain>(NaN, 1, 'y'))).toEqual(without('violated', nowhere, point(1)))
    expect(measurePlain(atMost<Plain>(1, Infinity, 'y'))).toEqual(without('violated', point(1), point(Infinity)))
    expect(outcomes([-Infinity, 1], [1, NaN])).toEqual(['violated', 'violated'])
  })
  test('of which none is a number are compared with nothing', () => {
    expect(outcomes([NaN, NaN], [Infinity, Infinity], [NaN, -Infinity])).toEqual(['nowhere', 'nowhere', 'nowhere'])
  })
})

describe('intervals', () => {
  test('are compared by what they enclose', () => {
    expect(outcomes([span(1, 2), span(2, 3)], [span(1, 2), span(3, 4)], [point(1), point(1)])).toEqual(
      ['agrees', 'violated', 'holds']
    )
    expect(outcomes([wholeLine, point(1)], [nowhere, point(1)], [point(1), nowhere], [nowhere, wholeLine]))
      .toEqual(['perhaps', 'nowhere', 'nowhere', 'nowhere'])
  })
  test('beside a double, enclose it or not', () => {
    expect(measurePlain(equal<Plain>(3, span(1, 3), 'y'))).toEqual({
      outcome: 'agrees', slack: span(-2, 0), resolution: 2 ** (1 - Math.log2(3)), width: 1, place: 'y', left: point(3),
      right: span(1, 3),
      sides: ['left', 'right']
    })
    expect(outcomes([span(1, 3), 3], [span(1, 3), 4], [0, span(1, 3)])).toEqual(['agrees', 'violated', 'violated'])
  })
  test('beside a double that is no number are violated where they are defined', () => {
    expect(measurePlain(equal<Plain>(NaN, span(1, 3), 'y'))).toEqual(without('violated', nowhere, span(1, 3)))
    expect(measurePlain(equal<Plain>(span(1, 3), Infinity, 'y'))).toEqual(without('violated', span(1, 3), nowhere))
    expect(outcomes([NaN, wholeLine], [wholeLine, NaN], [NaN, nowhere], [nowhere, -Infinity])).toEqual(
      ['nowhere', 'nowhere', 'nowhere', 'nowhere'])
  })
  test('have the size of their tensor, be its entries intervals or doubles', () => {
    const resolution = (relation: Relation<Plain>, among: ReadonlyArray<Plain>) =>
      measurePlain({ ...relation, among }).resolution
    const agreement = equal<Plain>(span(1, 2), span(2, 3))
    // a width of 2 beside a size of 64 or of 32
    expect([[point(64)], [1, -64], [point(64), 32], [span(16, 32), 8]].map(among => resolution(agreement, among)))
      .toEqual([2 ** -5, 2 ** -5, 2 ** -5, 2 ** -4])
    expect(resolution(equal<Plain>(1, span(0, 2)), [1, 64])).toBe(2 ** -5)
  })
})

describe('fractions', () => {
  const [third, half] = [fraction(1n, 3n), fraction(1n, 2n)]
  test('are compared exactly', () => {
    expect(outcomes([third, fraction(2n, 6n)], [third, half])).toEqual(['holds', 'violated'])
  })
  test.each([
    ['a double and a fraction', 1, half], ['a fraction and a double', half, 1],
    ['a fraction and an interval', half, point(0.5)],
    ['an interval and a fraction', point(0.5), half], ['undefined and a double', undefined, 1],
    ['a double and string', 1, '1'],
    ['a fraction and object', half, null], ['object and a fraction', {}, half],
    ['object and an interval', null, point(1)]
  ])('are beside nothing else: %s', (got, left, right) => {
    expect(() => measurePlain(equal(left as Plain, right as Plain))).toThrow(expect.objectContaining({
      tag: 'input', message: `a law: expected two numbers (doubles or intervals, or two fractions), got ${got}`
    }))
  })
})
