import { expect, test } from 'vitest'
import { equal, scalar, type Variables, vector } from '../../src/claim/index.js'
import { type Relations, smallestPointSet } from '../../src/claim/plan.js'
import type { Divisible } from '../../src/number/Arithmetic.js'

const never = (): boolean => false
type Side = <A>(N: Divisible<A>, x: (position: number) => A) => A
/** The set of points for a formula that is said to be 0. */
const planned = (variables: Variables, side: Side) => {
  const plan = smallestPointSet(variables, (N, rule) => [equal(side(N, rule), N.of(0))], never)
  return plan === undefined ? undefined : [plan.name, plan.count, [...plan.points()].length]
}
const three = { a: scalar, b: scalar, c: scalar }

test('degree 1 in each of two variables: a basis, though a grid has as many points', () => {
  expect(planned({ a: scalar, b: scalar }, (N, x) => N.mul(x(0), x(1)))).toEqual(['basis', 4, 4])
})

test('degree 2 in two variables together: 6 points rather than 9', () => {
  expect(planned({ a: scalar, b: scalar }, (N, x) => N.square(N.add(x(0), x(1))))).toEqual(['lattice', 6, 6])
})

test('degree 1 in each entry, 3 in the array: a grid of 8 points rather than 20', () => {
  expect(planned({ v: vector(3) }, (N, x) => N.mul(x(0), N.mul(x(1), x(2))))).toEqual(['grid', 8, 8])
})

test('degree 1 in each of two arrays: 9 points rather than 16 or 15', () => {
  expect(planned({ v: vector(2), w: vector(2) }, (N, x) => N.add(N.mul(x(0), x(2)), N.mul(x(1), x(3))))).toEqual(
    ['basis', 9, 9]
  )
})

test('degree 1 in one array, 2 in the other: 3 points times 6, rather than 24 or 35', () => {
  expect(planned({ v: vector(2), w: vector(2) }, (N, x) =>
    N.mul(N.add(x(0), x(1)), N.add(N.mul(x(2), x(3)), N.square(x(2))))))
    .toEqual(['lattice', 18, 18])
})

test('degree 2 in one array of three: 10 points rather than 27', () => {
  expect(planned({ v: vector(3) }, (N, x) => N.square(N.add(x(0), N.add(x(1), x(2)))))).toEqual(['lattice', 10, 10])
})

test('a divisor counts: a side less 0 is multiplied by none, less another quotient by the divisor of each', () => {
  expect(planned({ a: scalar }, (N, x) => N.sub(N.div(N.of(1), x(0)), N.div(N.of(1), x(0))))).toEqual(['lattice', 2, 2])
})

test('of several relations, and of both sides, the largest degree of each variable counts', () => {
  const relations: Relations = (N, x) =>
    [equal(N.square(x(0)), x(0)), equal(x(1), N.mul(x(1), x(1))), equal(x(2), N.of(0))]
  const plan = smallestPointSet(three, relations, never)
  // per variable 3 3 2, all together C(5, 3) = 10
  expect([plan?.name, plan?.count]).toEqual(['lattice', 10])
  const grid: Relations = (N, x) => [equal(N.mul(x(0), N.square(N.square(x(0)))), x(1))]
  // 6 points of a, 2 of b, beside C(7, 2) = 21
  expect(smallestPointSet({ a: scalar, b: scalar }, grid, never)?.count).toBe(12)
})

test('constants are compared on one point, and of no relations there is no plan', () => {
  expect(planned({ a: scalar }, N => N.of(2))).toEqual(['lattice', 1, 1])
  expect(smallestPointSet({ a: scalar }, () => [], never)).toBeUndefined()
})

test('is interrupted in a formula of more than 64 operations', () => {
  const sum = (count: number): Relations =>
    (N, x) => [equal(Array.from({ length: count }, () => x(0)).reduce(N.add), x(0))]
  expect(() => smallestPointSet({ a: scalar }, sum(70), () => true)).toThrow('interrupted')
  expect(smallestPointSet({ a: scalar }, sum(60), () => true)?.count).toBe(2)
})
