import { describe, expect, test } from 'vitest'
import { type Checked, isSlip, noticed, noticing as N } from '../../src/claim/slips.js'
import { Refusal } from '../../src/prelude/index.js'

type Loose = (...args: ReadonlyArray<unknown>) => Checked

/** A function of N, called as JavaScript lets it be called. */
const loose = (f: unknown): Loose => f as Loose
/** What a test says of 2, 3 and 0, which are made when it runs. */
const given = (run: (two: Checked, three: Checked, zero: Checked) => void) => () => { run(N.of(2), N.of(3), N.of(0)) }
const valued = ({ value }: Checked): number => value
const slip = (place: string, expected: string, got: string) =>
  expect.objectContaining({ tag: 'input', place, message: `${place}: expected ${expected}, got ${got}` }) as Error

describe('without a slip', () => {
  test('the functions of N are those of doubles', given((two, three, zero) => {
    expect([N.add(two, three), N.sub(two, three), N.div(
      three, two
    ), N.max(two, three), N.where(two, three, zero, two), N.sum([two, three]),
      N.hypot([three, N.of(4)])].map(valued)).toEqual([5, -1, 1.5, 3, 2, 5, 5])
  }))
  test('a constant takes nothing', () => { expect([N.pi(), N.e()].map(valued)).toEqual([Math.PI, Math.E]) })
  test('a fraction, a text and a whole exponent are taken as they are', given((two) => {
    expect([N.ofRational({ num: 1n, den: 2n }), N.decimal('0.25'), N.power(two, 3)].map(valued)).toEqual([0.5, 0.25, 8])
  }))
  test('array methods may hand on an index and an array', given((two, three) => {
    expect([two, three].map(N.exp).map(valued)).toEqual([Math.exp(2), Math.exp(3)])
    expect(valued([two, three, two].reduce(N.add))).toBe(7)
  }))
  test('only functions of several numbers count them', given(
    (two, _three, zero) => { expect(valued(loose(N.exp)(zero, two))).toBe(1) }
  ))
  test('sides may be numbers and lists of them', given(
    (two, three, zero) => { expect(noticed([two, [three, [zero]]])).toBeUndefined() }
  ))
})

describe('a slip is told', () => {
  test('a further number of N', given((two, three, zero) => {
    expect(() => loose(N.add)(two, three, two)).toThrow(slip('N.add', '2 numbers', '3'))
    expect(() => loose(N.add)(two, three, 0, two)).toThrow(slip('N.add', '2 numbers', '4'))
    expect(() => loose(N.where)(two, three, two, three, zero)).toThrow(slip('N.where', '4 numbers', '5'))
    expect(() => loose(N.power)(two, 3, two)).toThrow(slip('N.power', '2 numbers', '3'))
  }))
  test.each([
    ['a number', 5, 'the number 5'], ['a function', N.pi, 'a function that was not called'],
    ['nothing', undefined, 'nothing'],
    ['a text', 'x', 'string'], ['null', null, 'object'], ['a record', { value: 5 }, 'object'],
    ['a truth value', true, 'boolean']
  ])('%s among the numbers of N', (_, x, got) => {
    const two = N.of(2)
    const expected = 'a number of N, such as N.of(2) or N.pi()'
    expect(() => loose(N.mul)(two, x)).toThrow(slip('N.mul', expected, got))
    expect(() => loose(N.exp)(x)).toThrow(slip('N.exp', expected, got))
    expect(() => loose(N.hypot)([two, x])).toThrow(slip('N.hypot', expected, got))
    expect(() => { noticed([two, x]) }).toThrow(slip('what is related', expected, got))
    expect(() => { noticed([[two, [x]]]) }).toThrow(slip('what is related', expected, got))
  })
  test('a number of N left out', given((two) => {
    const expected = 'a number of N, such as N.of(2) or N.pi()'
    for (const name of ['add', 'max', 'where', 'exp', 'sum'] as const) {
      expect(() => loose(N[name])(...name === 'exp' || name === 'sum' ? [] : [two])).toThrow(
        slip(`N.${name}`, expected, 'nothing')
      )
    }
  }))
  test('a number where only the exponent may be one', () => {
    expect(() => loose(N.power)(2, 3)).toThrow(
      slip('N.power', 'a number of N, such as N.of(2) or N.pi()', 'the number 2')
    )
  })
  test('an operator of JavaScript', given((two, three) => {
    const told = slip(
      'a number of N', 'N.where, N.max and other functions of N', 'an operator of JavaScript, such as x > 5 or x + 1'
    )
    const x = two as unknown as number
    expect(() => x + 1).toThrow(told)
    expect(() => x > 5).toThrow(told)
    expect(() => loose(N.power)(two, three)).toThrow(told)
    expect(() => (loose(N.add)(two, three) as unknown as number) * 2).toThrow(told)
  }))
  test('N.of of what is no number', given(two => {
    for (const [got, x] of [['string', '2'], ['null', null], ['undefined', undefined], ['object', two]] as const) {
      expect(() => loose(N.of)(x)).toThrow(slip('N.of', 'a number', got))
    }
  }))
})

describe('what was raised', () => {
  test.each(['N.add', 'N.of', 'a number of N', 'what is related'])('at %s is a slip', place => {
    expect(isSlip(new Refusal('input', place, 'x', 'y'))).toBe(true)
  })
  test('is none elsewhere, for another reason, or by others', () => {
    expect([
      new Refusal('input', 'affine', 'x', 'y'), new Refusal('input', 'of N.', 'x', 'y'),
      new Refusal('input', '', 'x', 'y'),
      new Refusal('domain', 'N.add', 'x', 'y'), new Refusal('undecided', 'what is related', 'x', 'y'),
      new TypeError('N.add'), undefined, { tag: 'input', place: 'N.add' }
    ].map(isSlip)).toEqual(Array.from({ length: 8 }, () => false))
  })
})
