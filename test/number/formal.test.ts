import { describe, expect, test } from 'vitest'
import { type Analytic, dual, dualAnalytic } from '../../src/number/index.js'
import { type Formal, formals } from '../../src/number/formal.js'
import { compared, givenOf, type Sides } from './comparing.js'

describe('whatever the functions are', () => {
  test.each<readonly [string, Sides]>([
    ['equal arguments give equal values', (N, { x, y }) => [N.sin(N.add(x, y)), N.sin(N.add(y, x))]],
    ['though they are written as products and as sums', (N, { x, y, z }) =>
      [N.exp(N.mul(N.add(x, y), z)), N.exp(N.add(N.mul(z, y), N.mul(x, z)))]],
    ['or as quotients', (N, { x, y }, n) =>
      [N.tanh(N.add(N.div(x, N.add(x, y)), N.div(y, N.add(x, y)))), N.tanh(n(1))]],
    ['one within another', (N, { x }, n) => [N.log(N.exp(N.mul(n(2), x))), N.log(N.exp(N.add(x, x)))]],
    ['of two arguments', (N, { x, y }) => [N.max(N.add(x, y), N.mul(x, y)), N.max(N.add(y, x), N.mul(y, x))]],
    ['a choice between two values that are one is that value', (N, { x, y }) =>
      [N.where(x, y, N.add(x, y), N.add(y, x)), N.add(x, y)]],
    ['the chain rule', (N, { x }, n) =>
      [dualAnalytic(N).exp(dualAnalytic(N).sin(dual(x, n(1)))).tangent, N.mul(N.exp(N.sin(x)), N.cos(x))]],
    ['a norm is a root of squares', (N, { x, y }) => [N.hypot([x, y]), N.sqrt(N.add(N.square(y), N.square(x)))]],
    ['relu is a maximum', (N, { x }, n) => [N.relu(x), N.max(n(0), x)]],
    ['fractions', (N, { x, y }, n) =>
      [N.div(N.sub(N.square(x), N.square(y)), N.sub(x, y)), N.add(x, N.mul(N.decimal('1'), N.mul(y, n(1))))]],
    ['powers', (N, { x, y }, n) =>
      [N.power(N.add(x, y), -2), N.div(n(1), N.sum([N.square(x), N.mul(n(2), N.mul(x, y)), N.square(y)]))]]
  ])('%s', (_, sides) => { expect(compared(sides, false)).toBe('same') })
  test.each<readonly [string, Sides]>([
    ['other arguments', (N, { x, y }) => [N.sin(N.add(x, y)), N.sin(N.sub(x, y))]],
    ['other functions', (N, { x }) => [N.sin(x), N.cos(x)]],
    ['another order', (N, { x, y }) => [N.max(x, y), N.max(y, x)]],
    ['what only laws say', (N, { x, y }) => [N.exp(N.add(x, y)), N.mul(N.exp(x), N.exp(y))]],
    ['another sign', (N, { x, y }) => [N.square(N.sub(x, y)), N.add(N.square(x), N.square(y))]]
  ])('not %s', (_, sides) => { expect(compared(sides, false)).toBe('different') })
  test('what is divided by 0 is nowhere, and so is what is made of it; a branch may be', () => {
    expect(compared((N, { x, y }) => [N.add(x, N.exp(N.div(y, N.sub(x, x)))), x], false)).toBe('nowhere')
    expect(compared((N, { x }, n) => [N.power(N.sub(x, x), -1), n(0)], false)).toBe('nowhere')
    expect(compared((N, { x }, n) => [N.of(NaN), N.mul(x, n(0))], false)).toBe('nowhere')
    const choice: Sides = (N, { x }, n) => [N.where(x, n(0), x, N.div(x, n(0))), N.where(x, n(0), x, N.div(x, n(0)))]
    expect(compared(choice, false)).toBe('same')
  })
  test('the values that were taken for unknowns are counted, equal ones once', () => {
    const F = formals(false)
    const { x, y } = givenOf(F)
    void [F.N.exp(F.N.add(x, y)), F.N.exp(F.N.add(y, x)), F.N.exp(x), F.N.pi()]
    expect(F.called()).toEqual({ functions: ['exp', 'pi'], values: 3 })
  })
  test('values at one point tell formulas apart before they are opened', () => {
    const F = formals(false, 0)
    const { x } = givenOf(F)
    const cube = (a: Formal): Formal => F.N.power(F.N.add(a, F.N.of(1)), 3)
    expect(F.compare(cube(x), F.N.add(cube(x), F.N.of(1)))).toBe('different')
  })
  test('what is too large is refused', () => {
    const cube: Sides = (N, { x, y }) =>
      [N.power(N.add(x, y), 20), N.mul(N.power(N.add(x, y), 10), N.power(N.add(y, x), 10))]
    expect(compared(cube, false, 0)).toBe('same')
    const opened: Sides = (N, { x, y }) => [N.power(N.add(x, y), 20), N.power(N.add(N.sub(x, y), N.add(y, y)), 20)]
    expect(compared(opened, false)).toBe('same')
    const long: Sides = (N, { x, y, z }, n) =>
      [N.power(N.sum([x, y, z, n(1)]), 40), N.power(N.sum([x, y, N.mul(z, n(2)), n(1)]), 40)]
    expect(() => compared(long, false)).toThrow('a normal form: expected 131072 products of terms, got more')
    expect(() => compared((N, { x }) => [N.power(N.power(x, 2 ** 20), 2 ** 20), x], false)).toThrow(
      'a normal form: expected exponents of'
    )
    expect(() => compared((N, { x }, n) => [N.power(N.mul(n(3), x), 2 ** 21), x], false))
      .toThrow('a normal form: expected numbers of 1048576 bits')
  })
})

/** A sequence x - gamma g(x), and two ways to say how far it is from z after all steps. */
const regret = (steps: number, g: (N: Analytic<Formal>, x: Formal) => Formal): Sides => (N, { x, z, a }, n) => {
  const points = [x]
  for (let t = 0; t < steps; t++) points.push(N.sub(points[t] ?? x, N.mul(a, g(N, points[t] ?? x))))
  const slopes = points.slice(0, steps).map(point => g(N, point))
  const distance = (point: Formal): Formal => N.square(N.sub(point, z))
  return [
    N.mul(N.mul(n(2), a), N.sum(slopes.map((slope, t) => N.mul(slope, N.sub(points[t] ?? x, z))))),
    N.add(N.sub(distance(x), distance(points[steps] ?? x)), N.mul(N.square(a), N.sum(slopes.map(N.square))))
  ]
}

describe('steps of a descent share what they have in common: the work grows with their number', () => {
  const slopes: ReadonlyArray<readonly [string, (N: Analytic<Formal>, x: Formal) => Formal]> = [
    ['sin', (N, x) => N.sin(x)],
    ['tanh', (N, x) => N.tanh(x)],
    ['of a well', (N, x) => N.mul(N.mul(N.of(4), x), N.sub(N.square(x), N.of(1)))],
    ['of a quotient', (N, x) => N.div(x, N.add(N.of(1), N.square(x)))],
    ['of x exp(sin x)', (N, x) =>
      dualAnalytic(N).mul(dual(x, N.of(1)), dualAnalytic(N).exp(dualAnalytic(N).sin(dual(x, N.of(1))))).tangent]
  ]
  test.each(slopes)('%s', (_, slope) => {
    for (let steps = 1; steps <= 6; steps++) expect(compared(regret(steps, slope), false, 40 * steps)).toBe('same')
    expect(() => compared(regret(6, slope), false, 6)).toThrow('more')
  })
})
