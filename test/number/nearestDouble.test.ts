import { describe, expect, test } from 'vitest'
import { nearestDouble } from '../../src/number/nearestDouble.js'
import { fraction, fromDouble } from '../../src/number/rational.js'
import { doubles } from './doubles.js'

describe('nearestDouble', () => {
  test('gives back every double, and rounds decimals as the language does', () => {
    expect(doubles(500, 100, 12).filter(x => nearestDouble(fromDouble(x)) !== x)).toEqual([])
    const decimals = doubles(500, 5, 13).map(x => Math.round(x * 1e6)).filter(n => Math.abs(n) < 1e12)
    expect(decimals.filter(n => nearestDouble(fraction(BigInt(n), 1000000n)) !== n / 1e6)).toEqual([])
  })

  test('ties go to even, and what is beyond is infinite', () => {
    expect(nearestDouble(fraction(2n ** 53n + 1n, 1n))).toBe(2 ** 53)
    expect(nearestDouble(fraction(-(2n ** 53n) - 3n, 1n))).toBe(-(2 ** 53) - 4)
    expect(nearestDouble(fraction(10n ** 400n, 1n))).toBe(Infinity)
    expect(nearestDouble(fraction(1n, 10n ** 400n))).toBe(0)
  })
})
