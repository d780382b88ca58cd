import { describe, expect, test } from 'vitest'
import { type Analytic, dual, dualAnalytic, dualsAlongAll, float64, fraction, elementaryRational,
  showRational } from '../../src/number/index.js'

const N = dualAnalytic(float64)
const x = dual(0.5, 1)
const near = (a: number): number => Number(a.toPrecision(13))

type Rule = readonly [string, <A>(N: Analytic<A>, x: A) => A, number]

// value' at x = 1/2, by the rules of the books
const rules: ReadonlyArray<Rule> = [
  ['exp', (N, x) => N.exp(x), Math.exp(0.5)], ['expm1', (N, x) => N.expm1(x), Math.exp(0.5)],
  ['log', (N, x) => N.log(x), 2],
  ['log1p', (N, x) => N.log1p(x), 2 / 3], ['log10', (N, x) => N.log10(x), 2 / Math.LN10],
  ['sin', (N, x) => N.sin(x), Math.cos(0.5)],
  ['cos', (N, x) => N.cos(x), -Math.sin(0.5)], ['tan', (N, x) => N.tan(x), 1 / Math.cos(0.5) ** 2],
  ['asin', (N, x) => N.asin(x),
    1 / Math.sqrt(0.75)],
  ['acos', (N, x) => N.acos(x), -1 / Math.sqrt(0.75)], ['atan', (N, x) => N.atan(x), 0.8],
  ['sinh', (N, x) => N.sinh(x), Math.cosh(0.5)],
  ['cosh', (N, x) => N.cosh(x), Math.sinh(0.5)], ['tanh', (N, x) => N.tanh(x), 1 / Math.cosh(0.5) ** 2],
  ['sigmoid', (N, x) => N.sigmoid(x), 1 / (2 * Math.cosh(0.25)) ** 2],
  ['softplus', (N, x) => N.softplus(x), 1 / (1 + Math.exp(-0.5))],
  ['erf', (N, x) => N.erf(x), (2 / Math.sqrt(Math.PI)) * Math.exp(-0.25)],
  ['sqrt', (N, x) => N.sqrt(x), 1 / (2 * Math.sqrt(0.5))],
  ['neg', (N, x) => N.neg(x), -1], ['abs', (N, x) => N.abs(x), 1], ['abs of -x', (N, x) => N.abs(N.neg(x)), 1],
  ['relu', (N,
    x) => N.relu(x), 1],
  ['relu of -x', (N, x) => N.relu(N.neg(x)), 0], ['min(x, 1)', (N, x) => N.min(x, N.of(1)), 1],
  ['min(x, 0)', (N, x) => N.min(x, N.of(0)),
    0],
  ['max(x, 1)', (N, x) => N.max(x, N.of(1)), 0], ['square', (N, x) => N.square(x), 1],
  ['x * 3x', (N, x) => N.mul(x, N.mul(N.of(3), x)), 3],
  ['1/x', (N, x) => N.div(N.of(1), x), -4], ['x/3', (N, x) => N.div(x, N.of(3)), 1 / 3],
  ['1 - x', (N, x) => N.sub(N.of(1), x), -1],
  ['sum', (N, x) => N.sum([x, N.of(2), x]), 2], ['hypot(x, 1)', (N, x) => N.hypot([x, N.of(1)]), 0.5 / Math.sqrt(1.25)],
  ['x^3', (N, x) => N.power(x, 3), 0.75], ['x^-1', (N, x) => N.power(x, -1), -4], ['x^0', (N, x) => N.power(x, 0), 0],
  ['pow(x, 3)', (N, x) => N.pow(x, N.of(3)), 0.75], ['pow(2, x)', (N, x) => N.pow(N.of(2), x), Math.SQRT2 * Math.LN2],
  ['where x >= 0', (N, x) => N.where(x, N.of(0), N.mul(N.of(5), x), x), 5],
  ['where x >= 1', (N, x) => N.where(x, N.of(1), N.mul(N.of(5),
    x), x), 1],
  ['constants', N => N.sum([N.pi(), N.e(), N.decimal('0.1'), N.ofRational(fraction(1n, 3n)), N.of(7)]), 0]
]

test.each(rules)('the derivative of %s', (_, formula, slope) => {
  const { value, tangent } = formula(N, x)
  expect(near(value)).toBe(near(formula(float64, 0.5)))
  expect(near(tangent) + 0).toBe(near(slope) + 0)
  expect(near(formula(N, dual(0.5, -2)).tangent) + 0).toBe(near(-2 * slope) + 0)
  const along = formula(dualsAlongAll(float64), dual(0.5, [1, 0, -2]))
  expect(near(along.value)).toBe(near(value))
  expect([0, 1, 2].map(i => near(along.tangent[i] ?? 0) + 0)).toEqual([slope, 0, -2 * slope].map(a => near(a) + 0))
})

describe('at kinks', () => {
  const at0 = dual(0, 1)
  test('abs and relu have 0; max and min that of the first of equals', () => {
    expect([N.abs(at0), N.relu(at0), N.max(at0, N.of(0)), N.max(N.of(0), at0), N.min(at0, N.of(0)), N.min(N.of(0),
      at0)].map(({ tangent }) => tangent + 0)).toEqual([0, 0, 1, 0, 1, 0])
  })
})

describe('where a function is undefined', () => {
  test('so is its derivative', () => {
    expect([N.log(dual(-1, 1)), N.log1p(dual(-2, 1)), N.log10(
      dual(-1, 1)
    ), N.asin(dual(2, 1)), N.acos(dual(2, 1)), N.sqrt(dual(-1, 1)),
      N.hypot([dual(0, 1)])].map(({ tangent }) => tangent))
      .toEqual([NaN, NaN, NaN, NaN, NaN, NaN, NaN])
  })
})

test('along several directions constants cost nothing, and directions add', () => {
  const D = dualsAlongAll(float64)
  expect(
    [D.of(3).tangent, D.add(D.of(1), D.of(2)).tangent, D.mul(D.of(1), D.of(2)).tangent, D.div(D.of(1), D.of(2)).tangent,
      D.sub(D.of(1), D.of(2)).tangent]
  ).toEqual([[], [], [], [], []])
  const [a, b] = [dual(2, [1, 0]), dual(5, [0, 1])]
  expect([D.mul(a, b).tangent, D.sub(D.of(1), a).tangent.map(t => t
    + 0), D.sub(a, b).tangent, D.add(a, D.of(1)).tangent, D.add(D.of(1),
    b).tangent, D.div(a, b).tangent.map(near)])
    .toEqual([[5, 2], [-1, 0], [1, -1], [1, 0], [0, 1], [0.2, -0.08]])
})

test('over fractions they are exact', () => {
  const D = dualAnalytic(elementaryRational)
  const y = dual(fraction(1n, 4n), fraction(3n, 1n))
  expect([D.sqrt(y), D.div(D.of(1), y), D.square(y), D.decimal('0.5'), D.ofRational(fraction(1n, 3n))].map(({ value,
    tangent }) => [showRational(value), showRational(tangent)]))
    .toEqual([['1/2', '3'], ['4', '-48'], ['1/16', '3/2'], ['1/2', '0'], ['1/3', '0']])
})
