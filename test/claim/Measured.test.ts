import { describe as group, expect, test } from 'vitest'
import { describe, leastWidth, type Measured, measure } from '../../src/claim/Measured.js'
import { atMost, besideSize, between, equal, type Relation } from '../../src/claim/Relation.js'
import { balls, floats, fractions, intervals } from '../../src/claim/System.js'
import { nowhereBall, wholeBall } from '../../src/number/ball.js'
import { fraction, undefinedFraction } from '../../src/number/fraction.js'
import { type Interval, nowhere, point, wholeLine } from '../../src/number/Interval.js'

const span = (lo: number, hi: number): Interval => ({ lo, hi })

group('in words', () => {
  const seen = { place: 'y[0]', left: point(1), right: span(2, 3), sides: ['layer', 'definition'] } as const
  test('place, names and sides', () => { expect(describe(seen)).toBe('y[0]: layer 1, definition [2, 3]') })
  test('no place, or one that is spelled now', () => {
    expect(describe({ ...seen, place: '' })).toBe('layer 1, definition [2, 3]')
    expect(describe({ ...seen, place: () => 'w[1]' })).toBe('w[1]: layer 1, definition [2, 3]')
  })
})

test('a width counts down to one bit above the smallest normal double, 2^-1022', () => {
  expect(2 ** leastWidth).toBe(2 * 2 ** -1022)
})

group('a relation of another kind', () => {
  test('is refused', () => {
    expect(() => measure(floats)({ ...equal(1, 1), kind: '>=' as '=' })).toThrow(
      expect.objectContaining(
        { tag: 'input', message: 'a relation: expected what equal or atMost makes, got the kind >=' }
      ))
  })
})

/** What is found of two doubles, which are exact. */
const ofDoubles = (outcome: Measured['outcome'], slack: number, left: number, right: number) => ({
  outcome, slack: point(slack), resolution: 0, width: -Infinity, place: 'y', left: point(left), right: point(right),
  sides: ['left', 'right']
})

group('over doubles', () => {
  const at = measure(floats)
  test('an equality holds or is violated', () => {
    expect(at(equal(2, 2, 'y'))).toEqual(ofDoubles('holds', 0, 2, 2))
    expect(at(equal(2, 5, 'y'))).toEqual(ofDoubles('violated', -3, 2, 5))
    expect(at(equal(5, 2, 'y'))).toEqual(ofDoubles('violated', -3, 5, 2))
    expect(at(equal(0, 2 ** -1074, 'y'))).toEqual(ofDoubles('violated', -(2 ** -1074), 0, 2 ** -1074))
  })
  test('an inequality holds or is violated, and has a ratio where both sides are above 0', () => {
    expect(at(atMost(2, 5, 'y'))).toEqual({ ...ofDoubles('holds', 3, 2, 5), ratio: 0.4 })
    expect(at(atMost(2, 2, 'y'))).toEqual({ ...ofDoubles('holds', 0, 2, 2), ratio: 1 })
    expect(at(atMost(5, 2, 'y'))).toEqual({ ...ofDoubles('violated', -3, 5, 2), ratio: 2.5 })
    expect(at(atMost(0, 2, 'y'))).toEqual(ofDoubles('holds', 2, 0, 2))
    expect(at(atMost(2, 0, 'y'))).toEqual(ofDoubles('violated', -2, 2, 0))
    expect(at(atMost(-4, -2, 'y'))).toEqual(ofDoubles('holds', 2, -4, -2))
  })
  test('what is not finite is compared with nothing', () => {
    expect(at(between('layer', 'definition', equal(NaN, 1, 'y')))).toEqual({
      outcome: 'nowhere', slack: nowhere, resolution: Infinity, width: Infinity, place: 'y', left: nowhere,
      right: point(1),
      sides: ['layer', 'definition']
    })
    expect([at(equal(1, Infinity)).outcome, at(equal(Infinity, Infinity)).outcome, at(atMost(-Infinity, 1)).outcome])
      .toEqual(['nowhere', 'nowhere', 'nowhere'])
  })
})

/** Outcome, slack, resolution and width of a relation between intervals. */
const at = (relation: Relation<Interval>) => {
  const { outcome, slack: { lo, hi }, resolution, width, ratio } = measure(intervals)(relation)
  return [outcome, lo, hi, resolution, width, ratio]
}

group('over intervals', () => {
  test('an equality is violated where the sides are apart', () => {
    // the sides are from 3 to 7 apart: a width of 4 beside a size of 8
    expect(at(equal(span(1, 2), span(5, 8)))).toEqual(['violated', -7, -3, 0.5, 2, undefined])
    expect(at(equal(span(5, 8), span(1, 2)))).toEqual(['violated', -7, -3, 0.5, 2, undefined])
  })
  test('it agrees where they meet, be it in one number', () => {
    expect(at(equal(span(1, 4), span(3, 8)))).toEqual(['agrees', -7, 0, 1, 3, undefined])
    expect(at(equal(span(3, 8), span(1, 4)))).toEqual(['agrees', -7, 0, 1, 3, undefined])
    expect(at(equal(span(0, 2), span(2, 4)))).toEqual(['agrees', -4, 0, 1, 2, undefined])
    expect(at(equal(span(2, 4), span(0, 2)))).toEqual(['agrees', -4, 0, 1, 2, undefined])
  })
  test('it holds between points', () => {
    expect(at(equal(point(3), point(3)))).toEqual(['holds', 0, 0, 0, -Infinity, undefined])
  })
  test('an inequality holds where no slack is below 0, is violated where all of it is, and else is open', () => {
    // the ratio is the most of the left side beside the least of the right
    expect(at(atMost(span(1, 2), span(5, 8)))).toEqual(['holds', 3, 7, 0.5, 2, 0.4])
    expect(at(atMost(span(1, 2), span(2, 5)))).toEqual(['holds', 0, 4, 2 ** (2 - Math.log2(5)), 2, 1])
    expect(at(atMost(span(1, 4), span(3, 8)))).toEqual(['open', -1, 7, 1, 3, 4 / 3])
    expect(at(atMost(span(2, 5), span(1, 2)))).toEqual(['open', -4, 0, 2 ** (2 - Math.log2(5)), 2, 5])
    expect(at(atMost(span(5, 8), span(1, 2)))).toEqual(['violated', -7, -3, 0.5, 2, 8])
    expect(at(atMost(span(0, 2), span(4, 6)))).toEqual(['holds', 2, 6, 2 ** (2 - Math.log2(6)), 2, undefined])
    expect(at(atMost(span(4, 6), span(0, 2)))).toEqual(['violated', -6, -2, 2 ** (2 - Math.log2(6)), 2, undefined])
  })
  test.each([
    [wholeLine, point(1), 'perhaps'], [point(1), wholeLine, 'perhaps'], [wholeLine, wholeLine, 'perhaps'],
    [nowhere, point(1), 'nowhere'], [point(1), nowhere, 'nowhere'], [nowhere, wholeLine, 'nowhere'],
    [wholeLine, nowhere, 'nowhere']
  ])('%o beside %o', (left, right, outcome) => {
    expect(measure(intervals)(atMost(left, right, 'y'))).toEqual(
      { outcome, slack: nowhere, resolution: Infinity, width: Infinity, place: 'y', left, right, sides: [
        'left', 'right'
      ] })
  })
  test('half lines are not resolved at all', () => {
    expect(at(equal(span(5, Infinity), span(0, Infinity)))).toEqual(
      ['agrees', -Infinity, 0, Infinity, Infinity, undefined]
    )
  })
})

group('the size beside which an agreement counts', () => {
  const agreement = equal(span(1, 4), span(3, 8))
  const resolution = (relation: Relation<Interval>) => measure(intervals)(relation).resolution
  test('is that of the larger side', () => {
    expect([resolution(agreement), resolution(equal(span(3, 8), span(1, 4)))]).toEqual([1, 1])
  })
  test('or of the largest entry of its tensor of which something is known', () => {
    const among = (...entries: ReadonlyArray<Interval>) => resolution({ ...agreement, among: entries })
    expect(among(point(64), point(2))).toBe(2 ** (3 - 6))
    expect(among(point(2), span(-64, 0), point(32))).toBe(2 ** (3 - 6))
    expect(among(point(2))).toBe(1)
    expect(among(wholeLine, nowhere, point(16), nowhere, span(0, Infinity))).toBe(2 ** (3 - 4))
  })
  test('or the one that the law names', () => {
    expect([resolution(besideSize(32, agreement)), resolution(besideSize(2, agreement))]).toEqual([2 ** (3 - 5), 1])
    expect(resolution({ ...besideSize(32, agreement), among: [point(64)] })).toBe(2 ** (3 - 6))
    expect(resolution({ ...besideSize(64, agreement), among: [point(32)] })).toBe(2 ** (3 - 6))
  })
})

group('over balls', () => {
  const N = balls(60)
  const measured = measure(N)
  const ball = (mid: bigint, rad: bigint, exp = 0) => ({ mid, exp, rad })
  test('an equality agrees, holds or is violated', () => {
    expect(measured(equal(ball(3n, 1n), ball(4n, 1n), 'y'))).toEqual({
      // the difference is from -1 to 3: its radius 2 has two bits, its width three; a side is below 2^3
      outcome: 'agrees', slack: span(-3, 0), resolution: 1, width: 3, place: 'y', left: span(2, 4), right: span(3, 5),
      sides: ['left', 'right']
    })
    expect(measured(equal(ball(3n, 0n), ball(3n, 0n))).outcome).toBe('holds')
    expect(measured(equal(ball(3n, 0n), ball(3n, 0n))).resolution).toBe(0)
    expect(measured(equal(ball(3n, 1n), ball(6n, 1n))).outcome).toBe('violated')
    expect(measured(equal(ball(6n, 1n), ball(3n, 1n))).outcome).toBe('violated')
  })
  test('an inequality holds, is open or is violated', () => {
    expect([[3n, 5n], [3n, 4n], [5n, 3n], [6n, 3n]].map(
      ([l = 0n, r = 0n]) => measured(atMost(ball(l, 1n), ball(r, 1n))).outcome
    ))
      .toEqual(['holds', 'open', 'open', 'violated'])
    expect(measured(atMost(ball(2n, 1n), ball(6n, 1n))).ratio).toBe(3 / 5)
  })
  test('is as good as its sides', () => {
    expect([wholeBall, nowhereBall].map(side => measured(equal(side, ball(1n, 0n))).outcome)).toEqual(
      ['perhaps', 'nowhere']
    )
  })
  test('the least resolution that is not exact is the least double', () => {
    const [one, near] = [ball(1n, 0n), ball(1n << 1100n, 1n, -1100)]
    expect(measure(balls(2000))(equal(one, near)).resolution).toBe(2 ** -1074)
    // a width of 2^(2 + exp) beside a size below 2
    expect(measure(balls(2000))(equal(one, ball(1n << 1000n, 1n, -1000))).resolution).toBe(2 ** (2 - 1000 - 1))
  })
})

group('over fractions', () => {
  const measured = measure(fractions)
  const [third, half] = [fraction(1n, 3n), fraction(1n, 2n)]
  // the doubles on either side of the one next to it
  const aboutThird = span(1 / 3 - 2 ** -54, 1 / 3 + 2 ** -54)
  test('everything is exact', () => {
    expect(measured(equal(third, fraction(2n, 6n), 'y'))).toEqual({
      outcome: 'holds', slack: point(0), resolution: 0, width: -Infinity, place: 'y', left: aboutThird,
      right: aboutThird,
      sides: ['left', 'right']
    })
    const relations = [equal(third, half), equal(half, third), atMost(third, half), atMost(half, half), atMost(
      half, third
    )]
    expect(relations.map(relation => measured(relation).outcome))
      .toEqual(['violated', 'violated', 'holds', 'holds', 'violated'])
    expect(measured(atMost(fraction(1n, 4n), half)).slack).toEqual(point(0.25))
  })
  test('but what is undefined', () => { expect(measured(equal(undefinedFraction, half)).outcome).toBe('nowhere') })
})
