import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BigNumber } from 'mathjs'
import {
  type Ball, ball, certainBits, fromDecimal, fromInterval, fromRational, nowhereBall, toDecimal, toInterval, wholeBall
} from '../../src/number/ball.js'
import { interval as I } from '../../src/number/intervalArithmetic.js'
import { type Oracle, oracle } from './oracle.js'
import { doubles } from './doubles.js'
import { fewer } from './fewer.js'

const sizes = [
  { bits: 53, O: oracle(90), count: 300 },
  { bits: 200, O: oracle(120), count: 200 },
  { bits: 1000, O: oracle(360), count: 20 },
  { bits: 3400, O: oracle(1080), count: 4 }
]

/** Whether the ball contains what the oracle says, to the accuracy of its digits but some ten. */
const holds = (O: Oracle, digits: number, a: Ball, x: BigNumber): boolean => {
  const [lo, hi] = [a.mid - a.rad, a.mid + a.rad].map(mantissa => O.ofDyadic({ mantissa, exponent: a.exp }))
  const doubt = x.abs().times(O.big(`1e-${digits}`))
  return lo !== undefined && hi !== undefined && lo.minus(doubt).lte(x) && hi.plus(doubt).gte(x)
}

describe.each(sizes)('at $bits bits', ({ bits, O, count }) => {
  const N = ball(bits)
  const digits = Math.ceil(bits * 0.302) + 15
  // mathjs knows 1025 digits of pi and of log 10
  const limited = bits > 3000 ? { O: oracle(980), digits: 960 } : { O, digits }
  const points = doubles(count, 8, bits).concat([0.5, 3.25, -7.75, 22]).filter(x => x !== 0)
  const check = (
    name: string, run: (x: number) => readonly [Ball, BigNumber], domain: (x: number) => boolean, judge = { O, digits }
  ): void =>
    test(name, () => {
      for (const x of points.filter(domain)) {
        const [a, truth] = run(x)
        expect(holds(judge.O, judge.digits, a, truth), `${name}(${x})`).toBe(true)
        expect(certainBits(a), `${name}(${x})`).toBeGreaterThan(bits - 4)
      }
    })

  const short = (x: number): boolean => bits < 1000 ? Math.abs(x) > 1e-100 : Number.isInteger(x * 2 ** 24)
  check('exp', x => [N.exp(N.of(x)), O.exp(O.of(x))], x => Math.abs(x) < 1000)
  check('log', x => [N.log(N.of(x)), limited.O.log(limited.O.of(x))], x => x > 0 && x !== 1, limited)
  check('sin', x => [N.sin(N.of(x)), limited.O.sin(limited.O.of(x))], short, limited)
  check('cos', x => [N.cos(N.of(x)), limited.O.cos(limited.O.of(x))], short, limited)
  check('tanh', x => [N.tanh(N.of(x)), O.tanh(O.of(x))], x => Math.abs(x) < 1000 && Math.abs(x) > 1e-5)
  check('sqrt', x => [N.sqrt(N.of(x)), O.sqrt(O.of(x))], x => x > 0)
  check('div', x => [N.div(N.of(1), N.of(x)), O.of(1).div(O.of(x))], () => true)
  check('mul', x => [N.mul(N.div(N.of(x), N.of(3)), N.div(N.of(1), N.of(x))), O.of(1).div(O.of(3))], () => true)

  test('arguments with a radius: identities meet', () => {
    for (const x of points.filter(x => Math.abs(x) < 30 && Math.abs(x) > 1e-3)) {
      const a = N.div(N.of(x), N.of(7))
      const zeros = [
        N.sub(N.add(N.mul(N.sin(a), N.sin(a)), N.mul(N.cos(a), N.cos(a))), N.of(1)),
        N.sub(N.log(N.exp(a)), a),
        N.sub(N.tanh(a), N.div(N.sub(N.exp(a), N.exp(N.sub(N.of(0), a))), N.add(N.exp(a), N.exp(N.sub(N.of(0), a))))),
        N.sub(N.mul(N.sqrt(N.mul(a, a)), N.sqrt(N.mul(a, a))), N.mul(a, a)),
        N.sub(N.sin(N.add(a, a)), N.mul(N.of(2), N.mul(N.sin(a), N.cos(a))))
      ]
      for (const { mid, exp, rad } of zeros) {
        expect(mid <= rad && -mid <= rad).toBe(true)
        expect(exp + rad.toString(2).length).toBeLessThan(8 - bits + Math.max(0, Math.log2(Math.abs(x)) * 2) + 12)
      }
    }
  })
})

describe('a wide ball contains the value at each of its points', () => {
  const N = ball(80)
  const small = fc.double({ min: -20, max: 20, noNaN: true })
  const t = fc.double({ min: 0, max: 1, noNaN: true })
  const wide = fc.tuple(small, fc.double({ min: 0, max: 3, noNaN: true }), t).map(([lo, width, t]) =>
    ({ a: fromInterval({ lo, hi: lo + width }, 80), x: N.of(Math.min(lo + width, lo + t * width)) }))
  // the value at a point, to many more digits, and the ball overlap
  const fine = ball(400)
  const meet = (a: Ball, b: Ball): boolean => {
    const { mid, rad } = fine.sub(a, b)
    return mid <= rad && -mid <= rad
  }
  test.each(['exp', 'sin', 'cos', 'tanh', 'log', 'sqrt'] as const)('%s', name => {
    fc.assert(fc.property(wide, ({ a, x }) => {
      fc.pre(toInterval(a).lo > 0 || (name !== 'log' && name !== 'sqrt'))
      expect(meet(fine[name](x), N[name](a))).toBe(true)
    }), { numRuns: fewer(1500), seed: 3 })
  })
  test.each(['add', 'sub', 'mul', 'div', 'max'] as const)('%s', name => {
    fc.assert(fc.property(wide, wide, (p, q) => {
      expect(meet(fine[name](p.x, q.x), N[name](p.a, q.a))).toBe(true)
      expect(meet(fine.where(p.x, q.x, p.x, q.x), N.where(p.a, q.a, p.a, q.a))).toBe(true)
    }), { numRuns: fewer(1500), seed: 4 })
  })
  test('agrees with intervals: the enclosures meet', () => {
    fc.assert(fc.property(small, small, (x, y) => {
      for (const name of ['add', 'sub', 'mul', 'max', ...(y === 0 ? [] : ['div'] as const)] as const) {
        const [a, b] = [toInterval(N[name](N.of(x), N.of(y))), I[name](I.of(x), I.of(y))]
        expect(a.lo <= b.hi && b.lo <= a.hi).toBe(true)
      }
    }), { numRuns: fewer(1500), seed: 5 })
  })
})

test('more bits agree with fewer', () => {
  const [coarse, fine] = [ball(3400), ball(4000)]
  for (const x of [0.1, -1e-7, 12345.678, 1e300, 5e-324]) {
    const positive = x > 0 ? ['log', 'sqrt'] as const : []
    const moderate = x < 1e6 ? ['exp'] as const : []
    for (const name of ['sin', 'cos', 'tanh', ...positive, ...moderate] as const) {
      const { mid, rad } = fine.sub(coarse[name](coarse.of(x)), fine[name](fine.of(x)))
      expect(mid <= rad && -mid <= rad, `${name}(${x})`).toBe(true)
      expect(certainBits(fine[name](fine.of(x)))).toBeGreaterThan(3996)
    }
  }
})

describe('exactness and range', () => {
  const N = ball(100)
  test('results of few bits are exact', () => {
    fc.assert(fc.property(fc.integer({ min: -4096, max: 4096 }), fc.integer({ min: 1, max: 4096 }), (m, n) => {
      const [a, b] = [N.of(m / 64), N.of(n / 16)]
      const results = [N.add(a, b), N.sub(a, b), N.mul(a, b), N.div(N.mul(a, b), b), N.sqrt(N.mul(b, b)), N.max(a, b)]
      expect(results.map(toInterval).map(({ lo, hi }) => [lo, hi])).toEqual(
        [m / 64 + n / 16, m / 64 - n / 16, m / 64 * n / 16, m / 64, n / 16, Math.max(m / 64, n / 16)].map(
          x => [x + 0, x + 0]
        ))
      expect(results.every(({ rad }) => rad === 0n)).toBe(true)
    }))
    const elementary = [N.exp(N.of(0)), N.cos(N.of(0)), N.log(N.of(1)), N.sin(N.of(0)), N.tanh(N.of(0))]
    expect(elementary.map(({ mid, rad }) => [mid, rad])).toEqual([[1n, 0n], [1n, 0n], [0n, 0n], [0n, 0n], [0n, 0n]])
  })
  test('numbers far apart keep the midpoint short', () => {
    const sum = N.add(N.of(1e300), N.of(1e-300))
    expect(sum.mid.toString(2).length).toBeLessThanOrEqual(100)
    expect(toInterval(sum).hi).toBeGreaterThanOrEqual(1e300)
    const huge = N.exp(N.of(1e12))
    expect(toDecimal(N.log(huge), 12)).toBe('1.00000000000e+12')
    expect(toInterval(huge)).toEqual({ lo: Number.MAX_VALUE, hi: Infinity })
    expect(toInterval(N.exp(N.of(-1e12)))).toEqual({ lo: 0, hi: 5e-324 })
    expect(toInterval(N.exp(N.of(-1e300)))).toEqual({ lo: 0, hi: 5e-324 })
    expect(N.exp(N.of(1e300))).toEqual(wholeBall)
    expect(N.add(N.of(0), huge)).toEqual(huge)
  })
  test('squaring for ever ends in the whole line, never in a wrong exponent', () => {
    const squared = Array.from({ length: 200 }).reduce<Ball>(a => N.mul(a, a), N.of(3))
    expect(squared).toEqual(wholeBall)
    const small = Array.from({ length: 200 }).reduce<Ball>(a => N.mul(a, a), N.of(1 / 3))
    expect(toInterval(small)).toMatchObject({ hi: 5e-324 })
  })
  test('undefined for a part: the whole line', () => {
    const across = fromInterval({ lo: -1, hi: 1 }, 100)
    expect([
      N.div(N.of(1), across), N.log(across), N.sqrt(across), N.of(Infinity)
    ]).toEqual(Array(4).fill(wholeBall))
    expect([N.add, N.sub, N.mul, N.div, N.max].map(f => f(wholeBall, N.of(1)))).toEqual(Array(5).fill(wholeBall))
    expect(N.mul(N.of(0), wholeBall)).toEqual(wholeBall)
    expect([N.sqrt, N.exp, N.log, N.tanh].map(f => f(wholeBall))).toEqual(Array(4).fill(wholeBall))
    expect(fromInterval({ lo: NaN, hi: NaN }, 100)).toEqual(nowhereBall)
    expect(toInterval(wholeBall)).toEqual({ lo: -Infinity, hi: Infinity })
  })
})

describe('decimals', () => {
  const N = ball(200)
  test('the digits that are certain', () => {
    expect(toDecimal(fromDecimal('21.20823669870e24', 200), 13)).toBe('2.120823669870e+25')
    expect(toDecimal(N.exp(N.of(57.3)), 13)).toMatch(/^7\.6\d{11}e\+24$/)
    expect(toDecimal(N.of(0.1), 20)).toBe('1.0000000000000000555e-1')
    expect(toDecimal(N.of(-9.96), 2)).toBe('-1.0e+1')
    expect(toDecimal(N.of(0), 5)).toBe('0')
    expect(toDecimal(N.of(7), 1)).toBe('7e+0')
    expect(toDecimal(fromInterval({ lo: 3.11, hi: 3.14 }, 100), 10)).toBe('3.1e+0')
    expect(toDecimal(fromInterval({ lo: -1, hi: 1 }, 100), 10)).toBe('?')
    expect(toDecimal(wholeBall, 10)).toBe('?')
    expect(toDecimal(N.exp(N.of(1e12)), 5)).toBe('1.7858e+434294481903')
    expect(toDecimal(ball(3400).exp(N.of(1)), 1000)).toHaveLength(1004)
    expect(toDecimal(N.div(N.of(1), N.of(3)), 1000).length).toBeLessThan(66)
  })
  test('agrees with toExponential', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 17 }), (x, n) => {
        if (x !== 0) expect(toDecimal(N.of(x), n)).toBe(x.toExponential(n - 1))
      }), { numRuns: fewer(2000), seed: 9 }
    )
  })
  test('reading', () => {
    expect(fromDecimal('-0.5', 10)).toMatchObject({ rad: 0n })
    expect(toInterval(fromDecimal('0.1', 100))).toEqual({ lo: 0.09999999999999999, hi: 0.1 })
    expect(toInterval(fromDecimal('-.5e1'.replace('.', '0.'), 100))).toEqual({ lo: -5, hi: -5 })
    expect(toInterval(fromRational(-1n, 4n, 100))).toEqual({ lo: -0.25, hi: -0.25 })
    for (const text of ['', 'x', '1e', '1e999999', '0x10', 'NaN', '1 ']) {
      expect(() => fromDecimal(text, 100)).toThrow('fromDecimal')
    }
    expect(() => fromRational(1n, 0n, 100)).toThrow('denominator')
  })
})
