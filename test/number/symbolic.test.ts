import { describe, expect, test } from 'vitest'
import { fraction, showRational, sign } from '../../src/number/index.js'
import { degrees } from '../../src/number/degrees.js'
import { ofVariable, rationalFunction } from '../../src/number/polynomial.js'

const half = fraction(1n, 2n)
const minusHalf = fraction(-1n, 2n)
const none = fraction(0n, 1n)

describe('signs', () => {
  const signs = ['+', '-', '0', '+0', '?'] as const
  // what is known of sums, differences, products and quotients, in the order of `signs` on the right
  test.each([
    ['+', 'add', '+?++?'], ['-', 'add', '?--??'], ['0', 'add', '+-0p?'], ['+0', 'add', '+?pp?'], ['?', 'add', '?????'],
    ['+', 'sub', '?++??'], ['-', 'sub', '-?-??'], ['0', 'sub', '-+0??'], ['+0', 'sub', '?+p??'], ['?', 'sub', '?????'],
    ['+', 'mul', '+-0p?'], ['-', 'mul', '-+0??'], ['0', 'mul', '00000'], ['+0', 'mul', 'p?0p?'], ['?', 'mul', '??0??'],
    ['+', 'div', '+-???'], ['-', 'div', '-+???'], ['0', 'div', '00???'], ['+0', 'div', 'p????'], ['?', 'div', '?????']
  ] as const)('%s %s', (a, operation, expected) => {
    expect(signs.map(b => sign[operation](a, b).replace('+0', 'p')).join('')).toBe(expected)
  })
  test('of numbers, squares, maxima and choices', () => {
    expect([2, -2, 0, NaN].map(sign.of)).toEqual(['+', '-', '0', '?'])
    expect([half, minusHalf, none, { num: 0n, den: 0n }, { num: 1n, den: -2n }, { num: -1n, den: -2n }].map(
      sign.ofRational
    ))
      .toEqual(['+', '-', '0', '?', '-', '+'])
    expect(['0.1', '-3', '0'].map(sign.decimal)).toEqual(['+', '-', '0'])
    expect(signs.map(sign.square)).toEqual(['+', '+', '0', '+0', '+0'])
    expect([sign.max('+', '?'), sign.max('-', '+'), sign.max('-', '-'), sign.max('0', '-')]).toEqual(
      ['+', '+', '-', '?']
    )
    expect([sign.where('?', '?', '-', '-'), sign.where('+', '0', '-', '+')]).toEqual(['-', '?'])
  })
})

describe('degrees', () => {
  const D = degrees(2)
  const none = D.of(1).num
  const [x, y] = [{ num: [1, 0], den: none }, { num: [0, 1], den: none }]
  test('of constants are 0; 0 adds nothing and takes every factor with it', () => {
    const constants = [D.of(3), D.ofRational(half), D.decimal('0.1')]
    expect(constants.map(a => [a.num, a.den])).toEqual([[[0, 0], [0, 0]], [[0, 0], [0, 0]], [[0, 0], [0, 0]]])
    for (const zero of [D.of(0), D.ofRational(fraction(0n, 1n)), D.decimal('0.0')]) {
      expect([D.add(zero, x), D.add(x, zero), D.sub(x, zero)]).toEqual([x, x, x])
      expect([D.mul(zero, x).num, D.mul(x, zero).num, D.div(zero, x).den]).toEqual([[0, 0], [0, 0], [0, 0]])
      expect(D.add(D.mul(zero, x), y)).toEqual(y)
    }
  })
  test('of sums are the larger, of products the sum', () => {
    expect([D.add(D.square(x), y).num, D.sub(y, D.mul(x, y)).num, D.mul(D.of(2), x).num, D.add(x, D.of(1)).num])
      .toEqual([[2, 1], [1, 1], [1, 0], [1, 0]])
    expect([D.div(x, y), D.div(x, D.div(x, y)), D.mul(D.div(x, y), D.div(y, x))]).toEqual([
      { num: [1, 0], den: [0, 1] }, { num: [1, 1], den: [1, 0] }, { num: [1, 1], den: [1, 1] }
    ])
  })
  test('a formula that branches has none', () => {
    for (const branch of [() => D.max(x, y), () => D.where(x, y, x, y)]) {
      expect(branch).toThrow('exactly: expected a polynomial or rational function, got a formula that branches (max)')
    }
  })
})

describe('rational functions', () => {
  const N = rationalFunction
  const [x, y, z] = [ofVariable(0), ofVariable(1), ofVariable(2)]
  const zero = (a: typeof x): boolean => a.num.size === 0 && a.den.size > 0
  const lost = (a: typeof x): boolean => a.den.size === 0
  const shown = (a: typeof x): ReadonlyArray<string> => [...a.num].map(([key, { coefficient,
    monomial }]) => `${showRational(coefficient)}x[${key}|${monomial.join()}]`)
  test('are sums of products with coefficients, each product once', () => {
    const cube = N.mul(N.add(x, N.mul(N.of(2), y)), N.square(N.sub(x, z)))
    expect(shown(cube))
      .toEqual(['1x[0.0.0|0,0,0]', '-2x[0.0.2|0,0,2]', '1x[0.2.2|0,2,2]', '2x[0.0.1|0,0,1]', '-4x[0.1.2|0,1,2]', '2x[1.2.2|1,2,2]'])
    expect([shown(N.of(0)), shown(N.of(3)), shown(N.ofRational(half)), shown(N.decimal('0.1'))])
      .toEqual([[], ['3x[|]'], ['1/2x[|]'], ['1/10x[|]']])
  })
  test('terms that cancel are gone', () => {
    expect([N.sub(x, x), N.add(x, N.mul(N.of(-1), x)), N.sub(N.mul(x, y), N.mul(y, x)), N.sub(N.mul(
      N.add(x, y), N.sub(x, y)
    ),
      N.sub(N.square(x), N.square(y)))].map(zero))
      .toEqual([true, true, true, true])
    expect(shown(N.mul(N.add(x, y), N.sub(x, y)))).toEqual(['1x[0.0|0,0]', '-1x[1.1|1,1]'])
  })
  test('have one denominator, which is shared where both have it', () => {
    const [a, b] = [N.div(x, y), N.div(z, y)]
    expect([shown(N.add(a, b)), N.add(a, b).den === a.den]).toEqual([['1x[0|0]', '1x[2|2]'], true])
    expect(zero(N.sub(N.add(a, N.div(N.of(1), x)), N.div(N.add(N.square(x), y), N.mul(x, y))))).toBe(true)
    expect(zero(N.sub(N.div(N.of(1), N.add(x, y)), N.div(N.of(1), N.add(x, z))))).toBe(false)
  })
  test('0/0 is not 0, nor is what is made of it', () => {
    const undefinedOne = N.div(x, N.sub(y, y))
    expect([undefinedOne, N.add(undefinedOne, x), N.mul(N.of(0), undefinedOne), N.of(NaN), N.ofRational({ num:
      0n, den: 0n })].map(lost))
      .toEqual([true, true, true, true, true])
  })
  test('a formula that branches is refused', () => {
    for (const branch of [() => N.max(x, y), () => N.where(x, y, x, y)]) {
      expect(branch).toThrow('exactly: expected a polynomial or rational function, got a formula that branches (max)')
    }
  })
})
