import { describe, expect, test } from 'vitest'
import { told } from './toldByDifferentiate.js'
import { unwrapped } from './unwrapped.js'

describe('one sentence and exit code 2', () => {
  test.each<readonly [ReadonlyArray<string>, string]>([
    [[], 'needs an EXPRESSION in quotes, or a name of --list'],
    [['x+y', '--at', 'x=1'], 'the point: expected a value for y: --at y=1, got none'],
    [['x', '--at', 'x=1,z=2'], '--at: expected values for x, got one for z, which does not occur'],
    [['x', '--at', 'x=one'], 'x: expected a number such as -2.5e3, 1/3 or pi, got one'],
    [['x', '--at', 'x'], '--at must be like w1=1,w2=2 or x=[1,2,3], got x'],
    [['x', '--at', 'x=1,x=2'], '--at gives x twice'],
    [[
      'exp(x)', '--at', 'x=1000'
    ], 'exp(x): expected at most 1.797e+308, the largest double (--digits 20 goes further), got 1.970e+434'],
    [['x/y', '--at', 'x=0,y=0'], 'x / y: expected y other than 0, got 0/0'],
    [['log(x)', '--at', 'x=-1'], 'log(x): expected x > 0, got -1'],
    [[
      'tan(pi/2+x)', '--at', 'x=0'
    ], 'tan(pi / 2 + x): expected pi / 2 + x away from the poles of the tangent, got 1.5708'],
    [['x', '--at', 'x=1/0'], 'x: expected a number such as -2.5e3, 1/3 or pi, got 1/0'],
    [['x', '--at', 'x=1', '--expect', 'x=y'], '--expect: expected a number such as -2.5e3, 1/3 or pi, got y'],
    [['x^y', '--at', 'x=0,y=2'], 'x^y: expected x > 0 under an exponent that varies, got 0'],
    [['x^y', '--at', 'x=-2,y=1/2'], 'x^y: expected x > 0 under an exponent that is not a whole number, got -2'],
    [[
      '(-8)^(1/3)*x', '--at', 'x=1'
    ], '(-8)^(1/3): expected -8 > 0 under an exponent that is not a whole number, got -8'],
    [['0^-1*x', '--at', 'x=1'], '0^(-1): expected a base other than 0, got 0'],
    [['1/(x-.1)', '--at', 'x=.1'], '1 / (x - 0.1): expected x - 0.1 other than 0, got 0'],
    [[
      'x^2', '--at', 'x=1e200'
    ], 'x^2: expected at most 1.797e+308, the largest double (--digits 20 goes further), got 1.000e+400'],
    [[
      '1/x', '--at', 'x=1e-200'
    ], 'df/dx: expected at most 1.797e+308, the largest double (--digits 20 goes further), got -1.000e+400'],
    [['f1', '--h', '0'], '--h must be a step above 0, got 0'],
    [['f1', '--digits', '1'], '--digits must be a whole number from 2 to 2000, got 1'],
    [['f1', '--expect', 'z=1'], '--expect: expected derivatives by w1, w2, got z'],
    [['x', 'y'], 'takes one EXPRESSION, quoted, got x y']
  ])('%j', async (argv, message) => {
    const { code, out, err } = await told(...argv)
    expect({ code, out, err: unwrapped(err) }).toEqual({ code: 2, out: '', err: `lemmata differentiate: ${message}\n` })
  })

  test('with the place in the formula', async () => {
    expect(unwrapped((await told('x + * 3')).err)).toBe(
      'lemmata differentiate: line 1, column 5: expected a number, a name or a bracket, got *\n  x + * 3\n      ^\n')
  })
})

test('a formula may begin with a minus, and --list and --help answer', async () => {
  expect((await told('-x^2', '--at', 'x=3')).out).toContain('f = -9\n')
  expect((await told('--list')).out.match(/^\S+/gm)).toEqual(
    ['(x+y)z', 'sigmoid-neuron', 'staged', 'gate-circuit', 'f1', 'f2'])
  expect((await told('--help')).out).toContain('usage: lemmata differentiate EXPRESSION --at POINT')
})
