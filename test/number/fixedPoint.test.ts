import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BigNumber } from 'mathjs'
import { ln2, pi } from '../../src/number/constants.js'
import { bitLength, decompose, powerOfTwo, roundOutward } from '../../src/number/dyadic.js'
import { type Ball, exp, log, tanh } from '../../src/number/fixedPoint.js'
import { sine } from '../../src/number/sine.js'
import { nextUp } from '../../src/number/ulp.js'
import { doubles } from './doubles.js'
import { fewer } from './fewer.js'
import { oracle } from './oracle.js'

describe('dyadic numbers', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true })
  test('a double is its mantissa times its power of two, and comes back as a point', () => {
    fc.assert(fc.property(double, x => {
      const { mantissa, exponent } = decompose(x)
      expect(Number(mantissa) * (exponent > 0 ? powerOfTwo(exponent) : 1) * (exponent < 0 ? powerOfTwo(exponent) : 1))
        .toBe(x + 0)
      expect(roundOutward(mantissa, exponent)).toEqual({ lo: x + 0, hi: x + 0 })
      expect(roundOutward(mantissa << 77n, exponent - 77)).toEqual({ lo: x + 0, hi: x + 0 })
    }), { numRuns: fewer(5000), seed: 1 })
    expect(() => decompose(NaN)).toThrow('decompose')
    expect(() => decompose(-Infinity)).toThrow('decompose')
  })
  test('between two doubles: both', () => {
    fc.assert(fc.property(double, fc.bigInt({ min: 1n, max: (1n << 90n) - 1n }), (x, more) => {
      fc.pre(x !== Number.MAX_VALUE)
      // (nextUp x - x) is a power of two, and what is added is less
      const step = decompose(nextUp(x) - x)
      const { mantissa, exponent } = decompose(x)
      const unit = Math.min(exponent, step.exponent) - 100
      const between = (mantissa << BigInt(exponent - unit))
        + ((step.mantissa << BigInt(step.exponent - unit)) * more >> 90n)
      expect(roundOutward(between, unit)).toEqual({ lo: x + 0, hi: nextUp(x) })
    }), { numRuns: fewer(3000), seed: 2 })
    expect(roundOutward(1n, 1024)).toEqual({ lo: Number.MAX_VALUE, hi: Infinity })
    expect(roundOutward((1n << 1024n) - 1n, 0)).toEqual({ lo: Number.MAX_VALUE, hi: Infinity })
    expect(roundOutward(-1n, 2 ** 40)).toEqual({ lo: -Infinity, hi: -Number.MAX_VALUE })
    expect(roundOutward(1n, -(2 ** 40))).toEqual({ lo: 0, hi: 5e-324 })
    expect(roundOutward(-1n, -1075)).toEqual({ lo: -5e-324, hi: 0 })
  })
  test('bit lengths, also where the conversion to a double rounds up', () => {
    const lengths = Array.from({ length: 3000 }, (_, k) => k + 1)
    expect(lengths.filter(k => bitLength(1n << BigInt(k - 1)) !== k || bitLength(1n - (1n << BigInt(k))) !== k))
      .toEqual([])
    expect(bitLength(0n)).toBe(0)
  })
  test('powers of two', () => {
    expect([0, 1, -1, 10, 1023, -1022, -1023, -1074].map(powerOfTwo))
      .toEqual([1, 2, 0.5, 1024, 2 ** 1023, 2 ** -1022, 2 ** -1023, 5e-324])
  })
})

const O = oracle(200)
const scaled = (mid: bigint, e: number): BigNumber => O.ofDyadic({ mantissa: mid, exponent: e })

test('pi and ln 2 are within two units, at every precision', () => {
  const [turn, two] = [O.big('-1').acos(), O.log(O.big('2'))]
  for (let bits = 1; bits < 600; bits += 1) {
    expect(scaled(pi(bits), -bits).minus(turn).abs().lt(scaled(2n, -bits))).toBe(true)
    expect(scaled(ln2(bits), -bits).minus(two).abs().lt(scaled(2n, -bits))).toBe(true)
  }
})

describe('the counted errors', () => {
  const points = doubles(300, 6, 77).filter(x => Math.abs(x) < 1e6 && Math.abs(x) > 1e-6)
  const subjects: ReadonlyArray<{
    name: string; run: (x: number, bits: number) => Ball; truth: (x: BigNumber) => BigNumber;
    domain: (x: number) => boolean
  }> = [
    { name: 'exp', run: (x, bits) => exp(decompose(x), bits), truth: O.exp, domain: x => Math.abs(x) < 1000 },
    { name: 'log', run: (x, bits) => log(decompose(x), bits), truth: O.log, domain: x => x > 0 && x !== 1 },
    { name: 'sin', run: (x, bits) => sine(decompose(x), 0, bits).value, truth: O.sin, domain: () => true },
    { name: 'cos', run: (x, bits) => sine(decompose(x), 1, bits).value, truth: O.cos, domain: () => true },
    { name: 'tanh', run: (x, bits) => tanh(decompose(x), bits), truth: O.tanh, domain: x => Math.abs(x) < 100 }
  ]
  test.each(subjects)(
    'of $name cover the true error, and leave the bits that were asked for', ({ run, truth, domain }) => {
      for (const x of points.filter(domain)) {
        const expected = truth(O.of(x))
        for (const bits of [8, 30, 80, 250]) {
          const { mid, exp: e, rad } = run(x, bits)
          expect(scaled(mid, e).minus(expected).abs().lte(scaled(rad, e)), `${x} at ${bits}`).toBe(true)
          expect(bitLength(mid) - bitLength(rad), `${x} at ${bits}`).toBeGreaterThanOrEqual(bits)
        }
      }
    }
  )
  test('without the count the results would be wrong: midpoints alone are not the value', () => {
    const { mid, exp: e } = exp(decompose(1), 80)
    expect(scaled(mid, e).eq(O.exp(O.of(1)))).toBe(false)
  })
})
