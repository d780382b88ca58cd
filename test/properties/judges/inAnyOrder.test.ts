import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactDoubles, isExact } from '../../../properties/judges/exactDoubles.js'
import { inAnyOrder, longestChain, unsaid } from '../../../properties/judges/inAnyOrder.js'
import { double, precisions, unending } from '../../../properties/judges/precision.js'
import { type Analytic, contains, dot, fraction, type Grid, type Interval, nowhere, sum, vectorOf,
  wholeLine } from '../../../src/number/index.js'
import { ulp } from '../../../src/number/ulp.js'

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
    const [x, w] = [[...xs, -(xs[0] ?? 0), 1], [
      ...ws, ws[0] ?? 0, -ws.slice(1).reduce((a, b, i) => a + b * (xs[i + 1] ?? 0), 0)
    ]]
    const terms = x.map((a, i) => a * (w[i] ?? NaN))
    expect(contains(inAnyOrder(dotOf(x, w)).at(0), inOrder(terms, [size, ...places, size + 1]))).toBe(true)
  }), { numRuns: 1000 })
})

test('an inner product of numbers with few digits is exact in any order', () => {
  const quarters = fc.integer({ min: -99, max: 99 }).map(k => k / 4)
  fc.assert(fc.property(vectors(quarters), vectors(quarters), order, fc.integer({ min: -400, max: 400 }), (
    xs, w, places, e
  ) => {
    const x = xs.map(a => a * 2 ** e)
    const { lo, hi } = inAnyOrder(dotOf(x, w)).at(0)
    expect([lo, hi]).toEqual([hi, inOrder(x.map((a, i) => a * (w[i] ?? NaN)), places) + 0])
  }), { numRuns: 300 })
})

test('what is exact in one order only is not called exact', () => {
  const total = sum(exactDoubles)([3], i => exactDoubles.of([2 ** 60, -(2 ** 60), 1][i] ?? NaN))
  expect([total.value, isExact(total)]).toEqual([1, false])
})

test('the longest chain of an inner product has a product and all sums', () => {
  expect(dotOf([1, 2, 3, 4], [5, 6, 7, 8])(longestChain).at(0)).toBe(4)
})

describe('the longest chain', () => {
  const N = longestChain
  test('of an operation is one more than the longer of both; a branch and a sign add nothing', () => {
    expect([N.of(7), N.ofRational(fraction(1n, 3n)), N.pi(), N.e(), N.decimal('0.1')]).toEqual([0, 1, 1, 1, 1])
    expect([N.add(2, 5), N.sub(5, 2), N.mul(3, 3), N.div(0, 4), N.square(4), N.sqrt(4), N.erf(4)]).toEqual(
      [6, 6, 4, 5, 5, 5, 5]
    )
    expect([N.max(2, 5), N.max(5, 2), N.where(9, 9, 2, 5), N.where(9, 9, 5, 2), N.neg(4)]).toEqual([5, 5, 5, 5, 4])
  })
  test('of a function has two for each double that the platform may be off', () => {
    expect([N.exp, N.expm1, N.log, N.log1p, N.sin, N.cos, N.log10, N.atan, N.tanh].map(f => f(10)))
      .toEqual([12, 12, 12, 12, 12, 12, 14, 14, 16])
  })
})

describe('the room of one operation', () => {
  const at = (formula: <A>(N: Analytic<A>) => A, precision = double): Interval =>
    inAnyOrder(<A>(N: Analytic<A>) => vectorOf([formula(N)]), precision).at(0)
  // a chain of n roundings has 2^k units in the last place, the least 2^k that is no less than n
  test.each<readonly [string, <A>(N: Analytic<A>) => A, number, number]>([
    ['sqrt', N => N.sqrt(N.of(2)), Math.SQRT2, 1], ['erf', N => N.erf(N.of(1)), 0.8427007929497149, 1],
    ['pi', N => N.pi(), Math.PI, 1],
    ['e', N => N.e(), Math.E, 1], ['1/3', N => N.ofRational(fraction(1n, 3n)), 1 / 3, 1],
    ['2/3', N => N.div(N.of(2), N.of(3)), 2 / 3, 1],
    ['exp', N => N.exp(N.of(2)), Math.exp(2), 2], ['expm1', N => N.expm1(N.of(2)), Math.expm1(2), 2],
    ['log', N => N.log(N.of(3)),
      Math.log(3), 2],
    ['log1p', N => N.log1p(N.of(2)), Math.log1p(2), 2], ['sin', N => N.sin(N.of(2)), Math.sin(2), 2],
    ['cos', N => N.cos(N.of(3)),
      Math.cos(3), 2],
    ['log10', N => N.log10(N.of(3)), Math.log10(3), 4], ['atan', N => N.atan(N.of(3)), Math.atan(3), 4],
    ['tanh', N => N.tanh(N.of(1)),
      Math.tanh(1), 8],
    ['neg', N => N.neg(N.sqrt(N.of(2))), -Math.SQRT2, 1]
  ])('%s', (_, formula, value, room) => {
    const found = at(formula)
    const off = (units: number): number => value + units * ulp(value)
    expect([off(0), off(room - 1), off(1 - room)].map(x => contains(found, x))).toEqual([true, true, true])
    expect([off(room + 2), off(-room - 2)].map(x => contains(found, x))).toEqual([false, false])
  })
  test('a square of what is rounded is rounded twice', () => {
    const found = at(N => N.square(N.sqrt(N.of(2))))
    expect([2, 2 + 3 * 2 ** -51, 2 + 2 ** -46].map(x => contains(found, x))).toEqual([true, true, false])
  })
  test('what cancels leaves the room of its terms', () => {
    const found = at(N => N.sub(N.add(N.of(2 ** 40), N.sqrt(N.of(2))), N.of(2 ** 40)))
    expect([found.hi - found.lo >= 2 ** -7, found.hi - found.lo < 2 ** -6, contains(found, Math.SQRT2)]).toEqual(
      [true, true, true]
    )
    const turned = at(N => N.sub(N.sqrt(N.of(2)), N.of(2 ** 40)))
    expect([turned.hi - turned.lo >= 2 ** -9, turned.hi - turned.lo < 2 ** -8]).toEqual([true, true])
  })
  test('a product with 0 may lose a least number for each rounding, and a sum with 0 has no room', () => {
    expect(at(N => N.mul(N.of(0), N.sqrt(N.of(2))))).toEqual({ lo: -1e-323, hi: 1e-323 })
    const found = at(N => N.add(N.of(0), N.sqrt(N.of(2))))
    expect(found.hi - found.lo <= 6 * ulp(Math.SQRT2)).toBe(true)
  })
  test('in single precision it is that of 24 bits', () => {
    const found = at(N => N.sqrt(N.of(2)), precisions.single)
    expect([Math.fround(Math.SQRT2), Math.SQRT2 + 2 ** -24, Math.SQRT2 + 2 ** -21].map(x => contains(found, x)))
      .toEqual([true, true, false])
  })
})

describe('the ends of the doubles', () => {
  const at = (formula: <A>(N: Analytic<A>) => A, precision = double): Interval =>
    inAnyOrder(<A>(N: Analytic<A>) => vectorOf([formula(N)]), precision).at(0)
  const tiny = <A>(N: Analytic<A>): A => N.mul(N.exp(N.of(-400)), N.exp(N.of(-400)))
  test('below the least number a product loses up to that number', () => {
    const found = at(tiny)
    expect([contains(found, 0), contains(found, 2 * 5e-324), found.lo < 0, found.hi <= 32 * 5e-324]).toEqual(
      [true, true, true, true]
    )
    expect(at(tiny, unending)).toEqual({ lo: 0, hi: 5e-324 })
  })
  test('what is multiplied later multiplies the loss', () => {
    const found = at(N => N.mul(tiny(N), N.of(2 ** 40)))
    expect([found.hi >= 2 ** 40 * 5e-324, found.hi <= 2 ** 46 * 5e-324]).toEqual([true, true])
  })
  test('a product below all doubles may be lost, though it is multiplied by a large number later', () => {
    const [small, large] = [2 ** -600, 2 ** 1000]
    const found = at(N => N.mul(N.mul(N.of(small), N.of(small)), N.of(large)))
    expect([small * small * large, small * (small * large)].map(x => contains(found, x))).toEqual([true, true])
  })

  test('where a partial result may be beyond all doubles nothing is said', () => {
    expect(at(N => N.mul(N.exp(N.of(600)), N.exp(N.of(500))))).toBe(unsaid)
    expect([unsaid.lo, unsaid.hi]).toEqual([NaN, NaN])
  })
  test('what is undefined, or perhaps, is known to be so', () => {
    expect(at(N => N.log(N.of(-1)))).toEqual(nowhere)
    expect(at(N => N.div(N.of(1), N.sub(N.exp(N.of(0)), N.of(1))))).toEqual(wholeLine)
  })
})

test('exact entries stay points beside others, which have the room of the longest chain of all', () => {
  const found = inAnyOrder(N => vectorOf([N.of(3), N.sqrt(N.of(2)), N.tanh(N.of(1)), N.of(5)]))
  expect([found.at(0), found.at(3)]).toEqual([{ lo: 3, hi: 3 }, { lo: 5, hi: 5 }])
  expect([found.at(1).lo < found.at(1).hi, contains(found.at(1), Math.SQRT2 + 7 * ulp(Math.SQRT2))]).toEqual(
    [true, true]
  )
})
