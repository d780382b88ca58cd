import { expect, test } from 'vitest'
import { show } from '../../src/claim/show.js'

test.each([
  [1.5, '1.5'], [0, '0'], [-0, '-0'], [NaN, 'NaN'], [Infinity, 'Infinity'], [-Infinity, '-Infinity'],
  [true, 'true'], [null, 'null'], [undefined, 'undefined'], [3n, '3'], ['a "b"', '"a \\"b\\""'], [() => 1, 'a function']
])('the scalar %o is shown as %s', (value, text) => {
  expect(show(value)).toBe(text)
})

test.each([
  // up to three digits as they are
  [512, '512'], [-512, '-512'], [0.125, '0.125'], [0.0625, '0.0625'], [-0.0625, '-0.0625'],
  [1024, '2^10'], [-1024, '-2^10'], [2 ** -5, '2^-5'],
  [2 ** -20, '2^-20'], [-(2 ** -20), '-2^-20'], [2 ** 70, '2^70'], [2 ** 1023, '2^1023'],
  // the exponent is no digit of it: 5e-324, 1.6e-322 and 3.16e-322
  [2 ** -1074, '5e-324'], [2 ** -1069, '1.6e-322'], [2 ** -1068, '3.16e-322'], [2 ** -1067, '6.3e-322'],
  [2 ** -1030, `2^${-1030}`],
  // its logarithm rounds to 53
  [2 ** 53 - 1, '9007199254740991'],
  [1023, '1023'], [1025, '1025'], [3000, '3000'], [0.1875, '0.1875']
])('the number %d is shown as %s', (value, text) => {
  expect(show(value)).toBe(text)
})

test('an interval is shown by its ends, and a point as the number', () => {
  expect(show({ lo: 1, hi: 2 })).toBe('[1, 2]')
  expect(show({ lo: 2 ** -20, hi: 2 ** -20 })).toBe('2^-20')
  expect(show({ lo: NaN, hi: NaN })).toBe('NaN')
  expect(show({ lo: -0, hi: -0 })).toBe('-0')
  expect(show({ lo: -Infinity, hi: Infinity })).toBe('[-Infinity, Infinity]')
  expect(show({ lo: 1 })).toBe('lo = 1')
  expect(show({ hi: 1 })).toBe('hi = 1')
})

test('lists and typed arrays are shown alike', () => {
  expect(show([])).toBe('[]')
  expect(show([1, [2, 'a'], { lo: 0, hi: 1 }])).toBe('[1, [2, "a"], [0, 1]]')
  expect(show(new Float64Array([0.5, -0]))).toBe('[0.5, -0]')
})

test('a tensor is shown by rows', () => {
  expect(show({ shape: [], data: [7] })).toBe('7')
  expect(show({ shape: [3], data: new Float64Array([1, 2, 3]) })).toBe('[1, 2, 3]')
  expect(show({ shape: [2, 3], data: [1, 2, 3, 4, 5, 6] })).toBe('[[1, 2, 3], [4, 5, 6]]')
  expect(show({ shape: [2, 2, 1], data: [1, 2, 3, 4] })).toBe('[[[1], [2]], [[3], [4]]]')
  expect(show({ shape: [0], data: [] })).toBe('[]')
  expect(show({ shape: [2, 0], data: [] })).toBe('[[], []]')
  expect(show({ shape: [0, 2], data: [] })).toBe('[]')
})

test('a record is shown by its names, and what is in it that is a record too in braces', () => {
  expect(show({})).toBe('nothing')
  expect(show({ x: [0.25, -1], eta: 2 })).toBe('x = [0.25, -1], eta = 2')
  expect(show({ a: { b: 1, c: { d: null } }, e: {} })).toBe('a = { b = 1, c = { d = null } }, e = { nothing }')
  expect(show({ t: { shape: [1], data: [4] }, i: { lo: 1, hi: 2 }, v: new Float64Array([3]) })).toBe(
    't = [4], i = [1, 2], v = [3]'
  )
})

test('records in a list are told apart', () => {
  expect(show([{ a: 1, b: 2 }, { a: 3 }])).toBe('[{ a = 1, b = 2 }, { a = 3 }]')
})

test('a record that has a shape or data alone is no tensor', () => {
  expect(show({ layer: { shape: [2], rate: 1 } })).toBe('layer = { shape = [2], rate = 1 }')
  expect(show({ layer: { data: [2], rate: 1 } })).toBe('layer = { data = [2], rate = 1 }')
})
