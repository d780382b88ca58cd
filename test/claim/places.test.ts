import { describe, expect, test } from 'vitest'
import {
  type All, equalRows, large, manyDigits, minusZero, multiple, openIn, pairsIn, pick, type Place, secant, tie, tiny,
  zeroRow, zeros
} from '../../src/claim/places.js'

const any: Place = { positive: false, row: 2 }
const above: Place = { positive: true, row: 2 }
const four = [1, 2, 3, 4]
const eight = [1, 2, 3, 4, 5, 6, 7, 8]

// Of four, the seeds 0, 1, 2, 3 pick 0, 3, 2, 1: the factor 0x45d9f3b is 3 modulo 4, and these seeds have no upper half.
describe('pick', () => {
  test('mixes the upper half of the seed into the lower one, multiplies modulo 2^32, and hands on a seed', () => {
    expect(pick(0, 7)).toEqual([0, 0])
    expect(pick(1, 2 ** 32)).toEqual([0x045d9f3b, 0x045d9f3b ^ 0x22ec])
    expect(pick(0x10000, 2 ** 32)).toEqual([0xa3989f3b, 0xa39d83ff])
    expect(pick(-0x10000, 2 ** 32)).toEqual([0xfba260c5, 0xfba5bdd6])
  })
  test('gives a number below n, and 0 of none', () => {
    expect([0, 1, 2, 3].map(seed => pick(seed, 4)[0])).toEqual([0, 3, 2, 1])
    expect(pick(1, 0)).toEqual([0, 0x045dbdd7])
  })
})

test('zeros are 0, where 0 is allowed', () => {
  expect(zeros(four, any, 1)).toEqual([0, 0, 0, 0])
  expect(zeros(four, above, 1)).toBe(four)
})

test('a row of zeros is one row, where 0 is allowed', () => {
  expect([0, 1, 2, 3].map(seed => zeroRow(eight, any, seed))).toEqual([
    [0, 0, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 0, 0], [1, 2, 3, 4, 0, 0, 7, 8], [1, 2, 0, 0, 5, 6, 7, 8]
  ])
  expect(zeroRow(eight, above, 1)).toBe(eight)
  // the row that has begun when the values end is none
  expect(zeroRow([1, 2, 3], any, 1)).toEqual([0, 0, 3])
})

test('-0 takes the place of one number, where it is allowed', () => {
  expect([0, 1].map(seed => minusZero(four, any, seed))).toEqual([[-0, 2, 3, 4], [1, 2, 3, -0]])
  expect(minusZero(four, above, 1)).toBe(four)
})

test('many digits: the last of 53 is set, whatever the seed, and 0 becomes about 1', () => {
  const last = 2 ** -52
  expect(manyDigits([1, 2, 0], any, 0)).toEqual([
    1 + 2 ** -34 + last, 2 * (1 + (2 * 0x045d9f3b + 1) * 2 ** -34 + last), 1 + (4 * 0x045d9f3b + 1) * 2 ** -34 + last
  ])
  // 31 digits are taken of the 32 that were mixed
  expect(manyDigits([-4], above, 0x10000)).toEqual([-4 * (1 + (2 * 0x23989f3b + 1) * 2 ** -34 + last)])
})

test('tiny numbers are 2^-300 times what they were', () => {
  expect(tiny([1, -3, 0], any, 1)).toEqual([2 ** -300, -3 * 2 ** -300, 0])
})

test('large numbers: all grow, and one is of the sign asked for and no smaller than the factor', () => {
  expect(large(3, 1)([-6, 0.5, -0.5, 1], any, 0)).toEqual([48, 4, -4, 8])
  expect(large(3, 1)([-6, 0.5, -0.5, 1], any, 2)).toEqual([-48, 4, 8, 8])
  expect(large(10, -1)([6, 0.5, -0.5, 0.25], any, 1)).toEqual([6144, 512, -512, -1024])
  expect(large(10, -1)([6, 0.5], above, 0)).toEqual([6144, 512])
})

test('a tie: one number takes the value of another', () => {
  // seed 1 picks 3 and hands on 0x045dbdd7, whose halves mixed end in the bits 10: times 3 that is 2 modulo 4
  expect(tie(four, any, 1)).toEqual([1, 2, 4, 4])
  // seed 2 picks 2 and hands on 0x08bb7baf, whose halves mixed end in 00
  expect(tie(four, any, 2)).toEqual([3, 2, 3, 4])
  expect(tie([], any, 2)).toEqual([])
})

test('equal rows: each is the one that is picked', () => {
  expect([0, 1, 3].map(seed => equalRows(eight, any, seed))).toEqual([
    [1, 2, 1, 2, 1, 2, 1, 2], [7, 8, 7, 8, 7, 8, 7, 8], [3, 4, 3, 4, 3, 4, 3, 4]
  ])
})

test('open are the variables that have a place', () => {
  expect(openIn([any, undefined, above])).toEqual([0, 2])
})

test('pairs are of two open variables of one size, either first', () => {
  const all = [[1, 2], [3], [4, 5]]
  expect(pairsIn(all, [any, any, any])).toEqual([[0, 2], [2, 0]])
  expect(pairsIn(all, [undefined, any, any])).toEqual([])
})

describe('multiple', () => {
  const all = [[1, -2], [5, 5], [7, 7]]
  test('makes the second a multiple of the first, and leaves the rest', () => {
    expect(multiple(all, [any, any, any], [0, 2], -3)).toEqual([[1, -2], [5, 5], [-3, 6]])
    expect(multiple([[0, 4], [5, 5]], [any, any], [0, 1], 3)).toEqual(
      [[0, 12], [5, 5]].map((_, k) => (k === 0 ? [0, 4] : [0, 12]))
    )
  })
  test('keeps what is positive above 0', () => {
    expect(multiple(all, [any, any, above], [0, 2], -3)).toEqual([[1, -2], [5, 5], [3, 6]])
    const withZero = [[1, 0], [5, 5]]
    expect(multiple(withZero, [any, above], [0, 1], 3)).toBe(withZero)
    expect(multiple(withZero, [above, any], [0, 1], 3)).toEqual([[1, 0], [3, 0]])
  })
})

// Of 39, seed 1 picks 18, since 0x45d9f3b = 39 * 1878063 + 18; so seed 31 picks 12 and seed 32 picks 30.
describe('secant', () => {
  const at = (all: All, k: number, i = 0): number => all[k]?.[i] ?? NaN
  const first: All = [[5], [1]]
  test('ends where the sides are equal on the way to other numbers: here 1/4 and 13/4', () => {
    const apart = (all: All) => [at(all, 0), at(all, 0) - at(all, 1) - 0.5, at(all, 0) - 2]
    // 3.5 on one end and -3.5 on the other: half way
    expect(secant(first, [any, any], 0, apart)).toEqual([[2.625], [2.125]])
  })
  test('picks one of the comparisons that change their sign', () => {
    // on the way from (8, 1) to (19/4, 31/4) the first goes from 5 to -5, the third from -1.6875 to 5.0625; the second never is 0
    const apart = (all: All) => [at(all, 0) - at(all, 1) - 2, at(all, 0), at(all, 1) - 2.6875]
    expect(secant([[8], [1]], [any, any], 1, apart)).toEqual([[7.1875], [2.6875]])
  })
  test('goes to numbers of their own for the entries of one variable', () => {
    expect(secant([[5, 1]], [any], 0, all => [at(all, 0) - at(all, 0, 1) + 0.25])).toEqual([[2.625, 2.875]])
  })
  test('goes up from what is positive, and leaves what is drawn by its own rule', () => {
    expect(secant([[5]], [above], 0, all => [at(all, 0) - 5.125])).toEqual([[5.125]])
    expect(secant(first, [any, undefined], 0, all => [at(all, 0) - 2.625])).toEqual([[2.625], [1]])
  })
  test('stays where no comparison changes its sign', () => {
    expect(secant(first, [any, any], 0, () => [])).toBe(first)
    expect(secant(first, [any, any], 0, all => [at(all, 0)])).toBe(first)
    expect(secant(first, [any, any], 0, all => [at(all, 0) - 5])).toBe(first)
    expect(secant(first, [any, any], 0, all => (all === first ? [-1] : []))).toBe(first)
    expect(secant(first, [any, any], 0, all => (all === first ? [-1] : [0]))).toBe(first)
  })
})
