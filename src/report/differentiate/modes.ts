import { evaluate, forward, type Graph, reverse } from '../../expression/index.js'
import type { Analytic, Rational } from '../../number/index.js'
import type { Method } from './Answer.js'

/** The inputs, exactly. */
export type At = Readonly<Record<string, Rational>>

/** One way of finding a gradient, over any number system. */
export type Mode = <B>(N: Analytic<B>) => Readonly<Record<string, B>>

export const lifted = <B>({ ofRational }: Analytic<B>, at: At): Readonly<Record<string, B>> =>
  Object.fromEntries(Object.entries(at).map(([name, q]) => [name, ofRational(q)]))

export const outputOf = <B>(N: Analytic<B>, graph: Graph, at: Readonly<Record<string, B>>): B => evaluate(N)(graph, at)[graph.output] as B

/** Forward mode, reverse mode, and the evaluated symbolic derivatives. */
export const modesOf = (graph: Graph, derivatives: Readonly<Record<string, Graph>>, at: At): Readonly<Record<Method, Mode>> => ({
  forward: N => forward(N)(graph, lifted(N, at)).gradient,
  reverse: N => reverse(N)(graph, lifted(N, at)).gradient,
  symbolic: N => {
    const point = lifted(N, at)
    return Object.fromEntries(Object.entries(derivatives).map(([name, d]) => [name, outputOf(N, d, point)]))
  }
})
