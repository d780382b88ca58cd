import { all, type BigNumber, create, type FactoryFunctionMap } from 'mathjs'
import { describe, expect, test } from 'vitest'
import { elementarySteps, graphsOf } from '../../properties/expressions/expressionGraphs.js'
import { evaluate, type Graph, record, symbolic, tex, text } from '../../src/expression/index.js'
import { simplify } from '../../src/expression/symbolic.js'
import { parse } from '../../src/formula/index.js'
import { ball } from '../../src/number/index.js'
import { orThrow } from '../../src/prelude/index.js'
import { render } from '../../src/report/formula.js'
import { drawn } from './graphs.js'

const math = create(all as FactoryFunctionMap, { number: 'BigNumber', precision: 48 })
const B = ball(230)
const point = { x: 0.75, y: -1.25, z: 2.5 }
const at = { x: B.of(0.75), y: B.of(-1.25), z: B.of(2.5) }

// mathjs differentiates none of these
const unknownThere = new Set(['expm1', 'log1p', 'max', 'min', 'relu', 'sigmoid', 'softplus', 'erf', 'hypot', 'sum'])
const known = (graph: Graph): boolean =>
  graph.nodes.every(node => node.kind !== 'operation' || !unknownThere.has(node.name))

const big = (value: unknown): BigNumber => math.bignumber(String(value))

describe('the symbolic derivative', () => {
  const graphs = drawn(graphsOf(elementarySteps, 4), 2000, 11).filter(known)
    .filter(graph => graph.nodes.length > 5).slice(0, 220)

  test('agrees with the one of mathjs, to 36 digits, on at least 200 formulas', () => {
    expect(graphs.length).toBeGreaterThanOrEqual(200)
    const wrong = graphs.flatMap(graph => Object.entries(symbolic(graph)).flatMap(([name, ours]) => {
      const theirs = math.derivative(text(graph), name, { simplify: false }).compile()
        .evaluate(Object.fromEntries(Object.entries(point).map(([n, v]) => [n, math.bignumber(v)]))) as unknown
      const { mid, rad, exp } = evaluate(B)(ours, at)[ours.output] ?? B.of(NaN)
      const unit = big(2).pow(exp)
      const away = big(mid).times(unit).minus(big(theirs)).abs()
      return away.gt(big(rad).times(unit).plus(big(theirs).abs().plus(1).times('1e-36')))
        ? [`d/d${name} ${text(graph)}`]
        : []
    }))
    expect(wrong).toEqual([])
  })

  test('is written as a person would', () => {
    const f = record(['w1', 'w2', 'x'], (N, { w1, w2, x }) =>
      N.add(N.exp(N.add(N.exp(w1), N.mul(N.of(3), w2))), N.power(x, 3)))
    expect(Object.values(symbolic(f)).map(text)).toEqual(
      ['exp(exp(w1) + 3 * w2) * exp(w1)', '3 * exp(exp(w1) + 3 * w2)', '3 * x^2']
    )
    expect(tex(symbolic(f)['x'] ?? f)).toBe('3\\,x^{2}')
  })

  test('leaves out what changes nothing', () => {
    const f = record(['x', 'y'], (N, { x, y }) => N.sub(N.add(N.mul(N.of(1), x), N.of(0)), N.neg(N.mul(N.of(0), y))))
    expect(text(simplify(f))).toBe('x')
  })
})

describe('what is printed', () => {
  const graphs = drawn(graphsOf(elementarySteps, 6), 300, 5)

  test('parses to the same formula again', () => {
    const again = graphs.map(graph => orThrow(parse(text(graph))))
    expect(again.map(text)).toEqual(graphs.map(text))
    const values = graphs.map((graph, k) => {
      const [a, b] = [graph, again[k] ?? graph].map(g => evaluate(B)(g, at)[g.output] ?? B.of(NaN))
      const { mid, rad, exp } = B.sub(a ?? B.of(NaN), b ?? B.of(NaN))
      return exp !== Infinity && mid <= rad && -mid <= rad
    })
    expect(values.every(same => same)).toBe(true)
  })

  test('is TeX that can be rendered', () => {
    expect(graphs.flatMap(graph => [graph, ...Object.values(symbolic(graph))]).filter(graph => {
      try {
        return render(tex(graph)) === ''
      } catch {
        return true
      }
    }).map(tex)).toEqual([])
  })
})
