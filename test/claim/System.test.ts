import { describe, expect, test } from 'vitest'
import { balls, floats, fractions, intervals, type System } from '../../src/claim/System.js'
import { nowhereBall, wholeBall } from '../../src/number/ball.js'
import { bitLength } from '../../src/number/dyadic.js'
import { fraction, undefinedFraction } from '../../src/number/fraction.js'
import { nowhere, point, wholeLine } from '../../src/number/Interval.js'

/** All that is read off one number. */
const read = <A>({ enclose, grade, lower, upper, width, size }: System<A>, a: A) => {
  const { lo, hi } = enclose(a)
  return [grade(a), lo, hi, lower(a), upper(a), width(a), size(a)]
}

describe('a double', () => {
  test.each([
    [8, ['defined', 8, 8, 1, 1, -Infinity, 3]],
    [-0.25, ['defined', -0.25, -0.25, -1, -1, -Infinity, -2]],
    [0, ['defined', 0, 0, 0, 0, -Infinity, -Infinity]],
    [Infinity, ['nowhere', Infinity, Infinity, 1, 1, -Infinity, Infinity]],
    [NaN, ['nowhere', NaN, NaN, NaN, NaN, -Infinity, NaN]]
  ])('%d', (a, all) => { expect(read(floats, a)).toEqual(all) })
  test('less one like it is 0, though both are infinite', () => {
    expect([floats.sub(5, 3), floats.sub(3, 5), floats.sub(Infinity, Infinity)]).toEqual([2, -2, 0])
  })
})

describe('an interval', () => {
  test.each([
    [{ lo: 1, hi: 9 }, ['defined', 1, 9, 1, 1, 3, Math.log2(9)]],
    [{ lo: -8, hi: -4 }, ['defined', -8, -4, -1, -1, 2, 3]],
    [{ lo: -2, hi: 0 }, ['defined', -2, 0, -1, 0, 1, 1]],
    [{ lo: 0, hi: 2 }, ['defined', 0, 2, 0, 1, 1, 1]],
    [point(4), ['defined', 4, 4, 1, 1, -Infinity, 2]],
    [wholeLine, ['perhaps', -Infinity, Infinity, -1, 1, Infinity, Infinity]],
    [nowhere, ['nowhere', NaN, NaN, NaN, NaN, NaN, NaN]]
  ])('%o', (a, all) => { expect(read(intervals, a)).toEqual(all) })
  test('less another', () => { expect(intervals.sub({ lo: 5, hi: 6 }, { lo: 1, hi: 3 })).toEqual({ lo: 2, hi: 5 }) })
  test('of a double is that number, of what is none nothing', () => {
    expect([3, Infinity, -Infinity, NaN].map(intervals.N.of)).toEqual([point(3), nowhere, nowhere, nowhere])
    expect(intervals.N.add(point(2), point(3))).toEqual(point(5))
  })
})

describe('a fraction', () => {
  test.each([
    [fraction(8n, 1n), ['defined', 8, 8, 1, 1, -Infinity, 3]],
    [fraction(-1n, 4n), ['defined', -0.25, -0.25, -1, -1, -Infinity, -2]],
    [fraction(0n, 1n), ['defined', 0, 0, 0, 0, -Infinity, -Infinity]],
    // the double next to 1/3 is below it, by less than half a unit of 2^-54 in the last place
    [fraction(1n, 3n), ['defined', 1 / 3 - 2 ** -54, 1 / 3 + 2 ** -54, 1, 1, -Infinity, Math.log2(1 / 3 + 2 ** -54)]],
    [undefinedFraction, ['nowhere', NaN, NaN, 0, 0, -Infinity, NaN]]
  ])('%o', (a, all) => { expect(read(fractions, a)).toEqual(all) })
  test('less another', () => { expect(fractions.sub(fraction(1n, 2n), fraction(1n, 3n))).toEqual(fraction(1n, 6n)) })
})

describe('a ball', () => {
  const system = balls(60)
  test.each([
    // 2^5 (mid - rad) up to 2^5 (mid + rad): a width of 2^6 rad is below 2^(bits of rad + 6)
    [{ mid: 3n, exp: 5, rad: 1n }, ['defined', 64, 128, 1, 1, 7, 8]],
    [{ mid: 4n, exp: 5, rad: 4n }, ['defined', 0, 256, 0, 1, 9, 9]],
    [{ mid: 1n, exp: 5, rad: 4n }, ['defined', -96, 160, -1, 1, 9, 8]],
    [{ mid: -1n, exp: 0, rad: 2n }, ['defined', -3, 1, -1, 1, 3, 2]],
    [{ mid: -1n, exp: 0, rad: 1n }, ['defined', -2, 0, -1, 0, 2, 2]],
    [{ mid: -3n, exp: 0, rad: 1n }, ['defined', -4, -2, -1, -1, 2, 3]],
    [{ mid: 4n, exp: 0, rad: 0n }, ['defined', 4, 4, 1, 1, -Infinity, 3]],
    [{ mid: 0n, exp: 3, rad: 1n }, ['defined', -8, 8, -1, 1, 5, 4]],
    [{ mid: 0n, exp: 3, rad: 0n }, ['defined', 0, 0, 0, 0, -Infinity, -Infinity]],
    [wholeBall, ['perhaps', -Infinity, Infinity, -1, 1, Infinity, Infinity]],
    [nowhereBall, ['nowhere', NaN, NaN, -1, 1, NaN, NaN]]
  ])('%o', (a, all) => { expect(read(system, a)).toEqual(all) })
  test('less another', () => {
    expect(system.enclose(system.sub(system.N.of(5), { mid: 3n, exp: 0, rad: 1n }))).toEqual({ lo: 1, hi: 3 })
  })
  test('of a double is that number, of what is none nothing', () => {
    expect([3, Infinity, -Infinity, NaN].map(system.N.of)).toEqual(
      [{ mid: 3n, exp: 0, rad: 0n }, nowhereBall, nowhereBall, nowhereBall]
    )
  })
  test.each([60, 200])('of %d bits has a third to so many', bits => {
    const { N } = balls(bits)
    expect(bitLength(N.div(N.of(1), N.of(3)).mid)).toBe(bits)
  })
})
