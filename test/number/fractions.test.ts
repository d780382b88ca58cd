import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementaryRational } from '../../src/number/elementaryRational.js'
import {
  float64, fraction, fromDouble, integer, type Rational, rational, showRational
} from '../../src/number/index.js'
import { lowest } from '../../src/number/fraction.js'
import { ofFraction } from '../../src/number/ofFraction.js'
import { decimal } from '../../src/number/writtenDecimal.js'

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : divisor(b, a % b))

describe('lowest terms', () => {
  const anyWhole = fc.oneof(
    fc.bigInt({ min: -200n, max: 200n }), fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
    fc.nat(80).map(k => 2n ** BigInt(k))
  )
  test('have no common divisor, a positive denominator and the same value', () => {
    fc.assert(fc.property(anyWhole, anyWhole.filter(d => d !== 0n), (n, d) => {
      const { num, den } = lowest(n, d)
      expect([num * d === n * den, den > 0n, divisor(num, den)]).toEqual([true, true, 1n])
    }), { seed: 1, numRuns: 300 })
  })
  test('of 0 are 0/1, and of nothing 0/0', () => {
    expect([lowest(0n, 8n), lowest(0n, -3n), lowest(5n, 0n), lowest(7n, 1n)].map(({ num, den }) => [num, den]))
      .toEqual([[0n, 1n], [0n, 1n], [0n, 0n], [7n, 1n]])
  })
})

describe('fractions', () => {
  const [half, third] = [fraction(1n, 2n), fraction(1n, 3n)]
  test('are ordered', () => {
    expect([rational.compare(third, half), rational.compare(half, third), rational.compare(half, half)]).toEqual(
      [-1, 1, 0]
    )
    expect([rational.max(third, half), rational.max(half, third)]).toEqual([half, half])
    expect([rational.where(half, half, half, third), rational.where(third, half, half, third)]).toEqual([half, third])
  })
  test('subtract and square', () => {
    expect([rational.sub(half, third), rational.sub(half, half), rational.square(fraction(-2n, 3n))].map(showRational))
      .toEqual(['1/6', '0', '4/9'])
    expect(rational.sub(fraction(3n, 8n), fraction(1n, 8n))).toEqual(fraction(1n, 4n))
  })
  test('are written exactly', () => {
    expect(['0.1', '-2.5e3', '.25', '3.', '+7', '1E-2'].map(text => showRational(rational.decimal(text))))
      .toEqual(['1/10', '-2500', '1/4', '3', '7', '1/100'])
  })
  test('take roots of squares alone, and no transcendental function', () => {
    expect(showRational(rational.sqrt(fraction(10n ** 40n, 49n)))).toBe(`${10n ** 20n}/7`)
    expect([0, 1, 4, 9].map(n => showRational(rational.sqrt(fromDouble(n))))).toEqual(['0', '1', '2', '3'])
    expect(() => rational.sqrt(fraction(4n, 3n))).toThrow(
      'rational square root: expected the square of a fraction, got 4/3'
    )
    const N = elementaryRational
    expect([N.abs(fraction(-1n, 2n)), N.power(half, -2), N.power(half, 3), N.hypot([fromDouble(3), fromDouble(4)])].map(
      showRational
    ))
      .toEqual(['1/2', '4', '1/8', '5'])
    for (const name of ['exp', 'log', 'sin', 'cos', 'expm1', 'log1p', 'log10', 'atan', 'erf'] as const) {
      expect(() => N[name](half)).toThrow(
        `${name} over fractions: expected a formula of + - * / and whole powers, got ${name}`
      )
    }
    expect(() => N.pi()).toThrow('pi over fractions')
  })
  test('are made from whole numbers of any size in a system that divides', () => {
    const big = (7n ** 40n) - 3n
    const same = (q: Rational): Rational => ofFraction(rational)(q)
    expect([same(fraction(-big, 11n)), same(fraction(2n ** 32n, 3n)), same(fraction(2n ** 32n - 1n, 5n))])
      .toEqual([fraction(-big, 11n), fraction(2n ** 32n, 3n), fraction(2n ** 32n - 1n, 5n)])
    expect(ofFraction(float64)(fraction(-3n, 4n))).toBe(-0.75)
  })
})

describe('whole numbers', () => {
  test('add, multiply, divide and compare as long as they are exact', () => {
    expect([integer.of(-7), integer.add(2, 3), integer.sub(2, 3), integer.mul(-2, 3), integer.square(-9), integer.div(
      6, -3
    )])
      .toEqual([-7, 5, -1, -6, 81, -2])
    expect([integer.max(2, 3), integer.max(3, 2), integer.where(2, 2, 10, 20), integer.where(1, 2, 10, 20)]).toEqual(
      [3, 3, 10, 20]
    )
    expect([integer.decimal('12e2'), integer.ofRational(fraction(8n, 1n))]).toEqual([1200, 8])
  })
  test('refuse what they are not', () => {
    const refusals: ReadonlyArray<() => unknown> = [
      () => integer.of(0.5), () => integer.decimal('0.5'), () => integer.ofRational(fraction(8n, 3n)),
      () => integer.add(2 ** 53 - 1, 1),
      () => integer.sub(-(2 ** 53 - 1), 1), () => integer.square(2 ** 27),
      () => integer.ofRational(fraction(2n ** 53n, 1n))
    ]
    for (const refused of refusals) expect(refused).toThrow('integer arithmetic: expected a whole number below 2^53')
  })
})

describe('a number as written', () => {
  test('has a value, a unit of its last digit, and digits', () => {
    expect(decimal('here', '8.520e26')).toEqual(
      { value: fraction(8520n * 10n ** 23n, 1n), unit: fraction(10n ** 23n, 1n), digits: 4 }
    )
    expect(decimal('here', ' -.0694 ')).toEqual(
      { value: fraction(-694n, 10000n), unit: fraction(1n, 10000n), digits: 3 }
    )
    expect(decimal('here', '0')).toEqual({ value: fraction(0n, 1n), unit: fraction(1n, 1n), digits: 1 })
    expect(decimal('here', '+12.')).toEqual({ value: fraction(12n, 1n), unit: fraction(1n, 1n), digits: 2 })
    expect(decimal('here', '007E+1').digits).toBe(1)
  })
  test.each(['', '  ', 'a', '1.2.3', '--1', '1e', '.', '1e1.5', 'x1', '1x'])('%j is none', text => {
    expect(() => decimal('here', text)).toThrow(
      `here: expected a decimal such as -2.5e3, got ${text.trim() === '' ? 'nothing' : text}`
    )
  })
  test('goes to powers of ten of 5000', () => {
    expect(decimal('here', '1e5000').unit).toEqual(fraction(10n ** 5000n, 1n))
    expect(decimal('here', '1e-5000').unit).toEqual(fraction(1n, 10n ** 5000n))
    for (const text of ['1e5001', '1e-5001', '1.0e-5000']) {
      expect(() => decimal('here', text)).toThrow(`here: expected a power of ten between -5000 and 5000, got ${text}`)
    }
  })
})
