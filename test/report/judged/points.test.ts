import { expect, test } from 'vitest'
import { readPoints } from '../../../src/report/judged/points.js'

test('gives the points of each function', () => {
  expect(readPoints('{"affine_forward": 2, "relu": 0, "__proto__": 0.5}')).toEqual(
    Object.fromEntries([['affine_forward', 2], ['relu', 0], ['__proto__', 0.5]])
  )
  expect(Object.keys(readPoints('{"b": 1, "a": 1}'))).toEqual(['b', 'a'])
})

const all = 'points: expected the points of each function by its name'
test.each([
  ['f: 2', `${all} in JSON, got another text`],
  ['', `${all} in JSON, got another text`],
  ['[2]', `${all}, an object, got an array`],
  ['null', `${all}, an object, got null`],
  ['2', `${all}, an object, got 2`],
  ['{"f": 1, "f": 2}', `${all} with each name once, got a name that comes again`],
  ['{"f": 1, "g": -1}', 'points: expected the points of g: a finite number from 0, got -1'],
  ['{"f": 1e999}', 'points: expected the points of f: a finite number from 0, got Infinity'],
  ['{"f": "2"}', 'points: expected the points of f: a finite number from 0, got "2"'],
  ['{"f": {"points": 2}}', 'points: expected the points of f: a finite number from 0, got an object with points']
])('refuses %s', (text, message) => {
  expect(() => readPoints(text)).toThrow(expect.objectContaining({ message }))
})
