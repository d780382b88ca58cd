import type { Analytic } from '../number/index.js'
import { evaluate, type Point } from './evaluate.js'
import { forward } from './forward.js'
import { type Graph, variablesOf } from './Graph.js'
import { recorder, type Ref } from './record.js'
import { simplifying } from './simplify.js'
import { mapRecord } from '../prelude/index.js'

/** The formula again, without sums with 0, products with 1 and the like. */
export const simplify = (graph: Graph): Graph => {
  const R = recorder()
  return R.graph(evaluate(simplifying(R))(graph, inputsOf(R.variable, graph))[graph.output] ?? 0)
}

const inputsOf = (variable: (name: string) => Ref, graph: Graph): Point<Ref> =>
  Object.fromEntries(variablesOf(graph).map(name => [name, variable(name)]))

/**
 * The derivative by each input, as a formula: forward mode over numbers that write down what is done with them.
 *
 * @example
 * const f = record(['x'], (N, { x }) => N.sin(N.mul(x, x)))
 * text(symbolic(f)['x']) // '2 * cos(x^2) * x'
 */
export const symbolic = (graph: Graph): Readonly<Record<string, Graph>> => {
  const R = recorder()
  const N: Analytic<Ref> = simplifying(R)
  const { gradient } = forward(N)(graph, inputsOf(R.variable, graph))
  return mapRecord(gradient, ref => R.graph(ref))
}
