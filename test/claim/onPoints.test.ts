import { describe, expect, test } from 'vitest'
import { equal, positive, scalar, vector } from '../../src/claim/index.js'
import { evaluate, type Shift, shiftsFor } from '../../src/claim/onPoints.js'
import type { Relations } from '../../src/claim/plan.js'
import { fullGrid } from '../../src/claim/points.js'
import { integer } from '../../src/number/integer.js'
import { fraction } from '../../src/number/index.js'

const never = (): boolean => false
const unmoved: Shift = () => 0
/** Looks on the points 0, 1, ..., count - 1 of one variable. */
const on = (count: number, relations: Relations, cancelled = never) =>
  evaluate(relations, fullGrid([count - 1]), unmoved, cancelled)
const undefinedAt = (pole: number): Relations =>
  (N, x) => [equal(N.div(N.of(1), N.sub(x(0), N.of(pole))), N.div(N.of(1), N.sub(x(0), N.of(pole))))]

test(
  'where the points begin: at 0, or 1 where that is positive; then each further on, and apart from each other', () => {
    const shifts = shiftsFor({ a: scalar, eta: positive, x: vector(2) })
    expect(shifts.map(shift => [0, 1, 2, 3].map(shift))).toEqual(
      [[0, 1, 0, 0], [1, 1, 1, 1], [1, 2, 3, 4], [2, 3, 6, 11], [3, 8, 13, 18]]
    )
  }
)

describe('on the points of a set', () => {
  test('the sides agree', () => {
    expect(on(3, (N, x) => [equal(N.add(x(0), x(0)), N.mul(N.of(2), x(0)))])).toEqual(
      { found: 'agree', cases: 3, values: [] }
    )
  })
  test('a relation fails: the first that does, at the first point where one does', () => {
    const outcome = on(
      4, (N, x) => [equal(x(0), x(0), 'same'), equal(x(0), N.square(x(0)), 'square'), equal(x(0), N.of(0), 'zero')]
    )
    // 1 is its own square but is not 0
    expect(outcome).toEqual({
      found: { kind: '=', left: fraction(1n, 1n), right: fraction(0n, 1n), place: 'zero' }, cases: 2, values: [1]
    })
    expect(
      on(4, (N, x) => [equal(x(0), x(0)), equal(x(0), N.square(x(0)), 'square'), equal(N.square(x(0)), x(0), 'root')])
    )
      .toMatchObject(
        { found: { left: fraction(2n, 1n), right: fraction(4n, 1n), place: 'square' }, cases: 3, values: [2] }
      )
  })
  test('each variable has its own shift', () => {
    const outcome = evaluate(
      (N, x) => [equal(N.add(x(0), N.mul(N.of(10), x(1))), N.of(52))], fullGrid([1, 1]), i => 2 + 3 * i, never
    )
    // (2, 5) agrees, (2, 6) does not
    expect(outcome).toMatchObject(
      { found: { left: fraction(62n, 1n), right: fraction(52n, 1n) }, cases: 2, values: [2, 6] }
    )
  })
  test('asks before each point whether to go on', () => {
    let asked = 0
    expect(on(5, (_, x) => [equal(x(0), x(0))], () => (asked += 1) === 3)).toEqual(
      { found: 'stopped', cases: 2, values: [2] }
    )
  })
  test('whole numbers settle a point alone, and fractions what they cannot', () => {
    const met: Array<unknown> = []
    const seen = (big: number): Relations => (N, x) => {
      met.push(N === (integer as unknown) ? 'integer' : 'rational')
      return [equal(N.mul(N.of(big), N.mul(N.of(big), x(0))), N.mul(N.square(N.of(big)), x(0)))]
    }
    expect(on(2, seen(3)).found).toBe('agree')
    expect(met.splice(0)).toEqual(['integer', 'integer'])
    expect(on(2, seen(2 ** 40)).found).toBe('agree')
    // the square of 2^40 is 2^80, beyond the whole numbers that doubles hold
    expect(met).toEqual(['integer', 'rational', 'integer', 'rational'])
  })
  test('what else is raised passes through', () => {
    const broken: Relations = (N, x) => {
      if (N === (integer as unknown)) throw new TypeError('broken')
      return [equal(x(0), x(0))]
    }
    expect(() => on(1, broken)).toThrow('broken')
  })
})

describe('a pole', () => {
  test('spoils a set, all of which is looked at', () => {
    expect(on(3, undefinedAt(1))).toEqual({ found: 'pole', cases: 3, values: [] })
    expect(on(3, undefinedAt(3))).toEqual({ found: 'agree', cases: 3, values: [] })
  })
  test('is where either side is undefined', () => {
    const half: Relations = (N, x) => [equal(N.div(x(0), x(0)), N.of(1))]
    const other: Relations = (N, x) => [equal(N.of(1), N.div(x(0), x(0)))]
    expect([on(2, half), on(2, other)]).toEqual(
      [{ found: 'pole', cases: 2, values: [] }, { found: 'pole', cases: 2, values: [] }]
    )
    expect(on(2, (N, x) => [equal(x(0), x(0)), ...other(N, x)]).found).toBe('pole')
  })
  test('does not hide what fails at another point, or in another relation', () => {
    expect(on(3, (N, x) => [equal(N.div(x(0), x(0)), N.of(2))])).toMatchObject(
      { found: { left: fraction(1n, 1n) }, cases: 2, values: [1] }
    )
    expect(on(3, (N, x) => [equal(N.div(N.of(1), x(0)), N.of(1)), equal(N.of(3), N.of(4))]))
      .toMatchObject({ found: { left: fraction(3n, 1n) }, cases: 1 })
  })
  test('ends the search after 200 points', () => {
    expect(on(201, undefinedAt(0))).toEqual({ found: 'pole', cases: 201, values: [] })
    expect(on(202, undefinedAt(0))).toEqual({ found: 'pole', cases: 201, values: [] })
    expect(on(300, undefinedAt(250)).cases).toBe(251)
    expect(on(300, undefinedAt(300))).toEqual({ found: 'agree', cases: 300, values: [] })
  })
})
