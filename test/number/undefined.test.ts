import { describe, expect, test } from 'vitest'
import { float64 } from '../../src/number/float64.js'
import { nowhereBall, wholeBall } from '../../src/number/ball.js'
import {
  type Analytic, ball, dual, dualAnalytic, dualDivisible, elementaryRational, dualsAlongAll, encloseRational,
  type Grade, gradeOf, hull, integer, interval, isUndefined, nowhere, point, type Radical, rational, showRational,
  toInterval, wholeLine
} from '../../src/number/index.js'
import { ofVariable, rationalFunction } from '../../src/number/polynomial.js'
import { floatRun } from '../../src/number/assumptions.js'
import { nearestDouble } from '../../src/number/nearestDouble.js'

// What every number system says of a formula that is undefined for all or some of its arguments. `none` is defined nowhere, `some` perhaps:
// 1/b for a b that contains 0 and other numbers.
type Given<A> = Readonly<Record<'none' | 'some' | 'zero' | 'one' | 'two' | 'open', A>>
type Row<N> = readonly [string, Grade, <A>(N: N extends 'analytic' ? Analytic<A> : Radical<A>, given: Given<A>) => A]

const rows: ReadonlyArray<Row<'radical'>> = [
  ['1/0', 'nowhere', (N, { one, zero }) => N.div(one, zero)],
  ['0/0', 'nowhere', (N, { zero }) => N.div(zero, zero)],
  ['sqrt(-1)', 'nowhere', (N, { one, zero }) => N.sqrt(N.sub(zero, one))],
  ['of NaN', 'nowhere', N => N.of(NaN)],
  ['nowhere + 1', 'nowhere', (N, { none, one }) => N.add(none, one)],
  ['1 + nowhere', 'nowhere', (N, { none, one }) => N.add(one, none)],
  ['nowhere + nowhere', 'nowhere', (N, { none }) => N.add(none, none)],
  ['nowhere - 1', 'nowhere', (N, { none, one }) => N.sub(none, one)],
  ['1 - nowhere', 'nowhere', (N, { none, one }) => N.sub(one, none)],
  ['nowhere - nowhere', 'nowhere', (N, { none }) => N.sub(none, none)],
  ['nowhere * 0', 'nowhere', (N, { none, zero }) => N.mul(none, zero)],
  ['0 * nowhere', 'nowhere', (N, { none, zero }) => N.mul(zero, none)],
  ['nowhere / 2', 'nowhere', (N, { none, two }) => N.div(none, two)],
  ['0 / nowhere', 'nowhere', (N, { none, zero }) => N.div(zero, none)],
  ['sqrt nowhere', 'nowhere', (N, { none }) => N.sqrt(none)],
  ['max(nowhere, 1)', 'nowhere', (N, { none, one }) => N.max(none, one)],
  ['max(1, nowhere)', 'nowhere', (N, { none, one }) => N.max(one, none)],
  ['where nowhere >= 1', 'nowhere', (N, { none, one, two }) => N.where(none, one, one, two)],
  ['where 1 >= nowhere', 'nowhere', (N, { none, one, two }) => N.where(one, none, one, two)],
  ['where 2 >= 1, nowhere taken', 'nowhere', (N, { none, one, two }) => N.where(two, one, none, two)],
  ['where 2 >= 1, nowhere not taken', 'defined', (N, { none, one, two }) => N.where(two, one, two, none)],
  ['where 1 >= 2, nowhere taken', 'nowhere', (N, { none, one, two }) => N.where(one, two, two, none)],
  ['where 1 >= 2, nowhere not taken', 'defined', (N, { none, one, two }) => N.where(one, two, none, two)],
  ['where 1 >= 1, nowhere not taken', 'defined', (N, { none, one }) => N.where(one, one, one, none)]
]

const enclosing: ReadonlyArray<Row<'analytic'>> = [
  ...rows,
  ['log 0', 'nowhere', (N, { zero }) => N.log(zero)],
  ['log(-1)', 'nowhere', (N, { zero, one }) => N.log(N.sub(zero, one))],
  ['1/open', 'perhaps', (N, { one, open }) => N.div(one, open)],
  ['sqrt open', 'perhaps', (N, { open }) => N.sqrt(open)],
  ['log open', 'perhaps', (N, { open }) => N.log(open)],
  ['log of a square', 'perhaps', (N, { open, zero }) => N.log(N.max(zero, open))],
  ['some / 0', 'nowhere', (N, { some, zero }) => N.div(some, zero)],
  ['nowhere / open', 'nowhere', (N, { none, open }) => N.div(none, open)],
  ['some + nowhere', 'nowhere', (N, { some, none }) => N.add(some, none)],
  ['nowhere - some', 'nowhere', (N, { some, none }) => N.sub(none, some)],
  ['some * nowhere', 'nowhere', (N, { some, none }) => N.mul(some, none)],
  ['max(some, nowhere)', 'nowhere', (N, { some, none }) => N.max(some, none)],
  ['some + 1', 'perhaps', (N, { some, one }) => N.add(some, one)],
  ['some - some', 'perhaps', (N, { some }) => N.sub(some, some)],
  ['some * 0', 'perhaps', (N, { some, zero }) => N.mul(some, zero)],
  ['0 * some', 'perhaps', (N, { some, zero }) => N.mul(zero, some)],
  ['some / 2', 'perhaps', (N, { some, two }) => N.div(some, two)],
  ['0 / some', 'perhaps', (N, { some, zero }) => N.div(zero, some)],
  ['sqrt some', 'perhaps', (N, { some }) => N.sqrt(some)],
  ['max(some, 1)', 'perhaps', (N, { some, one }) => N.max(some, one)],
  ['max(1, some)', 'perhaps', (N, { some, one }) => N.max(one, some)],
  ...(['exp', 'log', 'sin', 'cos', 'tanh'] as const).flatMap((name): ReadonlyArray<Row<'analytic'>> => [
    [`${name} some`, 'perhaps', (N, { some }) => N[name](some)],
    [`${name} nowhere`, 'nowhere', (N, { none }) => N[name](none)],
    [`${name} 1`, 'defined', (N, { one }) => N[name](one)]
  ]),
  ['sine of a wide argument', 'defined', (N, { open }) => N.sin(N.mul(N.of(100), open))],
  ['where some >= 1, alike', 'perhaps', (N, { some, one }) => N.where(some, one, one, one)],
  ['where some >= 1, both nowhere', 'nowhere', (N, { some, one, none }) => N.where(some, one, none, none)],
  ['where some >= nowhere', 'nowhere', (N, { some, one, none }) => N.where(some, none, one, one)],
  ['where open >= 0', 'defined', (N, { open, one, zero, two }) => N.where(open, zero, one, two)],
  ['where open >= 0, one nowhere', 'perhaps', (N, { open, one, zero, none }) => N.where(open, zero, one, none)],
  ['where open >= 0, the other nowhere', 'perhaps', (N, { open, one, zero, none }) => N.where(open, zero, none, one)],
  ['where open >= 0, both nowhere', 'nowhere', (N, { open, zero, none }) => N.where(open, zero, none, N.log(zero))],
  ['where open >= 0, one perhaps', 'perhaps', (N, { open, one, zero, some }) => N.where(open, zero, one, some)],
  ['where 2 >= 1, some taken', 'perhaps', (N, { one, two, some }) => N.where(two, one, some, one)],
  ['where 2 >= 1, some not taken', 'defined', (N, { one, two, some }) => N.where(two, one, one, some)]
]

const constants = <A>(N: { readonly of: (x: number) => A }): Pick<Given<A>, 'zero' | 'one' | 'two'> =>
  ({ zero: N.of(0), one: N.of(1), two: N.of(2) })

describe('intervals', () => {
  const given = { ...constants(interval), none: nowhere, some: wholeLine, open: { lo: -1, hi: 1 } }
  test.each(enclosing)('%s: %s', (_, grade, formula) => { expect(gradeOf(formula(interval, given))).toBe(grade) })
  test('read nothing else than NaN as nowhere', () => {
    expect([interval.of(NaN), point(NaN), hull(nowhere, point(NaN))]).toEqual([nowhere, nowhere, nowhere])
    expect(hull(nowhere, point(1))).toEqual(wholeLine)
    expect([Infinity, -Infinity, 1].map(x => gradeOf(interval.of(x)))).toEqual(['defined', 'defined', 'defined'])
    expect([{ lo: 0, hi: Infinity }, { lo: -Infinity, hi: 0 }].map(gradeOf)).toEqual(['defined', 'defined'])
  })
})

describe.each([30, 53, 400])('balls of %d bits', bits => {
  const N = ball(bits)
  const given = { ...constants(N), none: nowhereBall, some: wholeBall, open: { mid: 0n, exp: 0, rad: 1n } }
  test.each(enclosing)('%s: %s', (_, grade, formula) => { expect(gradeOf(toInterval(formula(N, given)))).toBe(grade) })
})

describe('fractions', () => {
  const { zero, one, two } = constants(rational)
  const none = rational.div(one, zero)
  const given = { zero, one, two, none, some: none, open: one }
  test.each(rows)('%s: %s', (_, grade, formula) => {
    expect(gradeOf(encloseRational(formula(rational, given)))).toBe(grade)
  })
  test('are shown, told apart and not ordered when undefined', () => {
    expect([none, one].map(isUndefined)).toEqual([true, false])
    expect([showRational(none), nearestDouble(none)]).toEqual(['undefined', NaN])
    expect(rational.of(Infinity)).toEqual(none)
    expect(() => rational.compare(none, one)).toThrow(
      'rational order: expected two fractions, got one that is undefined'
    )
    expect(() => rational.compare(one, none)).toThrow('rational order')
  })
})

test('doubles: a choice that hangs on a NaN is NaN', () => {
  expect([float64.where(NaN, 0, 1, 2), float64.where(0, NaN, 1, 2), float64.max(NaN, 1), float64.max(1, NaN)]).toEqual(
    [NaN, NaN, NaN, NaN]
  )
})

test('a quotient of polynomials by the polynomial 0 is undefined, whatever is made of it', () => {
  const N = rationalFunction
  const x = ofVariable(0)
  const none = N.div(x, N.sub(x, x))
  const made = [none, N.add(none, x), N.sub(x, none), N.sub(none, none), N.mul(none, N.of(0)), N.div(none, x), N.div(
    x, none
  )]
  expect(made.map(({ num, den }) => [num.size, den.size])).toEqual(made.map(() => [0, 0]))
})

test('whole numbers leave a quotient by 0 to fractions', () => {
  expect(() => integer.div(1, 0)).toThrow(expect.objectContaining({ tag: 'undecided' }))
  expect(() => integer.div(0, 0)).toThrow(expect.objectContaining({ tag: 'undecided' }))
})

describe('duals', () => {
  const D = dualDivisible(rational)
  const [zero, x] = [D.of(0), dual(rational.of(2), rational.of(1))]
  const none = D.div(x, zero)
  test('of fractions: value and tangent are undefined together, and the branch not taken does not matter', () => {
    expect([none.value, none.tangent].map(isUndefined)).toEqual([true, true])
    expect(D.where(x, zero, x, none)).toEqual(x)
    expect(D.where(zero, x, none, x)).toEqual(x)
    for (const y of [D.max(none, x), D.max(x, none), D.where(none, x, x, x), D.where(x, x, none, x)]) {
      expect([y.value, y.tangent].map(isUndefined)).toEqual([true, true])
    }
    const root = dualAnalytic(elementaryRational).sqrt(dual(rational.of(-4), rational.of(1)))
    expect([root.value, root.tangent].map(isUndefined)).toEqual([true, true])
  })
  test('of intervals: the logarithm of a negative number has no derivative', () => {
    const { log } = dualAnalytic(interval)
    const grades = (lo: number, hi: number) => {
      const { value, tangent } = log(dual({ lo, hi }, point(1)))
      return [gradeOf(value), gradeOf(tangent)]
    }
    expect([grades(-2, -1), grades(-1, 1), grades(1, 2)])
      .toEqual([['nowhere', 'nowhere'], ['perhaps', 'perhaps'], ['defined', 'defined']])
    expect(log(dual({ lo: 1, hi: 2 }, point(1))).tangent).toEqual({ lo: 0.5, hi: 1 })
  })
  test('with lists of tangents: each as alone', () => {
    const L = dualsAlongAll(interval)
    const [a, b] = [dual(point(-1), [point(1), point(0)]), dual(point(2), [point(0), point(1)])]
    const grades = (y: ReturnType<typeof L.of>) => [y.value, ...y.tangent].map(gradeOf)
    const bad = L.log(a)
    expect(grades(bad)).toEqual(['nowhere', 'nowhere', 'nowhere'])
    expect([L.max(bad, b), L.max(b, bad), L.where(bad, b, b, a)].map(grades)).toEqual(
      Array(3).fill(['nowhere', 'nowhere', 'nowhere'])
    )
    expect([L.where(b, a, b, bad), L.where(a, b, bad, b)]).toEqual([b, b])
    const either = L.where(dual({ lo: -1, hi: 1 }, [point(1)]), L.of(0), b, bad)
    expect(grades(either)).toEqual(['perhaps', 'perhaps', 'perhaps'])
  })
})

test('log1p and expm1 are undefined where they should be', () => {
  for (const [lo, hi, grade] of [[-3, -1, 'nowhere'], [-1.5, -0.5, 'perhaps'], [-0.5, 1, 'defined']] as const) {
    expect(gradeOf(interval.log1p({ lo, hi }))).toBe(grade)
    const half = { mid: BigInt((lo + hi) * 2), exp: -2, rad: BigInt((hi - lo) * 2) }
    expect(gradeOf(toInterval(ball(60).log1p(half)))).toBe(grade)
  }
  expect([interval.expm1(nowhere), interval.expm1(wholeLine)]).toEqual([nowhere, wholeLine])
})

test('float runs contain what doubles make of infinities', () => {
  const cases = [
    [floatRun.div(point(1), floatRun.div(point(1), point(0))), 1 / (1 / 0)],
    [floatRun.exp(floatRun.log(point(0))), Math.exp(Math.log(0))],
    [floatRun.max(point(3), floatRun.log({ lo: -1, hi: 0 })), Math.max(3, Math.log(0))]
  ] as const
  for (const [{ lo, hi }, x] of cases) expect(lo <= x && x <= hi).toBe(true)
  expect([floatRun.log(point(-1)), floatRun.div(nowhere, point(0))]).toEqual([nowhere, nowhere])
})
