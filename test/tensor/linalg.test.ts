import { describe, expect, test } from 'vitest'
import * as R from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'
import { type Grid, grid } from '../../src/number/Grid.js'
import { float64 } from '../../src/number/float64.js'
import { sum } from '../../src/number/sum.js'

/** The definition: c_ij = sum over k of a_ik b_kj. */
const product = (a: Grid<number>, b: Grid<number>): Grid<number> =>
  grid([a.shape[0] ?? 0, b.shape[1] ?? 0], (i, j) =>
    sum(float64)([a.shape[1] ?? 0], k => a.at(i, k ?? 0) * b.at(k ?? 0, j)))

const defined = (x: T.Tensor, y: T.Tensor): T.Tensor => T.fromGrid(product(T.toGrid(x), T.toGrid(y)))

const integers = (shape: ReadonlyArray<number>, seed: number): T.Tensor =>
  T.map(R.run(R.uniforms(shape), R.seedOf(seed)), u => Math.floor(u * 2001) - 1000)

const normals = (shape: ReadonlyArray<number>, seed: number): T.Tensor => R.run(R.normals(shape), R.seedOf(seed))

// (m, k, n): empty, tiny, on and off the tile's edges, one and several blocks of depth, thin and wide
const sizes = [
  [0, 3, 2], [2, 0, 3], [3, 2, 0], [1, 1, 1], [1, 5, 1], [2, 3, 4], [5, 7, 3], [8, 8, 8], [13, 13, 13], [16, 16, 16],
  [17, 19, 23],
  [4, 1000, 4], [5, 513, 6], [33, 257, 31], [3, 300, 70], [70, 300, 3], [64, 256, 64], [1, 400, 90], [90, 400, 1],
] as const

describe('matmul', () => {
  test.each(sizes)(
    'of (%i, %i) and (., %i) is the definition, exactly on integers and to the bit on doubles', (m, k, n) => {
      for (const draw of [integers, normals]) {
        const [x, y] = [draw([m, k], 1), draw([k, n], 2)]
        const expected = defined(x, y)
        expect(T.equal(T.matmul(x, y), expected)).toBe(true)
        expect(T.equal(T.matmulTN(T.transpose(x), y), expected)).toBe(true)
        expect(T.equal(T.matmulNT(x, T.transpose(y)), expected)).toBe(true)
      }
    }
  )

  test('a row of a batch has the same bits as the row alone', () => {
    const [x, w] = [normals([40, 300], 3), normals([300, 50], 4)]
    const y = T.matmul(x, w)
    for (const i of [0, 1, 17, 39]) expect(T.identical(T.row(y, i), T.matmul(T.row(x, i), w))).toBe(true)
  })

  test('vectors stand as a row on the left, as a column on the right', () => {
    const x = T.fromNested([[1, 2, 3], [4, 5, 6]])
    expect(T.toNested(T.matmul(x, T.fromNested([1, 0, 2])))).toEqual([7, 16])
    expect(T.toNested(T.matmul(T.fromNested([1, 2]), x))).toEqual([9, 12, 15])
    expect(T.toNested(T.matmul(T.fromNested([1, 2]), T.fromNested([3, 4])))).toBe(11)
  })

  test('follows IEEE in NaN and Infinity, inside tiles too', () => {
    const x = T.with(T.ones([20, 20]), [19, 3], Infinity)
    const y = T.matmul(x, T.with(T.ones([20, 21]), [3, 20], 0))
    expect(T.at(y, [19, 20])).toBeNaN()
    expect(T.at(y, [19, 0])).toBe(Infinity)
    expect(T.at(y, [18, 20])).toBe(19)
    expect(T.at(y, [0, 0])).toBe(20)
  })

  test('refuses sizes that differ, and other ranks', () => {
    expect(() => T.matmul(T.zeros([3, 4]), T.zeros([5, 2]))).toThrow('matmul: expected 4 rows on the right, got 5')
    expect(() => T.matmul(T.zeros([3, 4]), T.zeros([5]))).toThrow('matmul: expected 4 rows on the right, got 5')
    expect(() => T.matmul(T.zeros([2, 3, 4]), T.zeros([4]))).toThrow('matmul: expected a matrix on the left, got 2x3x4')
    expect(() => T.matmulTN(T.zeros([3, 4]), T.zeros([2, 4]))).toThrow('matmulTN: expected 3 rows on the right, got 2')
    expect(() => T.matmulNT(T.zeros([3, 4]), T.zeros([2, 3]))).toThrow(
      'matmulNT: expected 4 columns on the right, got 3'
    )
    expect(() => T.dot(T.zeros([3]), T.zeros([4]))).toThrow('dot: expected shape 3 on the right, got 4')
    expect(() => T.outer(T.zeros([3]), T.zeros([4, 1]))).toThrow('outer: expected two vectors, got 3 and 4x1')
  })
})

describe('outer', () => {
  test('is bilinear: exact on integers', () => {
    const [u, v, w] = [integers([7], 1), integers([7], 2), integers([5], 3)]
    expect(T.equal(T.outer(T.add(u, T.mul(v, 3)), w), T.add(T.outer(u, w), T.mul(T.outer(v, w), 3)))).toBe(true)
    expect(T.equal(T.outer(u, w), T.mul(T.reshape(u, [-1, 1]), w))).toBe(true)
  })
})

describe('norm', () => {
  test.each([0, 1000, -1000, 500, -500, 1021, -1060])('of (3, 4) times 2^%i neither overflows nor vanishes', e => {
    const x = T.mul(T.fromNested([3, 4]), 2 ** e)
    expect(T.norm(x)).toBe(5 * 2 ** e)
  })

  test('of nothing, of zeros, and of what is not finite', () => {
    expect(T.norm(T.zeros([0]))).toBe(0)
    expect(T.norm(T.zeros([2, 2]))).toBe(0)
    expect(T.norm(T.fromNested([1, Infinity]))).toBe(Infinity)
    expect(T.norm(T.fromNested([1, NaN]))).toBeNaN()
  })
})
