import { describe, expect, test } from 'vitest'
import {
  type Arithmetic, type Divisible, dual, dualArithmetic, dualAnalytic, dualDivisible, elementaryRational, float64,
  fraction, fromEntries, grid, integer, power, rational, showRational, sign, sum
} from '../../src/number/index.js'
import { degrees } from '../../src/number/degrees.js'
import { ofVariable, rationalFunction } from '../../src/number/polynomial.js'

// (x + 1)^2 / x - 3
const sample = <A>(N: Divisible<A>, x: A): A => {
  const next = N.add(x, N.of(1))
  return N.sub(N.div(N.mul(next, next), x), N.of(3))
}

describe('duals', () => {
  test('differentiate a quotient exactly: (1 - 1/x^2) at 3', () => {
    const { value, tangent } = sample(dualDivisible(rational), dual(rational.of(3), rational.of(1)))
    expect(showRational(value)).toBe('7/3')
    expect(showRational(tangent)).toBe('8/9')
  })
  test('nest: the second derivative of the quotient is 2/x^3', () => {
    const D = dualDivisible(dualDivisible(rational))
    const x = dual(dual(rational.of(2), rational.of(1)), dual(rational.of(1), rational.of(0)))
    expect(showRational(sample(D, x).tangent.tangent)).toBe('1/4')
  })
  test('differentiate a square root exactly at a perfect square', () => {
    expect(dualAnalytic(elementaryRational).sqrt(dual(fraction(9n, 4n), rational.of(1))).tangent)
      .toEqual(fraction(1n, 3n))
  })
  test('carry the convention at kinks: first wins', () => {
    const N = dualArithmetic(float64)
    const [zero, x] = [N.of(0), dual(0, 1)]
    expect(N.max(zero, x).tangent).toBe(0)
    expect(N.max(x, zero).tangent).toBe(1)
  })
  test('of elementary functions agree with their derivatives', () => {
    const N = dualAnalytic(float64)
    const x = dual(0.5, 1)
    expect(N.exp(x).tangent).toBe(Math.exp(0.5))
    expect(N.log(x).tangent).toBe(2)
    expect(N.sin(x).tangent).toBe(Math.cos(0.5))
    expect(N.cos(x).tangent).toBe(-Math.sin(0.5))
    expect(N.tanh(x).tangent).toBe(1 - Math.tanh(0.5) ** 2)
  })
})

describe('degrees', () => {
  const D = degrees(2)
  const none = D.of(1).num
  const [x, y] = [{ num: [1, 0], den: none }, { num: [0, 1], den: none }]
  test('add in products, and are the larger in sums', () => {
    expect(D.add(D.mul(x, D.mul(x, y)), y).num).toEqual([2, 1])
  })
  test('of a quotient count numerator and denominator', () => {
    const q = D.add(D.div(x, y), x)
    expect([q.num, q.den]).toEqual([[1, 1], [0, 1]])
  })
  test('refuse a branch', () => {
    expect(() => D.max(x, y)).toThrow('expected a polynomial or rational function')
  })
})

describe('polynomials', () => {
  const N = rationalFunction
  const [x, y] = [ofVariable(0), ofVariable(1)]
  const isZero = (a: typeof x): boolean => a.num.size === 0
  test('are equal exactly when their coefficients are', () => {
    const square = N.mul(N.add(x, y), N.add(x, y))
    const expanded = N.add(N.add(N.mul(x, x), N.mul(N.of(2), N.mul(x, y))), N.mul(y, y))
    expect(isZero(N.sub(square, expanded))).toBe(true)
    expect(isZero(N.sub(square, N.add(N.mul(x, x), N.mul(y, y))))).toBe(false)
  })
  test('form quotients: x/(xy) = 1/y', () => {
    expect(isZero(N.sub(N.div(x, N.mul(x, y)), N.div(N.of(1), y)))).toBe(true)
  })
})

describe('whole numbers', () => {
  test('refuse what they cannot hold exactly', () => {
    expect(() => integer.mul(2 ** 40, 2 ** 40)).toThrow('below 2^53')
    expect(() => integer.div(1, 3)).toThrow('below 2^53')
    expect(integer.div(6, 3)).toBe(2)
  })
})

test('signs of sums, products and quotients are those of every number of such signs', () => {
  const samples = { '+': [0.5, 3], '-': [-0.25, -2], '0': [0], '+0': [0, 1.5], '?': [-1, 0, 1] } as const
  const agrees = {
    '+': (x: number) => x > 0, '-': (x: number) => x < 0, '0': (x: number) => x === 0, '+0': (x: number) => x >= 0,
    '?': () => true
  }
  const signs = ['+', '-', '0', '+0', '?'] as const
  for (const a of signs) for (const b of signs) for (const x of samples[a]) for (const y of samples[b]) {
    for (const op of ['add', 'sub', 'mul'] as const) expect(agrees[sign[op](a, b)](float64[op](x, y))).toBe(true)
    if (y !== 0) expect(agrees[sign.div(a, b)](x / y)).toBe(true)
  }
})

describe('grids', () => {
  test('are made by a rule and read by indices', () => {
    const x = grid([2, 3], (i, j) => 10 * i + j)
    expect(x.entries).toEqual([0, 1, 2, 10, 11, 12])
    expect(x.at(1, 2)).toBe(12)
    expect(() => x.at(2, 0)).toThrow('expected an index below 2x3, got (2, 0)')
    expect(() => fromEntries([2], [1])).toThrow('expected 2 entries for shape 2, got 1')
  })
  test('sums and powers run over any number system', () => {
    const count = <A>(N: Arithmetic<A>): A => sum(N)([3, 2], (i, j) => N.of(i * j))
    expect(count(float64)).toBe(3)
    expect(sum(float64)([0], () => 1)).toBe(0)
    expect(power(rational)(fraction(2n, 3n), 5)).toEqual(fraction(32n, 243n))
  })
})
