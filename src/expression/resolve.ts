import type { Ball, Analytic } from '../number/index.js'
import { evaluate, type Point, valueOf } from './evaluate.js'
import { type Graph, type Operation, variablesOf } from './Graph.js'
import type { Kink } from './kinks.js'
import { recorder, type Ref } from './record.js'
import { symbolic } from './symbolic.js'

/** A step along an input, to the right or to the left. */
export interface Direction {
  readonly input: string
  readonly sign: 1 | -1
}

type Sign = -1 | 0 | 1

const signOf = ({ mid, rad, exp }: Ball): Sign => (!Number.isFinite(exp) ? 0 : mid > rad ? 1 : mid < -rad ? -1 : 0)

// A difference that is flatter than that is taken for a tie that lasts.
const orders = 4

/** The sign that a formula which is 0 at the point takes along a direction: that of the first derivative that is not 0. */
const signAlong = (
  N: Analytic<Ball>, graph: Graph, at: Point<Ball>, { input, sign }: Direction, left = orders
): Sign => {
  const slope = symbolic(graph)[input]
  if (slope === undefined || left === 0) return 0
  const here = signOf(evaluate(N)(slope, at)[slope.output] as Ball)
  const found = here === 0 ? signAlong(N, slope, at, { input, sign }, left - 1) : here
  return found * sign as Sign
}

/** What an operation at a kink is on the side where the difference of its operands has this sign. */
const branch = (N: Analytic<Ref>, { name }: Operation, [a = 0, b = 0]: ReadonlyArray<Ref>, sign: Sign): Ref => {
  switch (name) {
    case 'abs': return sign < 0 ? N.neg(a) : sign > 0 ? a : N.of(0)
    case 'relu': return sign > 0 ? a : N.of(0)
    case 'max': return sign < 0 ? b : a
    default: return sign > 0 ? b : a
  }
}

/**
 * The formula without its kinks, as it is beside the point: a step along the first direction, from there a much smaller one along the
 * second. Where that does not leave the kink, the convention stays.
 */
export const resolved = (N: Analytic<Ball>) => (
  graph: Graph, at: Point<Ball>, kinks: ReadonlyArray<Kink>, directions: ReadonlyArray<Direction>
): Graph => {
  const R = recorder()
  const kinky = new Set(kinks.map(({ node }) => node))
  const refs: Array<Ref> = []
  const point = Object.fromEntries(variablesOf(graph).map(name => [name, R.variable(name)]))
  graph.nodes.forEach((node, i) => {
    if (node.kind !== 'operation' || !kinky.has(i)) {
      refs.push(valueOf(R.N, node, refs, point))
      return
    }
    const operands = node.operands.map(k => refs[k] as Ref)
    const [a = 0, b] = operands
    const difference = R.graph(b === undefined ? a : R.N.sub(a, b))
    const sign = directions.reduce<Sign>((found, way) => (found === 0 ? signAlong(N, difference, at, way) : found), 0)
    refs.push(branch(R.N, node, operands, sign))
  })
  return R.graph(refs[graph.output] as Ref)
}
