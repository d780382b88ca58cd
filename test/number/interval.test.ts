import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Interval, contains, point, wholeLine } from '../../src/number/Interval.js'
import { enclosure, interval as I } from '../../src/number/intervalArithmetic.js'
import { fraction, rational } from '../../src/number/rational.js'
import { nextDown, nextUp, ulp } from '../../src/number/ulp.js'
import { fewer } from './fewer.js'
import { encloses, oracle } from './oracle.js'

const O = oracle(90)
const settings = { numRuns: fewer(4000), seed: 20 }
const max = Number.MAX_VALUE

/** Any finite double: of every exponent, near the ends of the range, and short ones whose results are exact. */
const double = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.integer({ min: -64, max: 64 }).map(n => n / 16),
  fc.constantFrom(5e-324, -5e-324, max, -max, 1e308, -1e308, 2.2250738585072014e-308, 1e-290, 1e290, 0, -0)
)
const interval = fc.tuple(double, double).map(([a, b]) => enclosure(Math.min(a, b), Math.max(a, b)))
const inside = ({ lo, hi }: Interval, t: number): number => Math.min(hi, Math.max(lo, lo + t * (hi - lo)))

const exact = { add: rational.add, sub: rational.sub, mul: rational.mul, div: rational.div }
const operations = ['add', 'sub', 'mul', 'div'] as const

/** a <= b for a double, perhaps infinite, and a fraction. */
const below = (a: number, b: ReturnType<typeof rational.of>): boolean =>
  a === -Infinity || (a !== Infinity && rational.sub(b, rational.of(a)).num >= 0n)
const above = (a: number, b: ReturnType<typeof rational.of>): boolean =>
  a === Infinity || (a !== -Infinity && rational.sub(rational.of(a), b).num >= 0n)

describe.each(operations)('%s', name => {
  test(
    'points: the exact result lies between adjacent doubles, and is a point if it is a double of moderate size', () => {
      fc.assert(fc.property(double, double, (a, b) => {
        fc.pre(name !== 'div' || b !== 0)
        const truth = exact[name](rational.of(a), rational.of(b))
        const { lo, hi } = I[name](I.of(a), I.of(b))
        expect(below(lo, truth) && above(hi, truth)).toBe(true)
        expect(lo === hi || nextUp(lo) === hi || nextUp(nextUp(lo)) === hi).toBe(true)
        const near = { add: a + b, sub: a - b, mul: a * b, div: a / b }[name]
        const inRange = (x: number): boolean => x === 0 || (Math.abs(x) > 1e-290 && Math.abs(x) < 1e290)
        const moderate = (near !== 0 || truth.num === 0n) && [a, b, near].every(inRange)
        if (moderate && Number.isFinite(near) && below(near, truth) && above(near, truth)) expect(lo).toBe(hi)
        if (moderate && lo !== hi) expect(nextUp(lo)).toBe(hi)
      }), settings)
    }
  )

  test('intervals: contains the result of every pair of members; a part gives a part', () => {
    const t = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(fc.property(interval, interval, t, t, (a, b, s, t) => {
      const [x, y] = [inside(a, s), inside(b, t)]
      fc.pre(name !== 'div' || y !== 0)
      const outer = I[name](a, b)
      const truth = exact[name](rational.of(x), rational.of(y))
      expect(below(outer.lo, truth) && above(outer.hi, truth)).toBe(true)
      const inner = I[name](I.of(x), I.of(y))
      expect(outer.lo <= inner.lo && inner.hi <= outer.hi).toBe(true)
    }), settings)
  })
})

describe('sqrt', () => {
  test('encloses between adjacent doubles, and squares give points', () => {
    fc.assert(fc.property(double.map(Math.abs), x => {
      const root = I.sqrt(I.of(x))
      expect(encloses(O)(root, O.sqrt(O.of(x)))).toBe(true)
      expect(root.hi <= nextUp(nextUp(root.lo))).toBe(true)
    }), settings)
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 26 }), n => {
      expect(I.sqrt(point((n / 64) ** 2))).toEqual(point(n / 64))
    }), settings)
  })
})

describe('inclusion is monotone', () => {
  const bounded = fc.double({ min: -700, max: 700, noNaN: true })
  const t = fc.double({ min: 0, max: 1, noNaN: true })
  const near = fc.tuple(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: 0, max: 8, noNaN: true }))
    .map(([lo, width]) => enclosure(lo, lo + width))
  const wide = fc.oneof(near, fc.tuple(bounded, bounded).map(([a, b]) => enclosure(Math.min(a, b), Math.max(a, b))))

  test.each(['exp', 'log', 'sin', 'cos', 'tanh', 'sqrt'] as const)('%s', name => {
    fc.assert(fc.property(wide, t, t, (whole, s, t) => {
      const [x, y] = [inside(whole, s), inside(whole, t)]
      const part = enclosure(Math.min(x, y), Math.max(x, y))
      const [outer, inner, at] = [I[name](whole), I[name](part), I[name](point(x))]
      fc.pre(whole.lo > 0 || (name !== 'log' && name !== 'sqrt'))
      expect(outer.lo <= inner.lo && inner.hi <= outer.hi).toBe(true)
      expect(outer.lo <= at.lo && at.hi <= outer.hi).toBe(true)
    }), { ...settings, numRuns: fewer(1500) })
  })
})

describe('sin and cos pass their extrema', () => {
  test.each([
    [I.sin(enclosure(1, 2)), 0.8414709848078965, 1],
    [I.sin(enclosure(4, 5)), -1, -0.7568024953079282],
    [I.sin(enclosure(-2, -1)), -1, -0.8414709848078965],
    [I.sin(enclosure(-0.5, 0.5)), -0.479425538604203, 0.479425538604203],
    [I.sin(enclosure(1, 5)), -1, 1],
    [I.sin(enclosure(0, 1e300)), -1, 1],
    [I.cos(enclosure(-1, 1)), 0.5403023058681398, 1],
    [I.cos(enclosure(3, 4)), -1, -0.6536436208636119],
    [I.cos(enclosure(0, Infinity)), -1, 1]
  ])('%o', ({ lo, hi }, low, high) => {
    expect(Math.abs(lo - low)).toBeLessThan(2e-16)
    expect(Math.abs(hi - high)).toBeLessThan(2e-16)
  })
})

describe('rules at the ends of the range', () => {
  const overflowed = { lo: max, hi: Infinity }
  test('overflow: MAX_VALUE below, Infinity above', () => {
    expect(I.add(point(max), point(max))).toEqual(overflowed)
    expect(I.mul(point(1e200), point(1e200))).toEqual(overflowed)
    expect(I.mul(point(-1e200), point(1e200))).toEqual({ lo: -Infinity, hi: -max })
    expect(I.div(point(1e200), point(1e-200))).toEqual(overflowed)
    expect(I.exp(point(710))).toEqual(overflowed)
    expect(I.of(Infinity)).toEqual(overflowed)
    expect(I.of(-Infinity)).toEqual({ lo: -Infinity, hi: -max })
  })
  test('an infinite end is no number: zero times it is zero; but nothing is known of zero times the whole line', () => {
    expect(I.mul(enclosure(0, 1), enclosure(1, Infinity))).toEqual(enclosure(0, Infinity))
    expect(I.mul(enclosure(-Infinity, 2), point(0))).toEqual(point(0))
    expect(I.mul(point(0), wholeLine)).toEqual(wholeLine)
    expect(I.div(point(1), enclosure(2, Infinity))).toEqual(enclosure(0, 0.5))
  })
  test('underflow keeps the sign', () => {
    expect(I.mul(point(1e-200), point(1e-200))).toEqual({ lo: 0, hi: 5e-324 })
    expect(I.mul(point(-1e-200), point(1e-200))).toEqual({ lo: -5e-324, hi: 0 })
    expect(I.div(point(1e-200), point(1e200))).toEqual({ lo: 0, hi: 5e-324 })
    expect(I.exp(point(-746))).toEqual({ lo: 0, hi: 5e-324 })
  })
  test('undefined for a part: the whole line', () => {
    const across = enclosure(-1, 1)
    expect([I.log(across), I.sqrt(across), I.div(point(1), across), I.log(enclosure(0, 1))]).toEqual(
      Array(4).fill(wholeLine)
    )
  })
  test('NaN and infinities never give one end that is NaN, or ends out of order', () => {
    const odd = [NaN, Infinity, -Infinity, 0, -0, 1, max]
      .flatMap(lo => [{ lo, hi: NaN }, point(lo), { lo, hi: Infinity }, wholeLine, I.of(lo)])
    const results = odd.flatMap(a => [
      ...odd.flatMap(b => [I.add(a, b), I.sub(a, b), I.mul(a, b), I.div(a, b)]),
      I.sqrt(a), I.exp(a), I.log(a), I.sin(a), I.cos(a), I.tanh(a)
    ])
    expect(results.filter(({ lo, hi }) => !(lo <= hi) && !(Number.isNaN(lo) && Number.isNaN(hi)))).toEqual([])
  })
})

describe('max and where', () => {
  test('act on ends, and are open when the intervals overlap', () => {
    expect(I.max(enclosure(-1, 2), point(0))).toEqual(enclosure(0, 2))
    expect(I.where(point(1), point(1), point(5), point(7))).toEqual(point(5))
    expect(I.where(point(0), point(1), point(5), point(7))).toEqual(point(7))
    expect(I.where(enclosure(0, 2), point(1), point(5), point(7))).toEqual(enclosure(5, 7))
  })
})

describe('neighbours', () => {
  const bits = (x: number): bigint => new BigInt64Array(new Float64Array([Math.abs(x)]).buffer)[0] ?? 0n
  const rank = (x: number): bigint => (x < 0 ? -bits(x) : bits(x))
  test('nextUp and nextDown are adjacent in the order of bits', () => {
    fc.assert(fc.property(double, x => {
      expect(rank(nextUp(x)) - rank(x)).toBe(1n)
      expect(nextDown(x)).toBe(-nextUp(-x))
    }), { ...settings, numRuns: fewer(20000) })
  })
  test('at the ends of the range', () => {
    expect([nextUp(max), nextUp(Infinity), nextUp(-Infinity), nextDown(Infinity), nextUp(0), nextDown(0), nextUp(NaN)])
      .toEqual([Infinity, Infinity, -max, max, 5e-324, -5e-324, NaN])
    expect([ulp(1), ulp(-1), ulp(0), ulp(max), ulp(4), ulp(3.9)])
      .toEqual([2 ** -52, 2 ** -52, 5e-324, 2 ** 971, 2 ** -50, 2 ** -51])
  })
})

test('a wrong rounding would be noticed: to nearest without the step outward is unsound', () => {
  const third = rational.div(fraction(1n, 1n), fraction(3n, 1n))
  expect(below(1 / 3, third) && above(1 / 3, third)).toBe(false)
  expect(contains(I.div(point(1), point(3)), 1 / 3)).toBe(true)
})
