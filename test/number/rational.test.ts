import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  encloseRational, fraction, fromDouble, type Rational, rational, showRational
} from '../../src/number/rational.js'

const fractions = fc.tuple(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: 1n, max: 50n })).map(
  ([n, d]) => fraction(n, d)
)
const Q = { ...rational, zero: rational.of(0), one: rational.of(1) }
const order = { compare: (a: Rational, b: Rational): number => Math.sign(rational.compare(a, b)) }
const equals = (a: Rational, b: Rational): boolean => order.compare(a, b) === 0
const holds = (law: (a: Rational, b: Rational, c: Rational) => boolean): void => {
  fc.assert(fc.property(fractions, fractions, fractions, law), { seed: 1, numRuns: 300 })
}

test('addition and multiplication are associative and commutative', () => {
  holds((a, b, c) => equals(Q.add(Q.add(a, b), c), Q.add(a, Q.add(b, c)))
    && equals(Q.mul(Q.mul(a, b), c), Q.mul(a, Q.mul(b, c))))
  holds((a, b) => equals(Q.add(a, b), Q.add(b, a)) && equals(Q.mul(a, b), Q.mul(b, a)))
})

test('zero, one, opposites, inverses and the distributive law make a field', () => {
  holds((a, b, c) => equals(Q.mul(a, Q.add(b, c)), Q.add(Q.mul(a, b), Q.mul(a, c))))
  holds(a => equals(Q.add(a, Q.zero), a) && equals(Q.mul(a, Q.one), a) && equals(Q.add(Q.sub(Q.zero, a), a), Q.zero))
  holds(a => a.num === 0n || equals(Q.mul(Q.div(Q.one, a), a), Q.one))
})

test('the order is total, and agrees with addition and multiplication', () => {
  holds((a, b) => order.compare(a, b) === -order.compare(b, a) || order.compare(a, b) === 0)
  holds((a, b, c) => order.compare(a, b) === order.compare(Q.add(a, c), Q.add(b, c)))
  holds((a, b, c) => !(order.compare(a, b) <= 0 && order.compare(b, c) <= 0) || order.compare(a, c) <= 0)
})

test('results are in lowest terms with a positive denominator', () => {
  expect(fraction(6n, -4n)).toEqual({ num: -3n, den: 2n })
  expect(showRational(rational.div(fromDouble(1), fromDouble(-3)))).toBe('-1/3')
})

test('doubles convert exactly, and back', () => {
  expect(fromDouble(0.1)).toEqual({ num: 3602879701896397n, den: 36028797018963968n })
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), x => {
    const { lo, hi } = encloseRational(fromDouble(x))
    return lo === x && hi === x
  }), { seed: 1, numRuns: 500 })
})

test('an enclosure of a fraction that is no double lies strictly around it, between neighbours', () => {
  fc.assert(fc.property(fractions, fc.integer({ min: -340, max: 300 }), (a, e) => {
    const scaled = rational.mul(a, e >= 0 ? fraction(10n ** BigInt(e), 1n) : fraction(1n, 10n ** BigInt(-e)))
    const { lo, hi } = encloseRational(scaled)
    return order.compare(fromDouble(lo), scaled) <= 0 && order.compare(scaled, fromDouble(hi)) <= 0
  }), { seed: 1, numRuns: 500 })
})

test('a square root answers squares, and is undecided otherwise', () => {
  expect(rational.sqrt(fraction(9n, 4n))).toEqual({ num: 3n, den: 2n })
  holds(a => equals(rational.sqrt(Q.mul(a, a)), a.num < 0n ? Q.sub(Q.zero, a) : a))
  expect(() => rational.sqrt(fromDouble(2))).toThrow('expected the square of a fraction, got 2')
})

test('a written fraction with denominator zero and infinities are refused', () => {
  expect(() => fraction(1n, 0n)).toThrow('expected a divisor other than 0')
  expect(() => fromDouble(Infinity)).toThrow('expected a finite number, got Infinity')
})

test('fractions too long to be lowered, and numbers too long to be multiplied, are undecided', () => {
  const odd = (bits: bigint) => (1n << bits) + 1n
  const long = fraction(odd(2n ** 13n), odd(2n ** 13n + 3n))
  const square = rational.mul(long, long)
  expect(equals(rational.div(square, long), long)).toBe(true)
  expect(() => rational.mul(square, square)).toThrow('rational: expected fractions of at most 32768 bits')
  expect(() => fraction(odd(2n ** 22n), 1n)).toThrow('fractions of at most 4194304 bits')
  expect(() => fraction(-odd(2n ** 22n), 3n)).toThrow('fractions of at most 4194304 bits')
  // a common divisor with a power of two, or with a short number, is found at once
  expect(rational.mul(fraction(odd(2n ** 17n), 1n << (2n ** 17n)), Q.one).den).toBe(1n << (2n ** 17n))
  expect(fraction(3n ** 30_000n, 9n)).toEqual({ num: 3n ** 29_998n, den: 1n })
})
