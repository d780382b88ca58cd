import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDecimal, fromRational, toDecimal } from '../../src/number/decimal.js'
import { bitLength, decompose, powerOfTwo, roundOutward, shift } from '../../src/number/dyadic.js'
import { ball, float64, fraction, fromDouble } from '../../src/number/index.js'
import { nearestDouble } from '../../src/number/nearestDouble.js'
import { scaledNorm } from '../../src/number/scaledNorm.js'
import { nextDown, nextUp, ulp } from '../../src/number/ulp.js'

const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true })

describe('whole numbers times powers of two', () => {
  test('powers of two are exact down to the smallest double', () => {
    expect([-1074, -1073, -1023, -1022, -1, 0, 1, 10, 1023].map(powerOfTwo))
      .toEqual([5e-324, 1e-323, 2 ** -1023, 2 ** -1022, 0.5, 1, 2, 1024, 2 ** 1023])
  })
  test('have as many bits as written to the base 2', () => {
    const numbers = [
      0n, 1n, -1n, 2n, 3n, 4n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 60n - 1n, 2n ** 60n, -(2n ** 100n), 2n ** 1024n - 1n,
        2n ** 1024n, 2n ** 2001n - 1n, 2n ** 2002n
    ]
    expect(numbers.map(bitLength)).toEqual(numbers.map(n => (n === 0n ? 0 : (n < 0n ? -n : n).toString(2).length)))
  })
  test('shift to both sides, down towards minus infinity', () => {
    expect([shift(5n, 2), shift(5n, -1), shift(-5n, -1), shift(5n, 0)]).toEqual([20n, 2n, -3n, 5n])
  })
  test('hold every double', () => {
    expect([0.75, -0.75, 3, 5e-324, 2 ** 60, 2 ** 53 - 1].map(x => { const { mantissa,
      exponent } = decompose(x); return Number(mantissa) * 2 ** exponent }))
      .toEqual([0.75, -0.75, 3, 5e-324, 2 ** 60, 2 ** 53 - 1])
    expect([decompose(2 ** 53 - 1), decompose(-7), decompose(0.75), decompose(-0.75), decompose(0.1)]).toEqual([
      { mantissa: 9007199254740991n, exponent: 0 }, { mantissa: -7n, exponent: 0 },
      { mantissa: 0x180000n, exponent: -21 },
      { mantissa: -0x180000n, exponent: -21 }, { mantissa: 7205759403792794n, exponent: -56 }
    ])
    for (const x of [NaN, Infinity, -Infinity]) expect(() => decompose(x)).toThrow(
      `decompose: expected a finite number, got ${x}`
    )
  })
  test('lie between the doubles next to them', () => {
    expect([roundOutward(0n, 5), roundOutward(3n, -1), roundOutward(-3n, -1), roundOutward(2n ** 53n + 1n, 0),
      roundOutward(-(2n ** 53n) - 1n, 0)]).toEqual([
      { lo: 0, hi: 0 }, { lo: 1.5, hi: 1.5 }, { lo: -1.5, hi: -1.5 }, { lo: 2 ** 53, hi: 2 ** 53 + 2 },
      { lo: -(2 ** 53) - 2,
        hi: -(2 ** 53) }
    ])
    expect([roundOutward(1n, 1024), roundOutward(
      -1n, 1024
    ), roundOutward(1n, -1075), roundOutward(-1n, -1076), roundOutward(1n, -1074),
      roundOutward(3n, -1075)]).toEqual([
      { lo: Number.MAX_VALUE, hi: Infinity }, { lo: -Infinity, hi: -Number.MAX_VALUE }, { lo: 0, hi: 5e-324 },
      { lo: -5e-324, hi: 0 },
      { lo: 5e-324, hi: 5e-324 }, { lo: 5e-324, hi: 1e-323 }
    ])
    expect(roundOutward(2n ** 1024n - 1n, 0)).toEqual({ lo: Number.MAX_VALUE, hi: Infinity })
  })
})

describe('neighbours', () => {
  test('are the next doubles', () => {
    expect([0, 5e-324, 1, 2 ** -1022, -1, -5e-324, Number.MAX_VALUE, -Infinity].map(x => nextUp(x) + 0))
      .toEqual([5e-324, 1e-323, 1 + 2 ** -52, 2 ** -1022 + 5e-324, -1 + 2 ** -53, 0, Infinity, -Number.MAX_VALUE])
    expect([Infinity, 1, 0, NaN].map(nextDown)).toEqual([Number.MAX_VALUE, 1 - 2 ** -53, -5e-324, NaN])
    expect([1, -1, 2 ** 53, 0, Number.MAX_VALUE, Infinity].map(ulp)).toEqual(
      [2 ** -52, 2 ** -52, 2, 5e-324, 2 ** 971, NaN]
    )
  })
})

describe('the double nearest to a fraction', () => {
  test('is that double, of any size', () => {
    fc.assert(fc.property(anyDouble.filter(x => x === 0 || Math.abs(x) >= 2 ** -1022),
      x => { expect(nearestDouble(fromDouble(x)) + 0).toBe(x + 0) }), { seed: 2, numRuns: 500 })
  })
  test('is the even one on a tie, an infinity beyond all, NaN of nothing', () => {
    expect([fraction(2n ** 53n + 1n, 1n), fraction(2n ** 53n + 3n, 1n), fraction((2n ** 53n + 1n) * 3n ** 60n + 1n,
      3n ** 60n)].map(nearestDouble)).toEqual([2 ** 53, 2 ** 53 + 4, 2 ** 53 + 2])
    expect([fraction(10n ** 400n, 1n), fraction(-(10n ** 400n), 1n), fraction(1n, 10n
      ** 400n), { num: 0n, den: 0n }, fraction(-1n,
      3n)].map(nearestDouble)).toEqual([Infinity, -Infinity, 0, NaN, -1 / 3])
  })
})

describe('decimals of balls', () => {
  const digits = (text: string, count: number): string => toDecimal(fromDecimal(text, 400), count)
  test('are rounded to nearest, the upper on a tie', () => {
    expect([digits('-12.5e-3', 3), digits('0.16', 1), digits(
      '999.96', 4
    ), digits('999.94', 4), digits('1e30', 5), digits('7', 1),
      digits('0', 3)])
      .toEqual(['-1.25e-2', '2e-1', '1.000e+3', '9.999e+2', '1.0000e+30', '7e+0', '0'])
    expect([digits('12.5', 2), digits('-12.5', 2)]).toEqual(['1.3e+1', '-1.3e+1'])
  })
  test('show what is certain alone', () => {
    expect([{ mid: 1n, exp: 0, rad: 1n }, { mid:
      0n, exp: 0, rad: 1n }, { mid: 100n, exp: 0, rad: 60n }, { mid: 12345n, exp: 0,
      rad: 1n }].map(a => toDecimal(a, 10)))
      .toEqual(['?', '?', '?', '1.23e+4'])
    expect(toDecimal(ball(30).of(Infinity), 5)).toBe('?')
  })
  test('fractions and texts are as near as their bits allow', () => {
    expect(toDecimal(fromRational(1n, 3n, 100), 20)).toBe('3.3333333333333333333e-1')
    expect([fromRational(3n, 4n, 10).rad, fromDecimal('2.5E+2', 20).rad, fromRational(1n, 3n, 10).rad > 0n]).toEqual(
      [0n, 0n, true]
    )
    expect(() => fromRational(1n, 0n, 10)).toThrow('fromRational: expected a denominator other than 0, got 1/0')
    for (const text of ['', 'x', '1.5.', '.5', '1e100001', '1e-100001']) {
      expect(() => fromDecimal(text, 10)).toThrow(
        `fromDecimal: expected a decimal number such as -12.5e-3, got ${text}`
      )
    }
  })
})

describe('doubles', () => {
  const N = float64
  test('norms neither overflow nor underflow', () => {
    expect([N.hypot([3e200, 4e200]), N.hypot([3e-200, -4e-200]), N.hypot([3, 4]), N.hypot([]), N.hypot([0,
      0])].map(x => Number(x.toPrecision(14)))).toEqual([5e200, 5e-200, 5, 0, 0])
    expect(scaledNorm(N, 2 ** 500, [2 ** 500])).toBe(2 ** 500)
  })
  test('powers are rounded once', () => {
    expect([N.pow(2, 3), N.pow(2, -1074), N.pow(
      10, 22
    ), N.pow(0.5, 0), N.pow(1, 1e300), N.pow(-1, 2), N.pow(0, 2), N.pow(2, 1e9),
      N.pow(2, -1e9), N.pow(2, NaN)])
      .toEqual([8, 5e-324, 1e22, 1, 1, NaN, NaN, Infinity, 0, NaN])
    expect([N.pow(2, 1023), N.pow(2, 1024), N.pow(2, -1075)]).toEqual([2 ** 1023, Infinity, 0])
  })
  test('the error function is odd and ends at 1', () => {
    expect([N.erf(0), N.erf(Infinity), N.erf(-Infinity), N.erf(NaN), N.erf(30), N.erf(1), N.erf(-1)])
      .toEqual([0, 1, -1, NaN, 1, 0.8427007929497149, -0.8427007929497149])
  })
  test('compare, choose and take constants', () => {
    expect([Math.sign(N.compare(1, 2)), N.compare(2, 2), Math.sign(N.compare(3, 2))]).toEqual([-1, 0, 1])
    expect([N.pi(), N.e(), N.decimal('0.1'), N.ofRational(fraction(1n, 3n))]).toEqual([Math.PI, Math.E, 0.1, 1 / 3])
    expect([N.max(-0, 0), N.max(0, -0), N.max(1, 2), N.max(2, 1)]).toEqual([-0, 0, 2, 2])
    expect([N.exp(1), N.expm1(1e-9), N.log(2), N.log1p(
      1e-9
    ), N.log10(1000), N.sin(1), N.cos(1), N.atan(1), N.tanh(1), N.sqrt(2),
      N.abs(-2)])
      .toEqual([Math.E, Math.expm1(1e-9), Math.LN2, Math.log1p(
        1e-9
      ), 3, Math.sin(1), Math.cos(1), Math.atan(1), Math.tanh(1), Math.SQRT2,
        2])
  })
})
