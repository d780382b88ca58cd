import type { Analytic } from '../number/index.js'
import { refuse } from '../prelude/index.js'
import type { Graph, Node } from './Graph.js'
import { rules } from './operations.js'

/** What the inputs are. */
export type Point<A> = Readonly<Record<string, A>>

const inputValue = <A>(at: Point<A>, name: string): A =>
  Object.hasOwn(at, name) ? at[name] as A : refuse('input', 'at', `a value for ${name}`, 'none')

const valueOf = <A>(N: Analytic<A>, node: Node, values: ReadonlyArray<A>, at: Point<A>): A => {
  switch (node.kind) {
    case 'variable': return inputValue(at, node.name)
    case 'constant': return typeof node.value === 'string' ? N[node.value]() : N.ofRational(node.value)
    case 'operation': return rules[node.name].value(N, node.operands.map(k => values[k] as A), node.exponent)
  }
}

/**
 * The value of every node, in order, over any number system; that of the formula is at graph.output.
 *
 * Refuses an input without a value. Outside the domain it gives what the number system gives: see `problem`.
 *
 * @example
 * const f = record(['x'], (N, { x }) => N.mul(x, x))
 * evaluate(float64)(f, { x: 3 }) // [3, 9]
 */
export const evaluate = <A>(N: Analytic<A>) => (graph: Graph, at: Point<A>): ReadonlyArray<A> => {
  const values: Array<A> = []
  for (const node of graph.nodes) values.push(valueOf(N, node, values, at))
  return values
}

/** Every value, and for every node its derivative by each of its operands. */
export interface Linearised<A> {
  readonly values: ReadonlyArray<A>
  readonly partials: ReadonlyArray<ReadonlyArray<A>>
}

/** The values and the local derivatives, which forward and reverse mode put together in their own ways. */
export const linearise = <A>(N: Analytic<A>) => (graph: Graph, at: Point<A>): Linearised<A> => {
  const values = evaluate(N)(graph, at)
  const partials = graph.nodes.map((node, i) => node.kind === 'operation'
    ? rules[node.name].partials(N, node.operands.map(k => values[k] as A), values[i] as A, node.exponent)
    : [])
  return { values, partials }
}
