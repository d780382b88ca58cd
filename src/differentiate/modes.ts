import { constantFolding, evaluate, forward, type Graph, reverse } from '../expression/index.js'
import type { Analytic, Rational } from '../number/index.js'
import type { Method } from './Answer.js'
import { mapRecord } from '../prelude/index.js'

/** The inputs, each as a formula without inputs: 1/3, pi, sqrt(2). */
export type At = Readonly<Record<string, Graph>>

/** One way of finding a gradient, over any number system. */
export type Mode = <B>(N: Analytic<B>) => Readonly<Record<string, B>>

export const outputOf = <B>(N: Analytic<B>, graph: Graph, at: Readonly<Record<string, B>>): B =>
  evaluate(N)(graph, at)[graph.output] as B

/** The fraction that a formula without inputs is, if it is one. */
export const fractionOf = ({ nodes, output }: Graph): Rational | undefined =>
  constantFolding(i => nodes[i] as Graph['nodes'][number])(output)

/** The value of a formula without inputs; of a fraction, the nearest. */
export const valueIn = <B>(N: Analytic<B>, graph: Graph): B => {
  const q = fractionOf(graph)
  return q === undefined ? outputOf(N, graph, {}) : N.ofRational(q)
}

export const lifted = <B>(N: Analytic<B>, at: At): Readonly<Record<string, B>> =>
  mapRecord(at, graph => valueIn(N, graph))

/** Forward mode, reverse mode, and the evaluated symbolic derivatives. */
export const modesOf = (
  graph: Graph, derivatives: Readonly<Record<string, Graph>>, at: At
): Readonly<Record<Method, Mode>> => ({
  forward: N => forward(N)(graph, lifted(N, at)).gradient,
  reverse: N => reverse(N)(graph, lifted(N, at)).gradient,
  symbolic: N => {
    const point = lifted(N, at)
    return mapRecord(derivatives, d => outputOf(N, d, point))
  }
})
