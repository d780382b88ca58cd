import { expect, test } from 'vitest'
import * as T from '../../src/tensor/index.js'

test('vectors of length 0 and 1', () => {
  const [nothing, one] = [T.zeros([0]), T.fromNested([7])]
  expect(T.shift(nothing).shape).toEqual([0])
  expect(T.circulant(nothing).shape).toEqual([0, 0])
  expect(T.circularConvolution(nothing, nothing).shape).toEqual([0])
  expect([T.toNested(T.shift(one)), T.toNested(T.circulant(one)), T.toNested(T.circularConvolution(one, one))]).toEqual(
    [[7], [[7]], [49]]
  )
})

test('what is no vector, and lengths that differ, are refused', () => {
  const [square, two, three] = [T.eye(2), T.ones([2]), T.ones([3])]
  expect(() => T.shift(square)).toThrow('shift: expected a vector, got 2x2')
  expect(() => T.circulant(T.scalar(1))).toThrow('circulant: expected a vector, got scalar')
  expect(() => T.circularConvolution(two, three)).toThrow(
    'circularConvolution: expected a second vector of length 2, got 3'
  )
})
