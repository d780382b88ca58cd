import { describe, expect, test } from 'vitest'
import { pipe } from '../../src/prelude/index.js'
import * as R from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'

const seeds = [0, 1, 2, 3, -1, 2024, 2 ** 31, 2 ** 32, 2 ** 53 - 1].map(R.seedOf)

describe('state', () => {
  test.each(seeds.map(seed => ({ seed })))(
    'from $seed: same seed, same bits; the seed itself does not change', ({ seed }) => {
      const frozen = Object.freeze([...seed]) as unknown as R.Seed
      for (const draw of [
        R.uniform, R.uniforms([3, 5]), R.normals(7), R.integer(10), R.permutation(20),
        R.choice(9, 4, { replacement: false }),
        R.choice(9, 12, { replacement: true }), R.bernoulli([4, 4], 0.3), R.split,
      ] as ReadonlyArray<R.Random<unknown>>) {
        const [value, next] = draw(frozen)
        expect(draw([...seed])).toEqual([value, next])
        expect(next).not.toEqual(seed)
        expect(next.every(word => (word | 0) === word)).toBe(true)
      }
      expect(frozen).toEqual(seed)
    }
  )

  test.each(seeds.map(seed => ({ seed })))(
    'from $seed: a seed stored as a tensor goes on with the same bits', ({ seed }) => {
      const [, next] = R.normals(5)(seed)
      const stored = JSON.parse(JSON.stringify(T.toNested(R.toTensor(next)))) as T.Nested
      expect(R.fromTensor(T.fromNested(stored))).toEqual(next)
      expect(R.normals(5)(R.fromTensor(T.fromNested(stored)))).toEqual(R.normals(5)(next))
    }
  )

  test('m numbers and then n are the first m + n', () => {
    const both = pipe(R.uniforms(3), R.chain(a => pipe(R.uniforms(4), R.map(b => T.concatenate([a, b])))))
    const [seed = R.seedOf(0)] = seeds
    expect(both(seed)).toEqual(R.uniforms(7)(seed))
  })

  test('a hundred thousand draws in one traversal do not overflow the stack', () => {
    const many = R.traverse(() => R.uniform)(Array.from({ length: 100_000 }, () => 0))
    expect(R.run(many, R.seedOf(1))).toEqual([...R.run(R.uniforms(100_000), R.seedOf(1)).data])
  })

  test('refuses what is no seed', () => {
    expect(() => R.seedOf(0.5)).toThrow('seedOf: expected a whole number of at most 53 bits, got 0.5')
    expect(() => R.seedOf(2 ** 53)).toThrow('seedOf')
    expect(() => R.fromTensor(T.zeros([4]))).toThrow('expected four integers of 32 bits, not all zero, got 0, 0, 0, 0')
    expect(() => R.fromTensor(T.fromNested([1, 2, 3]))).toThrow('fromTensor: expected a seed of shape 4, got 3')
    expect(() => R.fromTensor(T.fromNested([1, 2, 3, 0.5]))).toThrow('fromTensor: expected four integers')
    expect(() => R.fromTensor(T.fromNested([1, 2, 3, 2 ** 32]))).toThrow('fromTensor: expected four integers')
  })
})

describe('recorded values', () => {
  const seed = R.seedOf(2024)

  test('seeds and integers, to the bit', () => {
    expect(seed).toEqual([1026363865, -144775547, 111357681, 1666698297])
    expect(R.split(seed)).toEqual(
      [[1032066430, 38491440, 154026403, -765076823], [680992470, 263724483, -1801385401, 90124516]]
    )
    expect([...R.run(R.uniforms(3), seed).data]).toEqual([0.35435025153309696, 0.5771786745511849, 0.08238689169721714])
    expect(R.run(R.permutation(8), seed)).toEqual([2, 5, 0, 6, 4, 1, 3, 7])
    expect(R.run(R.integer(1000), seed)).toBe(354)
    expect(R.run(R.choice(10, 4, { replacement: true }), seed)).toEqual([3, 5, 0, 7])
    expect(R.run(R.choice(10, 4, { replacement: false }), seed)).toEqual([3, 6, 2, 8])
    expect([...R.run(R.bernoulli(8, 0.5), seed).data]).toEqual([1, 0, 1, 0, 1, 1, 1, 1])
  })

  test('normals, to rounding: engines differ in the last digit of log, sin and cos', () => {
    const expected = [-0.8275672838475565, -0.4360373897347192, -0.03126575088345598]
    expect([...R.run(R.normals(3), seed).data].every((z, i) => Math.abs(z - (expected[i] ?? NaN)) < 1e-14)).toBe(true)
  })
})

describe('splitting', () => {
  test('a tree of 1024 streams never meets: no two successive numbers occur twice', () => {
    const leaves = (depth: number, seed: R.Seed): ReadonlyArray<R.Seed> =>
      depth === 0 ? [seed] : R.split(seed).flatMap(child => leaves(depth - 1, child))
    // 102,400 windows of 106 bits: chance makes two alike with probability 7e-23
    const windows = leaves(10, R.seedOf(31)).flatMap(leaf => {
      const u = R.run(R.uniforms(101), leaf).data
      return Array.from({ length: 100 }, (_, i) => `${u[i]},${u[i + 1]}`)
    })
    expect(new Set(windows).size).toBe(102_400)
  })
})
