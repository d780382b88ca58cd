import { expect, test } from 'vitest'
import { thrown, written } from '../../src/claim/thrown.js'

test('an error is told by its name and the first line of its message', () => {
  expect(thrown(new RangeError('too large'))).toBe('RangeError: too large')
  expect(thrown(new Error('first\nsecond\nthird'))).toBe('Error: first')
  expect(thrown(new Error('\nsecond'))).toBe('Error: ')
})

test('anything else that is thrown is said to be no Error', () => {
  expect(thrown('too large')).toBe('"too large", which is no Error')
  expect(thrown(undefined)).toBe('undefined, which is no Error')
  expect(thrown({ message: 'too large' })).toBe('{"message":"too large"}, which is no Error')
})

test('a value is written in one line as a program would write it', () => {
  const itself: { me?: unknown } = {}
  itself.me = itself
  expect(written(() => 1)).toBe('a function')
  // JSON would write both as null
  expect(written(NaN)).toBe('NaN')
  expect(written(-Infinity)).toBe('-Infinity')
  expect(written(2.5)).toBe('2.5')
  expect(written(null)).toBe('null')
  expect(written(undefined)).toBe('undefined')
  expect(written('two\nlines')).toBe('"two\\nlines"')
  expect(written([1, 'a'])).toBe('[1,"a"]')
  expect(written(3n)).toBe('3n')
  expect(written(itself)).toBe('an object')
  expect(written(Symbol('two\nlines'))).toBe('Symbol(two')
})
