import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactDoubles, isExact } from '../../properties/judges/exactDoubles.js'
import { inAnyOrder, longestChain } from '../../properties/judges/inAnyOrder.js'
import { type Analytic, contains, dot, type Grid, sum, vectorOf } from '../../src/number/index.js'

const size = 12
const vectors = (numbers: fc.Arbitrary<number>) => fc.array(numbers, { minLength: size, maxLength: size })
const anyNumber = fc.double({ min: -1e3, max: 1e3, noNaN: true })
const order = fc.shuffledSubarray(Array.from({ length: size }, (_, i) => i), { minLength: size })

const lifted = <A>(N: Analytic<A>, xs: ReadonlyArray<number>): Grid<A> => vectorOf(xs.map(N.of))
const dotOf = (x: ReadonlyArray<number>, w: ReadonlyArray<number>) => <A>(N: Analytic<A>): Grid<A> =>
  vectorOf([dot(N)(lifted(N, x), lifted(N, w))])

const inOrder = (terms: ReadonlyArray<number>, places: ReadonlyArray<number>): number =>
  places.map(i => terms[i] ?? NaN).reduce((a, b) => a + b, 0)

test('an inner product added in any order lies in the room, however much of it cancels', () => {
  fc.assert(fc.property(vectors(anyNumber), vectors(anyNumber), order, (xs, ws, places) => {
    // the last two terms take away most of the rest
    const [x, w] = [[...xs, -(xs[0] ?? 0), 1], [...ws, ws[0] ?? 0, -ws.slice(1).reduce((a, b, i) => a + b * (xs[i + 1] ?? 0), 0)]]
    const terms = x.map((a, i) => a * (w[i] ?? NaN))
    expect(contains(inAnyOrder(dotOf(x, w)).at(0), inOrder(terms, [size, ...places, size + 1]))).toBe(true)
  }), { numRuns: 1000 })
})

test('an inner product of numbers with few digits is exact in any order', () => {
  const quarters = fc.integer({ min: -99, max: 99 }).map(k => k / 4)
  fc.assert(fc.property(vectors(quarters), vectors(quarters), order, fc.integer({ min: -400, max: 400 }), (xs, w, places, e) => {
    const x = xs.map(a => a * 2 ** e)
    const { lo, hi } = inAnyOrder(dotOf(x, w)).at(0)
    expect([lo, hi]).toEqual([hi, inOrder(x.map((a, i) => a * (w[i] ?? NaN)), places) + 0])
  }), { numRuns: 300 })
})

test('what is exact in one order only is not called exact', () => {
  const total = sum(exactDoubles)([3], (i = 0) => exactDoubles.of([2 ** 60, -(2 ** 60), 1][i] ?? NaN))
  expect([total.value, isExact(total)]).toEqual([1, false])
})

test('the longest chain of an inner product has a product and all sums', () => {
  expect(dotOf([1, 2, 3, 4], [5, 6, 7, 8])(longestChain).at(0)).toBe(4)
})
