import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromInterval, toInterval } from '../../src/number/ball.js'
import {
  type Analytic, ball, contains, disjoint, dual, dualAnalytic, elementary, elementaryRational, float64, floatRun,
  fraction, fromEntries, gradeOf, integer, type Interval, interval, norm, point, power, rational, sign
} from '../../src/number/index.js'
import { degrees } from '../../src/number/degrees.js'
import { ofVariable, rationalFunction } from '../../src/number/polynomial.js'
import { ulp } from '../../src/number/ulp.js'
import { unary } from './unary.js'

const B = ball(200)
const max = Number.MAX_VALUE

describe('what the derivative is at kinks', () => {
  const D = dualAnalytic(float64)
  const [zero, x, y] = [D.of(0), dual(0, 1), dual(0, 5)]
  test.each([
    ['abs', D.abs(x), 0], ['relu', D.relu(x), 0], ['max', D.max(x, y), 1], ['max', D.max(y, x), 5],
    ['min', D.min(x, y), 1],
    ['min', D.min(y, x), 5], ['min(0, x)', D.min(zero, x), 0]
  ])('%s', (_, { value, tangent }, slope) => { expect([value, tangent]).toEqual([0, slope]) })
  test('beside a kink', () => {
    expect([D.abs(dual(-3, 1)), D.relu(dual(-3, 1)), D.min(dual(-3, 1), zero)].map(({ tangent }) => tangent)).toEqual(
      [-1, 0, 1]
    )
    expect([D.abs(dual(3, 1)), D.relu(dual(3, 1)), D.min(dual(3, 1), zero)].map(({ tangent }) => tangent)).toEqual(
      [1, 1, 0]
    )
  })
  test('where there is none it is undefined', () => {
    const I = dualAnalytic(interval)
    const none = [I.hypot([dual(point(0), point(1))]), I.asin(dual(point(1), point(1))), I.acos(
      dual(point(-1), point(1))
    )]
    expect(none.map(({ value, tangent }) => [gradeOf(value), gradeOf(tangent)])).toEqual(
      Array(3).fill(['defined', 'nowhere'])
    )
    const outside = [
      I.asin(dual(point(2), point(1))), I.log10(dual(point(-1), point(1))), I.log1p(dual(point(-2), point(1))),
      I.pow(dual(point(-2), point(1)), I.of(2))
    ]
    expect(outside.map(({ value, tangent }) => [gradeOf(value), gradeOf(tangent)])).toEqual(
      Array(4).fill(['nowhere', 'nowhere'])
    )
  })
})

describe('values that are known', () => {
  const systems = [['interval', interval], ['floatRun', floatRun], ['doubles', float64]] as const
  test.each(systems)('%s: 0.1 as a decimal, whole powers, constants, ends of domains', (_, N) => {
    const seen = <A>(M: Analytic<A>): ReadonlyArray<A> => [
      M.decimal('0.1'), M.pow(M.of(2), M.of(3)), M.power(M.of(-2), -3), M.acos(M.of(-1)), M.asin(M.of(1)), M.e(),
      M.pi(),
      M.hypot([M.of(6), M.of(8)]),
      M.sigmoid(M.of(0)), M.softplus(M.of(-800)), M.sum([]), M.power(M.of(0), 0)
    ]
    const expected = [0.1, 8, -0.125, Math.PI, Math.PI / 2, Math.E, Math.PI, 10, 0.5, 0, 0, 1]
    expected.forEach((x, k) => {
      const value = seen(N as Analytic<unknown>)[k] as Interval | number
      if (typeof value === 'number') expect(value).toBe(x)
      else expect(value.lo <= x && x <= value.hi && value.hi - value.lo <= 4 * ulp(x)).toBe(true)
    })
  })
  test('norms neither overflow nor underflow on the way', () => {
    for (const [x, y] of [[3e200, 4e200], [3e-200, 4e-200]] as const) {
      const [known, got] = [floatRun.hypot([point(x), point(y)]), float64.hypot([x, y])]
      expect(contains(known, got) && contains(known, x / 3 * 5) && known.hi - known.lo < 4 * ulp(y)).toBe(true)
    }
  })
  test('a decimal is the fraction that it says: not the double', () => {
    const { lo, hi } = toInterval(B.sub(B.mul(B.decimal('0.1'), B.of(10)), B.of(1)))
    expect(hi - lo).toBeLessThan(2 ** -190)
    expect(lo <= 0 && hi >= 0).toBe(true)
    expect(() => B.decimal('1/3')).toThrow('decimal: expected a decimal such as -2.5e3, got 1/3')
  })
  test('grades of an argument that is partly outside', () => {
    const across = { lo: -2, hi: 2 }
    const { asin, acos, tan, log10, log1p, pow } = interval
    expect([asin(across), acos(across), tan(across), log10(across), pow(across, point(2))].map(gradeOf)).toEqual(
      Array(5).fill('perhaps')
    )
    expect([asin({ lo: 1.5, hi: 3 }), log1p({ lo: -3, hi: -1 }), pow({ lo: -1, hi: 0 }, point(0.5))].map(gradeOf))
      .toEqual(Array(3).fill('nowhere'))
    expect([interval.tan({ lo: -1.5, hi: 1.5 }), interval.tan({ lo: 1.6, hi: 4.7 })].map(gradeOf)).toEqual(
      ['defined', 'defined']
    )
  })
  test('unbounded arguments keep the bounds of the function', () => {
    const [up, down] = [{ lo: 0, hi: Infinity }, { lo: -Infinity, hi: 0 }]
    expect([interval.sigmoid(up), interval.erf(down), interval.cosh(down), interval.softplus(down).lo]).toEqual(
      [{ lo: 0.5, hi: 1 }, { lo: -1, hi: 0 }, { lo: 1, hi: Infinity }, 0])
    expect(interval.atan(up).hi).toBeLessThan(1.5707963267949)
    expect([interval.sinh(point(1e9)), interval.sinh(point(-1e9))]).toEqual(
      [{ lo: max, hi: Infinity }, { lo: -Infinity, hi: -max }]
    )
  })
})

describe('squares are not negative', () => {
  test('so that the root of (x - y)^2 is defined where x and y overlap, and |x - y| is enclosed', () => {
    const distance = <A>(N: Analytic<A>, x: A, y: A): A => N.sqrt(N.square(N.sub(x, y)))
    expect(distance(interval, { lo: 0, hi: 1 }, { lo: 0.5, hi: 3 })).toEqual({ lo: 0, hi: 3 })
    for (const bits of [20, 53, 200]) {
      const [x, y] = [fromInterval({ lo: 0.1, hi: 0.7 }, bits), fromInterval({ lo: 0.3, hi: 0.9 }, bits)]
      const known = toInterval(distance(ball(bits), x, y))
      expect(known.lo === 0 && known.hi >= 0.8 && known.hi < 1.2).toBe(true)
    }
  })
  test('whatever the ball', () => {
    const mids = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n })
    fc.assert(fc.property(mids, fc.bigInt({ min: 0n, max: 2n ** 81n }), fc.integer({ min: 4, max: 90 }),
      (mid, rad, bits) => {
        const { mid: m, rad: r, exp } = ball(bits).square({ mid, exp: 0, rad })
        expect(m >= r).toBe(true)
        const largest = (mid < 0n ? -mid : mid) + rad
        const scaled = exp >= 0 ? (m + r) << BigInt(exp) : (m + r) >> BigInt(-exp)
        expect(scaled >= largest * largest).toBe(true)
      }), { numRuns: 500, seed: 6 })
  })
  test('norms and even powers over intervals', () => {
    expect(interval.power({ lo: -1, hi: 2 }, 2)).toEqual({ lo: 0, hi: 4 })
    expect(interval.power({ lo: -1, hi: 2 }, 3)).toEqual({ lo: -1, hi: 8 })
    expect(norm(interval)(fromEntries([2], [{ lo: -1, hi: 1 }, { lo: -1, hi: 0 }])).lo).toBe(0)
  })
})

test('a number system of one\'s own needs fourteen functions', () => {
  const { of, add, sub, mul, div, where, sqrt, exp, log, sin, cos, atan, erf, pi } = ball(120)
  const N = elementary({ of, add, sub, mul, div, where, sqrt, exp, log, sin, cos, atan, erf, pi })
  for (const { f } of Object.values(unary)) for (const x of [0.25, 0.75]) {
    expect(disjoint(toInterval(f(N, N.of(x))), toInterval(f(B, B.of(x))))).toBe(false)
  }
  expect(disjoint(toInterval(N.decimal('-12345678901234567890.5')), point(-12345678901234567890.5))).toBe(false)
})

test('whole powers: other exponents are refused', () => {
  expect(() => power(float64)(4, 0.5)).toThrow('power: expected a whole exponent from 0 to 2^53, got 0.5')
  expect(() => power(float64)(4, -1)).toThrow('power: expected a whole exponent')
  expect(() => float64.power(4, 0.5)).toThrow('power: expected a whole exponent')
  expect(() => interval.power(point(4), NaN)).toThrow('power: expected a whole exponent')
  expect([float64.power(4, -1), power(float64)(3, 5)]).toEqual([0.25, 243])
})

test('fractions, polynomials, degrees, signs and whole numbers know decimals and squares', () => {
  expect(rational.decimal('-0.125')).toEqual(fraction(-1n, 8n))
  expect(rational.square(fraction(-2n, 3n))).toEqual(fraction(4n, 9n))
  const [Q, x, D] = [rationalFunction, ofVariable(0), degrees(1)]
  const expanded = Q.add(Q.mul(x, x), Q.add(Q.mul(Q.decimal('.2'), x), Q.decimal('1e-2')))
  expect(Q.sub(Q.square(Q.add(x, Q.decimal('0.1'))), expanded).num.size).toBe(0)
  expect(D.square({ num: [3], den: [1] })).toEqual({ num: [6], den: [2] })
  expect(D.mul({ num: [3], den: [1] }, D.decimal('0.0'))).toBe(D.of(0))
  expect([...(['-', '?', '0', '+0'] as const).map(sign.square), sign.decimal('-0.1')]).toEqual(
    ['+', '+0', '0', '+0', '-']
  )
  expect([integer.square(-3), integer.decimal('2e3')]).toEqual([9, 2000])
  expect(() => integer.decimal('0.5')).toThrow('below 2^53')
  expect(() => integer.square(2 ** 27)).toThrow('below 2^53')
  expect(() => elementaryRational.pi()).toThrow('pi over fractions')
})
