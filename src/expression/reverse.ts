import type { Analytic } from '../number/index.js'
import { type Known, linearise, type Linearised, type Point } from './evaluate.js'
import type { Graph } from './Graph.js'

/** Reverse mode: every value, the local derivative on every edge, and the adjoint of every node. */
export interface Reverse<A> extends Linearised<A> {
  readonly adjoints: ReadonlyArray<A>
  readonly gradient: Readonly<Record<string, A>>
}

/**
 * Reverse mode: from the output back, each node hands its adjoint times the local derivative to its operands, where it is added to what
 * came along other paths. One pass gives the derivatives by all inputs.
 *
 * @example
 * const f = record(['x', 'y', 'z'], (N, { x, y, z }) => N.mul(N.add(x, y), z))
 * reverse(float64)(f, { x: -2, y: 5, z: -4 }).gradient // { x: -4, y: -4, z: 3 }
 *
 * @source Notes on CS231n, backpropagation
 */
export const reverse = <A>(N: Analytic<A>) => (graph: Graph, at: Point<A>, known: Known<A> = []): Reverse<A> => {
  const { values, partials } = linearise(N)(graph, at, known)
  const { nodes, output } = graph
  const adjoints: Array<A | undefined> = nodes.map((_, i) => (i === output ? N.of(1) : undefined))
  for (let i = output; i >= 0; i--) {
    const [node, adjoint] = [nodes[i], adjoints[i]]
    if (node?.kind !== 'operation' || adjoint === undefined) continue
    node.operands.forEach((k, j) => {
      const before = adjoints[k]
      const share = N.mul(adjoint, partials[i]?.[j] as A)
      adjoints[k] = before === undefined ? share : N.add(before, share)
    })
  }
  const zero = N.of(0)
  return {
    values,
    partials,
    adjoints: adjoints.map(a => a ?? zero),
    gradient: Object.fromEntries(
      nodes.flatMap((node, i) => (node.kind === 'variable' ? [[node.name, adjoints[i] ?? zero]] : []))
    )
  }
}
