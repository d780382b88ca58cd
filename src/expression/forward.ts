import type { Analytic } from '../number/index.js'
import { type Known, type Linearised, linearise, type Point } from './evaluate.js'
import { type Graph, variablesOf } from './Graph.js'

/** Forward mode: every value, and for each input the tangent of every node. */
export interface Forward<A> {
  readonly values: ReadonlyArray<A>
  readonly tangents: Readonly<Record<string, ReadonlyArray<A>>>
  readonly gradient: Readonly<Record<string, A>>
}

/** The tangent of every node along a direction: the sum over operands of local derivative times tangent. */
const tangentsAlong = <A>(
  N: Analytic<A>, graph: Graph, { partials }: Linearised<A>, input: string
): ReadonlyArray<A> => {
  const [zero, one] = [N.of(0), N.of(1)]
  const tangents: Array<A> = []
  graph.nodes.forEach((node, i) => {
    if (node.kind !== 'operation') tangents.push(node.kind === 'variable' && node.name === input ? one : zero)
    else {
      const terms = node.operands.map((k, j) => N.mul(partials[i]?.[j] as A, tangents[k] as A))
      tangents.push(terms.length === 0 ? zero : terms.reduce(N.add))
    }
  })
  return tangents
}

/**
 * Forward mode: derivatives flow with the computation, one pass for each input.
 *
 * The tangent of v = g(a, b) is dg/da a' + dg/db b'. At kinks and ties it follows the conventions of the operations.
 *
 * @example
 * const f = record(['x', 'y'], (N, { x, y }) => N.mul(x, y))
 * forward(float64)(f, { x: 2, y: 5 }).tangents // { x: [1, 0, 5], y: [0, 1, 2] }
 */
export const forward = <A>(N: Analytic<A>) => (graph: Graph, at: Point<A>, known: Known<A> = []): Forward<A> => {
  const linearised = linearise(N)(graph, at, known)
  const byInput = variablesOf(graph).map(name => [name, tangentsAlong(N, graph, linearised, name)] as const)
  return {
    values: linearised.values,
    tangents: Object.fromEntries(byInput),
    gradient: Object.fromEntries(byInput.map(([name, tangents]) => [name, tangents[graph.output] as A]))
  }
}
