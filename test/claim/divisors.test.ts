import { describe, expect, test } from 'vitest'
import { whereDefined } from '../../src/claim/divisors.js'
import { equal } from '../../src/claim/Relation.js'
import { positive, scalar, type Variables, vector } from '../../src/claim/Variable.js'
import type { Divisible } from '../../src/number/Arithmetic.js'
import { fraction } from '../../src/number/fraction.js'

const numbers: Variables = { x: scalar, y: scalar, z: scalar, eta: positive }

/** A formula of x, y, z and eta > 0. */
type Of = <A>(N: Divisible<A>, x: A, y: A, z: A, eta: A) => A
const told = (formula: Of, variables = numbers): string =>
  whereDefined(variables, (N, rule) => [equal(formula(N, rule(0), rule(1), rule(2), rule(3)), N.of(1))])
/** What is said of one divisor. */
const over = (divisor: Of): string => told((N, x, y, z, eta) => N.div(N.of(1), divisor(N, x, y, z, eta)))

describe('a divisor that may be 0', () => {
  test('is told by name', () => {
    expect([over((_N, x) => x), over((_N, _x, y) => y)]).toEqual([', where x is not 0', ', where y is not 0'])
    expect(whereDefined({ w: vector(2) }, (N, rule) => [equal(N.div(N.of(1), rule(1)), N.of(1))])).toBe(
      ', where w[1] is not 0'
    )
    expect(whereDefined({}, (N, rule) => [equal(N.div(N.of(1), rule(0)), N.of(1))])).toBe(', where ? is not 0')
  })
  test('is not, where its sign is known', () => {
    expect(told((N, x, y) => N.add(x, y))).toBe('')
    expect(over((N, _x, _y, _z, eta) => N.mul(eta, N.of(2)))).toBe('')
    expect(over(N => N.of(-2))).toBe('')
    expect(over((N, x, _y, _z, eta) => N.add(N.square(x), eta))).toBe('')
    expect(over((N, x) => N.max(x, N.of(1)))).toBe('')
    expect(over((N, _x, _y, _z, eta) => N.sub(N.of(-1), eta))).toBe('')
    expect(over((N, x, y) => N.where(x, y, N.of(1), N.decimal('0.5')))).toBe('')
    expect(over((N, _x, _y, _z, eta) => N.div(N.ofRational(fraction(-1n, 2n)), eta))).toBe('')
  })
})

describe('as text', () => {
  test.each<readonly [string, Of]>([
    ['x + y', (N, x, y) => N.add(x, y)],
    ['x - y', (N, x, y) => N.sub(x, y)],
    ['x y', (N, x, y) => N.mul(x, y)],
    ['x x', (N, x) => N.square(x)],
    ['max(x, y)', (N, x, y) => N.max(x, y)],
    ['where(x, y, z, 0)', (N, x, y, z) => N.where(x, y, z, N.of(0))],
    ['0', N => N.of(0)],
    ['0.0', N => N.decimal('0.0')],
    ['x - 0.5', (N, x) => N.sub(x, N.decimal('0.5'))],
    ['x - 1/2', (N, x) => N.sub(x, N.ofRational(fraction(1n, 2n)))]
  ])('%s', (text, divisor) => { expect(over(divisor)).toBe(`, where ${text} is not 0`) })
  test.each<readonly [string, Of]>([
    ['x + y + z', (N, x, y, z) => N.add(N.add(x, y), z)],
    ['x + (y + z)', (N, x, y, z) => N.add(x, N.add(y, z))],
    ['x - (y - z)', (N, x, y, z) => N.sub(x, N.sub(y, z))],
    ['x - y z', (N, x, y, z) => N.sub(x, N.mul(y, z))],
    ['x y z', (N, x, y, z) => N.mul(N.mul(x, y), z)],
    ['x (y z)', (N, x, y, z) => N.mul(x, N.mul(y, z))],
    ['(x + y) z', (N, x, y, z) => N.mul(N.add(x, y), z)],
    ['x (y - z)', (N, x, y, z) => N.mul(x, N.sub(y, z))],
    ['(x - y) (x - y)', (N, x, y) => N.square(N.sub(x, y))],
    ['x max(y, z)', (N, x, y, z) => N.mul(x, N.max(y, z))],
    ['x where(y, z, x, y)', (N, x, y, z) => N.mul(x, N.where(y, z, x, y))],
    ['max(x + y, z)', (N, x, y, z) => N.max(N.add(x, y), z)],
    ['x / eta z', (N, x, _y, z, eta) => N.mul(N.div(x, eta), z)],
    ['x / (eta 2)', (N, x, _y, _z, eta) => N.div(x, N.mul(eta, N.of(2)))],
    // a number with a sign binds as a sum, one with a bar as a product
    ['-2 + x', (N, x) => N.add(N.of(-2), x)],
    ['x + (-2)', (N, x) => N.add(x, N.of(-2))],
    ['(-2) x', (N, x) => N.mul(N.of(-2), x)],
    ['x 2', (N, x) => N.mul(x, N.of(2))],
    ['1/2 x', (N, x) => N.mul(N.ofRational(fraction(1n, 2n)), x)],
    ['x (1/2)', (N, x) => N.mul(x, N.ofRational(fraction(1n, 2n)))],
    ['(-1/2) x', (N, x) => N.mul(N.ofRational(fraction(-1n, 2n)), x)],
    ['x + (-0.5)', (N, x) => N.add(x, N.decimal('-0.5'))]
  ])('brackets only where they are needed: %s', (text, divisor) => {
    expect(over(divisor)).toBe(`, where ${text} is not 0`)
  })
})

describe('several divisors', () => {
  test('are told from within, each once', () => {
    expect(told((N, x, y) => N.div(N.of(1), N.div(x, y)))).toBe(', where y is not 0 and x / y is not 0')
    expect(told((N, x, y) => N.div(N.div(N.div(x, y), x), y))).toBe(', where y is not 0 and x is not 0')
  })
  test('up to three', () => {
    expect(told((N, x, y, z) => N.div(N.div(N.div(N.of(1), x), y), z))).toBe(
      ', where x is not 0 and y is not 0 and z is not 0'
    )
    expect(told((N, x, y, z) => N.div(N.div(N.div(N.div(N.of(1), x), y), z), N.add(x, y)))).toBe(
      ', where no divisor is 0'
    )
  })
})

describe('a text of more than 32 letters is given up', () => {
  const named = (length: number): Variables => ({ x: scalar, ['y'.repeat(length)]: scalar })
  /** A divisor made of x and a name of so many letters. */
  const given = (length: number, divisor: Of): string =>
    told((N, x, y, z, eta) => N.div(N.of(1), divisor(N, x, y, z, eta)), named(length))
  const [some, none] = [(text: string) => `, where ${text} is not 0`, ', where no divisor is 0']
  const [add, max]: readonly [Of, Of] = [(N, x, y) => N.add(x, y), (N, x, y) => N.max(x, y)]
  test('a sum', () => { expect([given(28, add), given(29, add)]).toEqual([some(`x + ${'y'.repeat(28)}`), none]) })
  test('a call', () => { expect([given(24, max), given(25, max)]).toEqual([some(`max(x, ${'y'.repeat(24)})`), none]) })
  test('and all that is made of it', () => {
    expect([
      given(29, (N, x, y) => N.mul(N.add(x, y), x)), given(29, (N, x, y) => N.mul(x, N.add(x, y))),
      given(29, (N, x, y) => N.max(N.add(x, y), x)), given(29, (N, x, y) => N.max(x, N.add(x, y)))
    ]).toEqual([none, none, none, none])
  })
  test('beside one that is not', () => {
    expect(told((N, x, y) => N.div(N.div(N.of(1), x), N.add(x, y)), named(29))).toBe(none)
    expect(told((N, x, y) => N.div(N.of(1), N.add(N.mul(N.of(0), N.add(x, y)), N.of(2))), named(29))).toBe('')
  })
})
