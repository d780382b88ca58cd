import fc, { type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { reverse, variablesOf } from '../../src/expression/index.js'
import { lower, parse } from '../../src/formula/index.js'
import {
  entriesOf, evaluate, filled, parsePlain, type Scope, type Term, type Type, worldOf
} from '../../src/notation/index.js'
import { type Ball, ball } from '../../src/number/index.js'
import { isLeft, orThrow } from '../../src/prelude/index.js'

const span = { from: 0, to: 0 }
const size = (text: string): Term => ({ kind: 'number', text, span })
const type = (rows: number, columns = 1): Type => ({ rows: size(String(rows)), columns: size(String(columns)) })
const scope: Scope = new Map([
  ['x', { kind: 'variable', type: type(3) }], ['A', { kind: 'variable', type: type(3, 3) }],
  ['t', { kind: 'variable', type: type(1) }]
] as const)

/** Formulas that are numbers, smooth wherever they are defined. */
const formulas: Arbitrary<string> = fc.letrec<{ readonly number: string; readonly vector: string }>(tie => {
  const [n, v] = [tie('number'), tie('vector')]
  const made = (
    parts: ReadonlyArray<Arbitrary<string>>, put: (...texts: ReadonlyArray<string>) => string
  ): Arbitrary<string> =>
    fc.tuple(...parts).map(texts => put(...texts))
  return {
    number: fc.oneof({ maxDepth: 4, depthSize: 'medium' },
      fc.constantFrom('t', '2', '0.3', 'x[2]', 'A[1, 3]', 'pi'),
      made([v], a => `sum(${a})`), made([v], a => `mean(${a}^2)`), made([v], a => `log(sum(exp(tanh(${a}))))`), made(
        [v], a => `norm(${a})^2`
      ),
      made([v, v], (a, b) => `dot(${a}, ${b})`), made([v, v], (a, b) => `(${a})' * (${b})`), made(
        [v], a => `softmax(tanh(${a}))[1]`
      ),
      made([v], a => `sum(i, 1, 3, (${a})[i]^3 / i)`), made(
        [v], a => `product over i = 1..3 where i != 2 of (${a})[i]`
      ),
      made([n, n], (a, b) => `(${a}) * (${b}) - (${a})`), made([n, n], (a, b) => `(${a}) / (2 + (${b})^2)`), made(
        [n], a => `sin(${a})`
      ),
      made([n], a => `sigmoid(${a})^1.5`), made([n], a => `d((${a}) * t)/d(t)`), made(
        [n, n], (a, b) => `{ ${a} where t > 0.5; ${b} }`
      ),
      made([v], a => `tr(diag(${a}) * A)`), made([v], a => `sum(d(sum(${a}))/d(x))`)
    ),
    vector: fc.oneof({ maxDepth: 4, depthSize: 'medium' },
      fc.constantFrom('x', 'A[1..3, 2]', 'onehot(2, 3)'),
      made([v, v], (a, b) => `(${a}) - 2(${b})`), made([v], a => `A*(${a})`), made([v], a => `A' * tanh(${a})`), made(
        [v, v], (a, b) => `(${a}) .* (${b})`
      ),
      made([n, v], (a, b) => `(${a}) * (${b})`), made([n, n, n], (a, b, c) => `[${a}, ${b}, ${c}]`), made(
        [v], a => `(${a})^2`
      )
    )
  }
}).number

const B = ball(100)
const values: Readonly<Record<string, ReadonlyArray<number>>> =
  { x: [0.5, -1.25, 0.75], A: [1, 0.5, -0.25, 0.125, -1, 0.375, 0.25, 2, -0.5], t: [0.625] }
const point = Object.fromEntries(values['x']?.map((a, i) => [`x[${i + 1}]`, B.of(a)] as const) ?? [])
const matrix = Object.fromEntries(
  values['A']?.map((a, k) => [`A[${Math.floor(k / 3) + 1}, ${k % 3 + 1}]`, B.of(a)] as const) ?? []
)
const at: Readonly<Record<string, Ball>> = { ...point, ...matrix, t: B.of(0.625) }

const meet = (a: Ball, b: Ball): boolean => {
  const { mid, rad, exp } = B.sub(a, b)
  return exp === Infinity || (mid <= rad && -mid <= rad)
}

const isFinite = ({ exp }: Ball): boolean => exp !== Infinity

test('value and gradient by the graph and by duals of the term agree', () => {
  const drawn = fc.sample(formulas, { seed: 3, numRuns: 400 })
  const world = worldOf(B, scope, {
    sizes: new Map(), labels: new Map(),
    input: (name, _, rows, columns) => filled(rows, columns, (i, j) => B.of(values[name]?.[i * columns + j] ?? NaN))
  })
  const compared = drawn.map(text => {
    const term = orThrow(parsePlain(text, scope)).first as Term
    const graph = lower(scope, term)
    const { values: found, gradient } = reverse(B)(graph, at)
    const byGraph = [found[graph.output] as Ball, ...Object.keys(at).map(name => gradient[name] ?? B.of(0))]
    const byTerm = [evaluate(world, term), ...['x', 'A', 't'].map(name =>
      evaluate(world, { kind: 'derivative', of: term, by: { kind: 'name', name, span }, span }))].flatMap(entriesOf)
    const agree = byGraph.length === byTerm.length && byGraph.every((a, k) => meet(a, byTerm[k] as Ball))
    return { text, agree, known: [...byGraph, ...byTerm].every(isFinite) }
  })
  expect(compared.filter(({ agree }) => !agree).map(({ text }) => text)).toEqual([])
  expect(compared.filter(({ known }) => known).length).toBeGreaterThan(380)
})

test('inputs are entries, counted from 1, each of a vector or matrix', () => {
  expect(variablesOf(orThrow(parse('x[2] + tr(A)', { x: [3, 1], A: [2, 2] }))))
    .toEqual(['x[1]', 'x[2]', 'x[3]', 'A[1, 1]', 'A[1, 2]', 'A[2, 1]', 'A[2, 2]'])
})

test('a graph with more than 10,000 nodes is refused with their number', () => {
  const refusal = (text: string, shapes = {}): string => {
    const found = parse(text, shapes)
    return isLeft(found) ? found.left.message : 'lowered'
  }
  expect(refusal('tr(A*A*A)', { A: [12, 12] })).toBe('lowered')
  expect(refusal('tr(A*A*A)', { A: [21, 21] }))
    .toBe(`the formula: expected at most 10000 numbers and operations, entry by entry, got ${21 ** 3 + 3 * 21 ** 2 + 21 + 1}`)
  expect(refusal('sum(A)', { A: [200, 200] })).toContain('got 40000')
  expect(refusal('tr(A*A*A)', { A: [99, 99] })).toContain('more than 1000000')
  expect(refusal(`${'x+'.repeat(49_000)}x`)).toContain('got 49001')
})
