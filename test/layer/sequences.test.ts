import { describe, expect, test } from 'vitest'
import * as definition from '../../src/definition/index.js'
import {
  Affine, lstm, multiHeadAttention, MultiHeadAttention, type MultiHeadParams, type RecurrentParams, rnn,
  scaledDotProductAttention, sequence
} from '../../src/layer/index.js'
import { float64 } from '../../src/number/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'
import * as R from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import type { Tensor } from '../../src/tensor/index.js'

const draw = (seed: number, shape: ReadonlyArray<number>): Tensor => R.run(R.normals(shape), R.seedOf(seed))

const recurrent = (blocks: number, examples = 2): RecurrentParams => ({
  wx: draw(1, [3, 4 * blocks]), wh: draw(2, [4, 4 * blocks]), b: draw(3, [4 * blocks]), h0: draw(4, [examples, 4])
})

const square = (features: number): MultiHeadParams => ({
  wq: draw(1, [features, features]), wk: draw(2, [features, features]), wv: draw(3, [features, features]),
  wo: draw(4, [features, features])
})

describe.each([['rnn', rnn, 1], ['lstm', lstm, 4]] as const)('%s', (name, layer, blocks) => {
  const params = recurrent(blocks)
  const x = draw(5, [2, 6, 3])

  test('a sequence in two parts: the states of the first part are those of the whole', () => {
    const head = T.slice(x, [{}, { stop: 4 }])
    expect(T.identical(T.slice(layer(params)(x).y, [{}, { stop: 4 }]), layer(params)(head).y)).toBe(true)
  })
  test('what comes later has no part in what is pulled back from an earlier state', () => {
    const { y, pullback } = layer(params)(x)
    const early = T.concatenate([T.ones([2, 2, 4]), T.zeros([2, 4, 4])], 1)
    const { dx } = pullback(early)
    expect(T.identical(T.slice(dx, [{}, { start: 2 }]), T.zeros([2, 4, 3]))).toBe(true)
    expect(y.shape).toEqual(early.shape)
  })
  test('an example has the same bits alone as in its batch', () => {
    const alone = layer({ ...params, h0: T.slice(params.h0, [{ start: 1 }]) })(T.slice(x, [{ start: 1 }])).y
    expect(T.identical(T.slice(layer(params)(x).y, [{ start: 1 }]), alone)).toBe(true)
  })
  test('a batch of none, and sequences of no steps, give none', () => {
    const none = layer(recurrent(blocks, 0))(T.zeros([0, 5, 3]))
    expect([none.y.shape, none.pullback(none.y).dx.shape]).toEqual([[0, 5, 4], [0, 5, 3]])
    const { y, pullback } = layer(params)(T.zeros([2, 0, 3]))
    const { dx, dp } = pullback(y)
    expect([y.shape, dx.shape]).toEqual([[2, 0, 4], [2, 0, 3]])
    expect(Object.values(dp).every(d => T.identical(d, T.zeros(d.shape)))).toBe(true)
  })
  test('gates that are wide open or shut overflow nothing', () => {
    const large = T.mul(x, 1e6)
    const { y, pullback } = layer(params)(large)
    const { dx, dp } = pullback(T.ones(y.shape))
    expect([y, dx, ...Object.values(dp)].every(({ data }) => Array.from(data).every(Number.isFinite))).toBe(true)
  })
  test('refuses what does not fit, and says what would', () => {
    const columns = blocks === 1 ? 'H' : '4H'
    expect(() => layer({ ...params, b: T.ones([3]) })).toThrow(
      `${name}: expected wx of shape (D, ${columns}), wh (H, ${columns}), b (${columns}) and h0 (N, H)`
    )
    expect(() => layer(params)(T.ones([3, 6, 3]))).toThrow(
      `${name}: expected x of shape (2, T, 3), as h0 and wx have it, got 3x6x3`
    )
  })
})

test('a thousand steps have the bits of the definition run in doubles', () => {
  const params = { wx: T.zeros([1, 1]), wh: T.ones([1, 1]), b: T.ones([1]), h0: T.zeros([1, 1]) }
  const { y } = rnn(params)(T.zeros([1, 1000, 1]))
  const known = definition.rnn(float64)({ wx: T.toGrid(params.wx), wh: T.toGrid(params.wh), b: T.toGrid(params.b) })(
    { x: T.toGrid(T.zeros([1, 1000, 1])), h0: T.toGrid(params.h0) })
  expect(T.identical(y, T.fromGrid(known))).toBe(true)
})

describe('attention', () => {
  test('scores of thousands do not overflow: each query reads the value of its key', () => {
    const keys = T.mul(T.eye(3), 3000)
    const [k, v] = [T.reshape(keys, [1, 3, 3]), T.reshape(draw(1, [3, 2]), [1, 3, 2])]
    const { y, pullback } = scaledDotProductAttention({ k, v })(k)
    const { dx, dp } = pullback(T.ones(y.shape))
    expect(T.identical(y, v)).toBe(true)
    expect(T.identical(T.abs(dx), T.zeros(dx.shape))).toBe(true)
    expect(T.identical(dp.v, T.ones(v.shape))).toBe(true)
  })
  test('keys in another order, with their values, give the same up to the order of sums', () => {
    const [k, v, x] = [draw(1, [2, 2, 4]), draw(2, [2, 2, 3]), draw(3, [2, 5, 4])]
    const turned = scaledDotProductAttention({ k: T.flip(k, 1), v: T.flip(v, 1) })(x).y
    // of two terms the sum is the same in either order
    expect(T.identical(scaledDotProductAttention({ k, v })(x).y, turned)).toBe(true)
  })
  test('an example has the same bits alone as in its batch, and a batch of none gives none', () => {
    const [params, x] = [square(6), draw(5, [3, 4, 6])]
    const f = multiHeadAttention({ heads: 3 })(params)
    expect(T.identical(T.slice(f(x).y, [{ start: 2 }]), f(T.slice(x, [{ start: 2 }])).y)).toBe(true)
    const none = f(T.zeros([0, 4, 6]))
    expect([none.y.shape, none.pullback(none.y).dx.shape]).toEqual([[0, 4, 6], [0, 4, 6]])
  })
  test.each<[string, () => unknown, string]>([
    ['keys of another batch', () => scaledDotProductAttention({ k: T.ones([2, 3, 4]), v: T.ones([1, 3, 4]) }),
      'scaledDotProductAttention: expected k of shape (N, S, E) and v (N, S, M) with S and E from 1, got k 2x3x4 and v 1x3x4'],
    ['queries of other features',
      () => scaledDotProductAttention({ k: T.ones([2, 3, 4]), v: T.ones([2, 3, 4]) })(T.ones([2, 3, 5])),
      'scaledDotProductAttention: expected x of shape (2, T, 4), as k has it, got 2x3x5'],
    ['heads that do not divide', () => multiHeadAttention({ heads: 4 })(square(6)),
      'multiHeadAttention: expected a number of heads that divides 6 features, got 4'],
    ['parameters before options', () => multiHeadAttention(square(2) as never),
      'multiHeadAttention({ heads })({ wq, wk, wv, wo })(x), options before parameters, got wq among the options'],
    ['a matrix that is not square', () => multiHeadAttention({ heads: 2 })({ ...square(6), wo: T.ones([6, 4]) }),
      'multiHeadAttention: expected wq, wk, wv and wo of one shape (E, E) with E from 1, got wo 6x4'],
    ['no steps', () => multiHeadAttention({ heads: 2 })(square(6))(T.ones([2, 0, 6])),
      'multiHeadAttention: expected x of shape (N, T, 6) with T from 1, got 2x0x6']
  ])('refuses %s', (_, call, message) => expect(call).toThrow(message))
})

describe('MultiHeadAttention', () => {
  test('composes with the rest, and refuses what it cannot take', () => {
    const model = sequence({ attend: MultiHeadAttention({ heads: 2 }), scores: Affine(3) })
    const { output, init } = orThrow(model.build([5, 4]))
    const params = R.run(init, R.seedOf(1))
    expect(output).toEqual([3])
    expect(model.train(params, [{}, {}])(draw(1, [2, 5, 4])).y.shape).toEqual([2, 3])
    const refused = [[20], [5, 3], [0, 4]].map(shape => MultiHeadAttention({ heads: 2 }).build(shape))
    expect(refused.map(built => (isLeft(built) ? built.left.message : 'built'))).toEqual([
      'multiHeadAttention: expected examples of shape (T, E) with T and E from 1, got 20',
      'multiHeadAttention: expected a number of heads that divides 3 features, got 2',
      'multiHeadAttention: expected examples of shape (T, E) with T and E from 1, got 0x4'
    ])
  })
})
