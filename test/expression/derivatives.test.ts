import { describe, expect, test } from 'vitest'
import {
  checkDomain, evaluate, type Graph, kinksOf, oneSided, record, reverse, text
} from '../../src/expression/index.js'
import { ball, float64, type Analytic } from '../../src/number/index.js'
import { attempt, isLeft } from '../../src/prelude/index.js'

const F = float64
const B = ball(100)

describe('where there is no derivative', () => {
  const why = (graph: Graph, at: Readonly<Record<string, number>>): string => {
    const found = attempt(
      () => checkDomain(100)(graph, Object.fromEntries(Object.entries(at).map(([name, x]) => [name, B.of(x)])))
    )
    return isLeft(found) ? found.left.message : 'allowed'
  }
  test.each<readonly [string, (N: Analytic<number>, x: number, y: number) => number, number, number, string]>([
    ['log', (N, x) => N.log(N.sub(x, N.of(3))), 1, 0, 'log(x - 3): expected x - 3 > 0, got -2'],
    ['0/0', (N, x, y) => N.div(x, y), 0, 0, 'x / y: expected y other than 0, got 0/0'],
    ['1/0', (N, x, y) => N.div(x, y), 1, 0, 'x / y: expected y other than 0, got 0'],
    ['sqrt at 0', (N, x) => N.sqrt(x), 0, 0, 'sqrt(x): expected x > 0, for a finite derivative, got 0'],
    ['sqrt below', (N, x) => N.sqrt(x), -1, 0, 'sqrt(x): expected x >= 0, got -1'],
    ['asin', (N, x) => N.asin(x), 1, 0, 'asin(x): expected -1 < x < 1, for a finite derivative, got 1'],
    ['pow', (
      N, x, y
    ) => N.pow(x, y), -2, 0.5, 'x^y: expected x > 0 under an exponent that is not a whole number, got -2'],
    ['power', (N, x) => N.power(x, -2), 0, 0, 'x^(-2): expected x other than 0, got 0'],
    ['norm', (
      N, x, y
    ) => N.hypot([x, y]), 0, 0, 'hypot(x, y): expected a vector other than 0, where a norm has a kink, got 0'],
    ['fine', (N, x, y) => N.div(x, y), 0, 1, 'allowed']
  ])('%s', (_, formula, x, y, message) => {
    expect(why(record(['x', 'y'], (N, g) => formula(N as never, g.x as never, g.y as never) as never), { x, y })).toBe(
      message
    )
  })
})

describe('kinks', () => {
  test('one-sided derivatives of nested corners', () => {
    const graph = record(['x'], (N, { x }) => N.abs(N.relu(N.max(x, N.mul(N.of(2), x)))))
    const kinks = kinksOf(B, graph, evaluate(B)(graph, { x: B.of(0) }))
    expect(kinks.map(({ convention }) => convention.split(' ')[0])).toEqual(['a', 'relu\'(0)', 'abs\'(0)'])
    expect(oneSided(F)(graph, { x: 0 }, kinks)).toEqual({ x: { left: 0, right: 2 } })
    expect(kinksOf(B, graph, evaluate(B)(graph, { x: B.of(1) }))).toEqual([])
  })
})

describe('cost', () => {
  // x_{k+1} = sin(x_k) y + x_k, three nodes a link
  const chain = (links: number) => record(['x', 'y'], (N, { x, y }) =>
    Array.from({ length: links }).reduce<typeof x>(value => N.add(N.mul(N.sin(value), y), value), x))

  const at = { x: 0.3, y: 0.001 }

  /** How many operations of the number system some work takes. */
  const operations = (work: (N: typeof F) => unknown): number => {
    let count = 0
    const counted = Object.fromEntries(Object.entries(F).map(([name, f]) => [name, (...given: ReadonlyArray<never>) => {
      count += name === 'of' ? 0 : 1
      return (f as (...given: ReadonlyArray<never>) => unknown)(...given)
    }]))
    work(counted as unknown as typeof F)
    return count
  }

  test('the whole gradient takes at most 5 times the operations of the value', () => {
    const graph = chain(3333)
    expect(graph.nodes.length).toBeGreaterThan(9999)
    const value = operations(N => evaluate(N)(graph, at))
    const gradient = operations(N => reverse(N)(graph, at))
    expect(value).toBe(9999)
    expect(gradient).toBeLessThanOrEqual(5 * value)
  })

  test('twice the nodes take twice the operations', () => {
    const cost = (links: number): number => operations(N => reverse(N)(chain(links), at))
    expect(cost(400) - cost(200)).toBe(2 * (cost(200) - cost(100)))
  })

  test('a formula that is exponentially long is not written out', () => {
    const graph = record(['x'], (N, { x }) => Array.from({ length: 60 }).reduce<typeof x>(y => N.mul(y, y), x))
    expect(reverse(F)(graph, { x: 1 }).gradient['x']).toBe(2 ** 60)
    expect(() => text(graph)).toThrow('at most 100000 characters')
  })
})
