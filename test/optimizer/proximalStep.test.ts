import { expect, test } from 'vitest'
import { proximalStep, sgd } from '../../src/optimizer/index.js'
import * as T from '../../src/tensor/index.js'

const [gradient, w] = [T.fromNested([1, 2]), T.fromNested([3, 4])]

test.each([0, -1, NaN, Infinity])('the proximal step refuses lambda = %s', lambda => {
  expect(() => proximalStep({ lambda })(gradient)(w)).toThrow(`proximalStep: expected a lambda above 0, got ${lambda}`)
})

test('the proximal step refuses a gradient of another shape, where broadcasting would take it', () => {
  expect(() => proximalStep({ lambda: 1 })(T.fromNested([1]))(w)).toThrow(
    'proximalStep: expected a gradient of shape 2, as w has, got 1'
  )
})

test('the proximal step leaves its inputs as they are', () => {
  proximalStep({ lambda: 4 })(gradient)(w)
  expect([T.toNested(gradient), T.toNested(w)]).toEqual([[1, 2], [3, 4]])
})

test.each([-0.1, NaN, Infinity])('gradient descent refuses the learning rate %s', learningRate => {
  expect(() => sgd({ learningRate }).update(gradient)(w)({})).toThrow(
    `sgd: expected a learning rate of at least 0, got ${learningRate}`
  )
})
