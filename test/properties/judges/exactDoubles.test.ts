import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactDoubles as N, isExact } from '../../../properties/judges/exactDoubles.js'
import { double, precisions, unending } from '../../../properties/judges/precision.js'
import { fraction } from '../../../src/number/index.js'

const seen = ({ value, size, unit, reach }: ReturnType<typeof N.of>): ReadonlyArray<number> =>
  [value, size, unit, reach]

test('the precisions of computers', () => {
  expect([double, precisions.single, unending]).toEqual([
    { bits: 53, least: 5e-324, largest: 2 ** 1023 },
    { bits: 24, least: 2 ** -149, largest: 2 ** 127 },
    { bits: 53, least: 0, largest: Infinity }
  ])
  expect(precisions.double).toBe(double)
})

describe('a number', () => {
  test.each([
    [6, 6, 2, 6],
    [-0.75, 0.75, 0.25, 1],
    [0, 0, Infinity, 1],
    [2 ** 60, 2 ** 60, 2 ** 60, 2 ** 60],
    [2 ** 53 - 1, 2 ** 53 - 1, 1, 2 ** 53 - 1],
    [5e-324, 5e-324, 5e-324, 1],
    [3 * 2 ** 40, 3 * 2 ** 40, 2 ** 40, 3 * 2 ** 40],
    [2 ** 31, 2 ** 31, 2 ** 31, 2 ** 31],
    [1 + 2 ** -52, 1 + 2 ** -52, 2 ** -52, 1 + 2 ** -52]
  ])('%d has its size, its last power of two, and its reach', (value, size, unit, reach) => {
    expect(seen(N.of(value))).toEqual([value, size, unit, reach])
  })
})

describe('sums and products', () => {
  const [three, half, big] = [N.of(3), N.of(-0.5), N.of(1024)]
  test('add sizes and reaches, and take the smaller unit', () => {
    expect(seen(N.add(three, half))).toEqual([2.5, 3.5, 0.5, 4])
    expect(seen(N.sub(half, big))).toEqual([-1024.5, 1024.5, 0.5, 1025])
    expect(seen(N.neg(three))).toEqual([-3, 3, 1, 3])
  })
  test('multiply them', () => {
    expect(seen(N.mul(three, half))).toEqual([-1.5, 1.5, 0.5, 3])
    expect(seen(N.square(N.of(-6)))).toEqual([36, 36, 4, 36])
    expect(seen(N.mul(N.of(0), big))).toEqual([0, 0, Infinity, 0])
    expect(seen(N.mul(N.of(2 ** 1023), N.of(0)))[3]).toBe(Infinity)
    expect(seen(N.mul(big, N.of(0)))[3]).toBe(0)
  })
  test('divide by powers of two; of other quotients only the value and the reach are known', () => {
    expect(seen(N.div(three, N.of(4)))).toEqual([0.75, 0.75, 0.25, 3])
    expect(seen(N.div(three, half))).toEqual([-6, 6, 2, 6])
    expect(seen(N.div(three, N.of(6)))).toEqual([0.5, Infinity, 0, 6])
    expect(seen(N.div(N.of(2), N.of(0.75)))).toEqual([2 / 0.75, Infinity, 0, 2 / 0.75 + (2 / 0.75) / 0.75])
  })
  test('choose where both sides are exact', () => {
    const chosen = [N.max(three, half), N.where(half, three, three, half), N.where(three, three, three, half)]
    expect(chosen.map(a => a.value)).toEqual([3, -0.5, 3])
    expect(seen(N.where(N.exp(three), half, three, big))).toEqual([3, Infinity, 0, 1024])
  })
  test('stay within the largest double', () => {
    expect([N.mul(N.of(1e200), N.of(-1e200)).value, N.add(N.of(1.7e308), N.of(1.7e308)).value])
      .toEqual([-Number.MAX_VALUE, Number.MAX_VALUE])
  })
})

describe('functions', () => {
  test('are near, and say how far a loss before them reaches', () => {
    const x = N.of(2)
    const found = [N.sqrt(x), N.exp(x), N.log(x), N.sin(x), N.cos(x), N.atan(x), N.tanh(x), N.pi()]
    const known =
      [Math.SQRT2, Math.exp(2), Math.LN2, Math.sin(2), Math.cos(2), Math.atan(2), Math.tanh(2), Math.PI]
    expect(found.map(a => [a.value, a.size, a.unit])).toEqual(known.map(value => [value, Infinity, 0]))
    expect([N.sqrt(x), N.exp(x), N.log(x), N.sin(x), N.cos(N.of(3)), N.pi()].map(a => a.reach)).toEqual(
      [Math.SQRT2 + 2 / (2 * Math.SQRT2), Math.exp(2) + 2 * Math.exp(2), 2, 3, 4, Math.PI])
    expect(N.sqrt(N.of(0)).reach).toBe(1 + 2 ** 537)
    expect(N.log(N.of(0.25)).reach).toBe(Math.log(4) + 4)
    expect(N.exp(N.of(800)).reach).toBe(1)
    expect(N.erf(N.of(1)).reach).toBe(1 + 2 / Math.sqrt(Math.PI))
    expect(Math.abs(N.erf(N.of(1)).value - 0.8427) < 0.05).toBe(true)
  })
  test('a fraction is exact where it is a double', () => {
    expect(seen(N.ofRational(fraction(3n, 4n)))).toEqual([0.75, 0.75, 0.25, 1])
    const third = N.ofRational(fraction(1n, 3n))
    expect([third.size, third.reach]).toEqual([Infinity, 1])
    expect(N.ofRational(fraction(10n, 3n)).reach).toBe(10 / 3 - 2 ** -51)
  })
})

describe('exact', () => {
  const one = { value: 1, size: 1, unit: 1, reach: 1 }
  test('is what has fewer than 53 bits, and stays above the least and below the largest double', () => {
    expect([
      { ...one, size: 2 ** 53 - 1 },
      { ...one, size: 2 ** 53 },
      { ...one, unit: 2 ** -1074 },
      { ...one, size: 2 ** -1022, unit: 2 ** -1074 },
      { ...one, size: 2 ** -1022, unit: 2 ** -1074, reach: 2 },
      { ...one, size: 1, reach: 2 ** 1023 },
      { ...one, reach: 2 ** 1022 }
    ].map(sum => isExact(sum))).toEqual([true, false, false, true, false, false, true])
    const isSingle = (size: number): boolean => isExact({ ...one, size }, precisions.single)
    expect([2 ** 24 - 1, 2 ** 24].map(isSingle)).toEqual([true, false])
  })
  test('sums of products are those that every order gives alike', () => {
    const small = fc.integer({ min: -1000, max: 1000 }).map(n => n / 8)
    fc.assert(fc.property(fc.array(fc.tuple(small, small), { minLength: 1, maxLength: 6 }), pairs => {
      const sum = pairs.map(([a, b]) => N.mul(N.of(a), N.of(b))).reduce(N.add)
      const forwards = pairs.map(([a, b]) => a * b).reduce((a, b) => a + b)
      const backwards = pairs.map(([a, b]) => a * b).reduceRight((a, b) => a + b)
      expect([isExact(sum), sum.value + 0, backwards + 0]).toEqual([true, forwards + 0, forwards + 0])
    }), { seed: 1, numRuns: 200 })
  })
})
