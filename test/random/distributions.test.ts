import { describe, expect, test } from 'vitest'
import * as R from '../../src/random/index.js'
import * as T from '../../src/tensor/index.js'

// Every bound below fails for a perfect generator with probability at most 1e-9; the seeds are fixed, so a test fails always or
// never.

const n = 200_000
/** Hoeffding: the mean of n independent numbers from an interval of width 1 is off by t with probability <= 2 exp(-2 n t^2). */
const hoeffding = (count: number, checks: number = 1): number => Math.sqrt(Math.log(2e9 * checks) / (2 * count))
const meanOf = (values: ArrayLike<number>, f: (a: number, i: number) => number): number =>
  Array.from(values, f).reduce((a, b) => a + b, 0) / values.length

describe('uniform numbers', () => {
  const u = R.run(R.uniforms(n), R.seedOf(11)).data as unknown as Float64Array

  test('are multiples of 2^-53 in [0, 1), and use the last bit', () => {
    expect(u.every(a => a >= 0 && a < 1 && Number.isInteger(a * 2 ** 53))).toBe(true)
    expect(Math.abs(meanOf(u, a => (a * 2 ** 53) % 2) - 1 / 2)).toBeLessThan(hoeffding(n))
  })

  test.each([1, 2, 3, 4])('have mean of u^%i 1 / (k + 1)', k => {
    expect(Math.abs(meanOf(u, a => a ** k) - 1 / (k + 1))).toBeLessThan(hoeffding(n))
  })

  // Dvoretzky, Kiefer, Wolfowitz and Massart: Hoeffding's bound holds for the largest error of the distribution function too
  test('have the right distribution function', () => {
    const worst = u.slice().sort().reduce(
      (most, a, i) => Math.max(most, Math.abs(a - i / n), Math.abs(a - (i + 1) / n)), 0
    )
    expect(worst).toBeLessThan(hoeffding(n))
  })

  test('do not follow their neighbours, nor those of the next seed or of a split', () => {
    const sign = (a: number): number => (a < 1 / 2 ? -1 : 1)
    const [child, rest] = R.split(R.seedOf(11))
    const streams = [
      R.run(R.uniforms(n), R.seedOf(12)).data, R.run(R.uniforms(n), child).data, R.run(R.uniforms(n), rest).data
    ]
    const others = [u.subarray(1), u.subarray(2), u.subarray(7), ...streams]
    for (const other of others) {
      // products of signs are independent signs, from an interval of width 2
      const agreement = meanOf(other, (b, i) => sign(b) * sign(u[i] as number))
      expect(Math.abs(agreement)).toBeLessThan(2 * hoeffding(other.length, others.length))
    }
  })

  test('differ at first already between neighbouring seeds', () => {
    const first = Array.from({ length: 20_000 }, (_, i) => R.run(R.uniform, R.seedOf(i)))
    expect(Math.abs(meanOf(first, a => a) - 1 / 2)).toBeLessThan(hoeffding(first.length))
    const agreement = meanOf(first.slice(1), (a, i) => (a < 1 / 2) === ((first[i] as number) < 1 / 2) ? 1 : 0)
    expect(Math.abs(agreement - 1 / 2)).toBeLessThan(hoeffding(first.length - 1))
  })
})

describe('normal numbers', () => {
  const z = R.run(R.normals([n / 2, 2]), R.seedOf(13)).data as unknown as Float64Array
  const x = Math.log(2e9)

  test('have mean 0: it is normal with variance 1/n', () => {
    expect(Math.abs(meanOf(z, a => a))).toBeLessThan(Math.sqrt(2 * x / n))
  })

  test('have variance 1 (Laurent and Massart: |chi^2 - n| < 2 sqrt(n x) + 2 x but for 2 exp(-x))', () => {
    expect(Math.abs(meanOf(z, a => a * a) - 1) * n).toBeLessThan(2 * Math.sqrt(n * x) + 2 * x)
  })

  test.each([
    [-2, 0.022750131948179],
    [-1, 0.158655253931457],
    [0, 0.5],
    [0.5, 0.691462461274013],
    [1, 0.841344746068543],
    [3, 0.998650101968370],
  ])('lie below %f with the probability %f', (t, p) => {
    expect(Math.abs(meanOf(z, a => (a < t ? 1 : 0)) - p)).toBeLessThan(hoeffding(n, 6))
  })

  test('are independent within a pair, also in size', () => {
    const pairs = Array.from({ length: n / 2 }, (_, i) => [z[2 * i] as number, z[2 * i + 1] as number] as const)
    const both = pairs.filter(([a, b]) => Math.abs(a) < 1 && Math.abs(b) < 1).length / pairs.length
    expect(Math.abs(both - 0.682689492137086 ** 2)).toBeLessThan(hoeffding(n / 2, 2))
    expect(Math.abs(pairs.filter(([a, b]) => a * b > 0).length / pairs.length - 1 / 2)).toBeLessThan(
      hoeffding(n / 2, 2)
    )
  })

  test('have the shape asked for, and an odd count drops the second of a pair', () => {
    expect(R.run(R.normals([2, 3]), R.seedOf(1)).shape).toEqual([2, 3])
    expect([...R.run(R.normals(3), R.seedOf(1)).data]).toEqual([...R.run(R.normals(4), R.seedOf(1)).data].slice(0, 3))
    expect(R.normals(3)(R.seedOf(1))[1]).toEqual(R.normals(4)(R.seedOf(1))[1])
    expect(R.run(R.normals([0, 3]), R.seedOf(1)).shape).toEqual([0, 3])
  })
})

describe('integers', () => {
  test.each([1, 2, 6, 10])('below %i are equally frequent', below => {
    const drawn = R.run(R.choice(below, n, { replacement: true }), R.seedOf(17))
    const counts = [...T.bincount(T.fromNested(drawn), { minLength: below }).data]
    expect(counts.length).toBe(below)
    for (const count of counts) expect(Math.abs(count / n - 1 / below)).toBeLessThan(hoeffding(n, below))
  })

  test('below 3 * 2^51 have no bias of a remainder, which would put half of them into the lowest third', () => {
    const bound = 3 * 2 ** 51
    const drawn = R.run(R.choice(bound, 20_000, { replacement: true }), R.seedOf(19))
    expect(Math.abs(meanOf(drawn, a => (a < 2 ** 51 ? 1 : 0)) - 1 / 3)).toBeLessThan(hoeffding(20_000))
    expect(drawn.every(a => Number.isInteger(a) && a >= 0 && a < bound)).toBe(true)
  })

  test.each([0, -1, 1.5, NaN, 2 ** 53])('below %f are refused', below => {
    expect(() => R.integer(below)).toThrow('integer: expected below: a whole number from 1')
  })
})

describe('permutations and choices', () => {
  test('a permutation holds each number once', () => {
    for (let size = 0; size < 60; size++) {
      const order = R.run(R.permutation(size), R.seedOf(size))
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i))
    }
  })

  test('all orders of 4, and all pairs of 5 in order, are equally frequent', () => {
    const runs = 50_000
    const frequencies = (draw: R.Random<ReadonlyArray<number>>): ReadonlyArray<number> => {
      const drawn = R.run(R.traverse(() => draw)(Array.from({ length: runs }, () => 0)), R.seedOf(23)).map(
        order => order.join()
      )
      const counts = drawn.reduce((all, key) => all.set(key, (all.get(key) ?? 0) + 1), new Map<string, number>())
      return [...counts.values()].map(count => count / runs)
    }
    const orders = frequencies(R.permutation(4))
    expect(orders.length).toBe(24)
    for (const frequency of orders) expect(Math.abs(frequency - 1 / 24)).toBeLessThan(hoeffding(runs, 24))
    const pairs = frequencies(R.choice(5, 2, { replacement: false }))
    expect(pairs.length).toBe(20)
    for (const frequency of pairs) expect(Math.abs(frequency - 1 / 20)).toBeLessThan(hoeffding(runs, 20))
  })

  test('a choice of all is a permutation; too many are refused', () => {
    expect(R.run(R.choice(9, 9, { replacement: false }), R.seedOf(1))).toEqual(R.run(R.permutation(9), R.seedOf(1)))
    expect(R.run(R.choice(0, 0, { replacement: false }), R.seedOf(1))).toEqual([])
    expect(() => R.choice(3, 4, { replacement: false })).toThrow(
      'choice: expected at most 3 numbers without replacement, got 4'
    )
    expect(() => R.choice(0, 1, { replacement: true })).toThrow('choice: expected n: a whole number from 1, got 0')
  })
})

describe('bernoulli', () => {
  test.each([0, 0.1, 0.5, 0.9, 1])('with probability %f', p => {
    const drawn = R.run(R.bernoulli([n], p), R.seedOf(29)).data
    expect([...drawn].every(a => a === 0 || a === 1)).toBe(true)
    const error = Math.abs(meanOf(drawn, a => a) - p)
    if (p === 0 || p === 1) expect(error).toBe(0)
    else expect(error).toBeLessThan(hoeffding(n))
  })
  test.each([-0.1, 1.1, NaN])(
    'refuses %f', p => expect(() => R.bernoulli(1, p)).toThrow('bernoulli: expected a probability')
  )
})
